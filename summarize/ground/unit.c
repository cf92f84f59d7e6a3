/*
 * Units of measurement. What differs by a factor is another unit, so that a
 * milli- that became a micro- is found; KB and KiB are one, for few texts
 * tell them apart.
 */
#include <string.h>

#include "unit.h"
#include "view.h"

static const struct {
	const char *spelling;
	enum unit unit;
	double scale; /* 0: 1 */
} spellings[] = {
	{ "%", UNIT_PERCENT, 0 },
	{ "\\%", UNIT_PERCENT, 0 },
	{ "$\\%$", UNIT_PERCENT, 0 },
	{ "\\times", UNIT_TIMES, 0 },
	{ "$\\times$", UNIT_TIMES, 0 },
	{ "$\\times", UNIT_TIMES, 0 },
	{ "percentage points", UNIT_PERCENT, 0 },
	{ "percentage point", UNIT_PERCENT, 0 },
	{ "per cent", UNIT_PERCENT, 0 },
	{ "percent", UNIT_PERCENT, 0 },
	{ "pp", UNIT_PERCENT, 0 },
	{ "个百分点", UNIT_PERCENT, 0 },
	{ "百分点", UNIT_PERCENT, 0 },
	{ "times", UNIT_TIMES, 0 },
	{ "fold", UNIT_TIMES, 0 },
	{ "×", UNIT_TIMES, 0 },
	{ "倍", UNIT_TIMES, 0 },
	{ "x", UNIT_TIMES, 0 },
	{ "X", UNIT_TIMES, 0 },
	{ "bits", UNIT_BIT, 0 },
	{ "bit", UNIT_BIT, 0 },
	{ "位", UNIT_BIT, 0 },
	{ "比特", UNIT_BIT, 0 },
	{ "bytes", UNIT_BYTE, 0 },
	{ "byte", UNIT_BYTE, 0 },
	{ "字节", UNIT_BYTE, 0 },
	{ "KiB/s", UNIT_KB_S, 0 },
	{ "KB/s", UNIT_KB_S, 0 },
	{ "MiB/s", UNIT_MB_S, 0 },
	{ "MB/s", UNIT_MB_S, 0 },
	{ "GiB/s", UNIT_GB_S, 0 },
	{ "GB/s", UNIT_GB_S, 0 },
	{ "GBps", UNIT_GB_S, 0 },
	{ "TiB/s", UNIT_TB_S, 0 },
	{ "TB/s", UNIT_TB_S, 0 },
	{ "KiB", UNIT_KB, 0 },
	{ "KB", UNIT_KB, 0 },
	{ "kB", UNIT_KB, 0 },
	{ "MiB", UNIT_MB, 0 },
	{ "MB", UNIT_MB, 0 },
	{ "GiB", UNIT_GB, 0 },
	{ "GB", UNIT_GB, 0 },
	{ "TiB", UNIT_TB, 0 },
	{ "TB", UNIT_TB, 0 },
	{ "PiB", UNIT_PB, 0 },
	{ "PB", UNIT_PB, 0 },
	{ "Mb/s", UNIT_MBPS, 0 },
	{ "Mbps", UNIT_MBPS, 0 },
	{ "Gb/s", UNIT_GBPS, 0 },
	{ "Gbps", UNIT_GBPS, 0 },
	{ "Gbit/s", UNIT_GBPS, 0 },
	{ "Tb/s", UNIT_TBPS, 0 },
	{ "Tbps", UNIT_TBPS, 0 },
	{ "nanoseconds", UNIT_NS, 0 },
	{ "nanosecond", UNIT_NS, 0 },
	{ "ns", UNIT_NS, 0 },
	{ "纳秒", UNIT_NS, 0 },
	{ "microseconds", UNIT_US, 0 },
	{ "microsecond", UNIT_US, 0 },
	{ "μs", UNIT_US, 0 },
	{ "us", UNIT_US, 0 },
	{ "微秒", UNIT_US, 0 },
	{ "milliseconds", UNIT_MS, 0 },
	{ "millisecond", UNIT_MS, 0 },
	{ "ms", UNIT_MS, 0 },
	{ "毫秒", UNIT_MS, 0 },
	{ "seconds", UNIT_S, 0 },
	{ "second", UNIT_S, 0 },
	{ "secs", UNIT_S, 0 },
	{ "sec", UNIT_S, 0 },
	{ "s", UNIT_S, 0 },
	{ "秒", UNIT_S, 0 },
	{ "minutes", UNIT_MINUTE, 0 },
	{ "minute", UNIT_MINUTE, 0 },
	{ "mins", UNIT_MINUTE, 0 },
	{ "min", UNIT_MINUTE, 0 },
	{ "分钟", UNIT_MINUTE, 0 },
	{ "hours", UNIT_HOUR, 0 },
	{ "hour", UNIT_HOUR, 0 },
	{ "hrs", UNIT_HOUR, 0 },
	{ "h", UNIT_HOUR, 0 },
	{ "个小时", UNIT_HOUR, 0 },
	{ "小时", UNIT_HOUR, 0 },
	{ "days", UNIT_DAY, 0 },
	{ "day", UNIT_DAY, 0 },
	{ "天", UNIT_DAY, 0 },
	{ "weeks", UNIT_WEEK, 0 },
	{ "week", UNIT_WEEK, 0 },
	{ "周", UNIT_WEEK, 0 },
	{ "months", UNIT_MONTH, 0 },
	{ "month", UNIT_MONTH, 0 },
	{ "个月", UNIT_MONTH, 0 },
	{ "years", UNIT_YEAR, 0 },
	{ "year", UNIT_YEAR, 0 },
	{ "年", UNIT_YEAR, 0 },
	{ "GHz", UNIT_GHZ, 0 },
	{ "MHz", UNIT_MHZ, 0 },
	{ "kHz", UNIT_KHZ, 0 },
	{ "Hz", UNIT_HZ, 0 },
	{ "MFLOPS", UNIT_MFLOPS, 0 },
	{ "MFLOPs", UNIT_MFLOPS, 0 },
	{ "GFLOP/s", UNIT_GFLOPS, 0 },
	{ "GFLOPS", UNIT_GFLOPS, 0 },
	{ "GFLOPs", UNIT_GFLOPS, 0 },
	{ "TFLOP/s", UNIT_TFLOPS, 0 },
	{ "TFLOPs/s", UNIT_TFLOPS, 0 },
	{ "TFLOPS", UNIT_TFLOPS, 0 },
	{ "TFLOPs", UNIT_TFLOPS, 0 },
	{ "TFLOP", UNIT_TFLOPS, 0 },
	{ "PFLOPS", UNIT_PFLOPS, 0 },
	{ "PFLOPs", UNIT_PFLOPS, 0 },
	{ "PFLOP", UNIT_PFLOPS, 0 },
	{ "TOPS", UNIT_TOPS, 0 },
	{ "kWh", UNIT_KWH, 0 },
	{ "watts", UNIT_W, 0 },
	{ "mW", UNIT_MW, 0 },
	{ "kW", UNIT_KW, 0 },
	{ "W", UNIT_W, 0 },
	{ "瓦", UNIT_W, 0 },
	{ "mJ", UNIT_MJ, 0 },
	{ "J", UNIT_J, 0 },
	{ "tokens per second", UNIT_TOKENS_S, 0 },
	{ "tokens/second", UNIT_TOKENS_S, 0 },
	{ "tokens/sec", UNIT_TOKENS_S, 0 },
	{ "tokens/s", UNIT_TOKENS_S, 0 },
	{ "token/s", UNIT_TOKENS_S, 0 },
	{ "tok/s", UNIT_TOKENS_S, 0 },
	{ "FPS", UNIT_FPS, 0 },
	{ "fps", UNIT_FPS, 0 },
	{ "QPS", UNIT_QPS, 0 },
	{ "dB", UNIT_DB, 0 },
	{ "纳米", UNIT_NM, 0 },
	{ "nm", UNIT_NM, 0 },
	{ "mm", UNIT_MM, 0 },
	{ "trillion", UNIT_NONE, 1e12 },
	{ "billion", UNIT_NONE, 1e9 },
	{ "million", UNIT_NONE, 1e6 },
	{ "thousand", UNIT_NONE, 1e3 },
	{ "T", UNIT_NONE, 1e12 },
	{ "B", UNIT_NONE, 1e9 },
	{ "b", UNIT_NONE, 1e9 },
	{ "M", UNIT_NONE, 1e6 },
	{ "K", UNIT_NONE, 1e3 },
	{ "k", UNIT_NONE, 1e3 },
	{ "万亿", UNIT_NONE, 1e12 },
	{ "亿", UNIT_NONE, 1e8 },
	{ "万", UNIT_NONE, 1e4 },
	{ "千", UNIT_NONE, 1e3 },
};

static const size_t spelling_count = sizeof spellings / sizeof *spellings;

/* Tells whether the first `len` bytes at `s` are the spelling `i`, whole. */
static bool
is_spelled(const char *s, size_t len, size_t i)
{
	size_t n = strlen(spellings[i].spelling);

	if (n > len || memcmp(s, spellings[i].spelling, n) != 0)
		return false;
	return n == len || !view_is_word(s[n - 1]) || !view_is_word(s[n]);
}

size_t
unit_read(const char *s, size_t len, enum unit *unit, double *scale)
{
	size_t longest = 0;

	*unit = UNIT_NONE;
	*scale = 1;
	for (size_t i = 0; len > 0 && i < spelling_count; i++) {
		if (spellings[i].spelling[0] != *s || !is_spelled(s, len, i) ||
		    strlen(spellings[i].spelling) <= longest)
			continue;
		longest = strlen(spellings[i].spelling);
		*unit = spellings[i].unit;
		*scale = spellings[i].scale > 0 ? spellings[i].scale : 1;
	}
	return longest;
}
