/*
 * Units of measurement, as English and Chinese texts write them.
 */
#ifndef UNIT_H
#define UNIT_H

#include <stddef.h>

enum unit {
	UNIT_NONE,
	UNIT_THINGS, /* it counts something: eight layers, 8 GPUs, FP8 */
	UNIT_PERCENT,
	UNIT_TIMES,
	UNIT_BIT,
	UNIT_BYTE,
	UNIT_KB,
	UNIT_MB,
	UNIT_GB,
	UNIT_TB,
	UNIT_PB,
	UNIT_KB_S,
	UNIT_MB_S,
	UNIT_GB_S,
	UNIT_TB_S,
	UNIT_MBPS,
	UNIT_GBPS,
	UNIT_TBPS,
	UNIT_NS,
	UNIT_US,
	UNIT_MS,
	UNIT_S,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEK,
	UNIT_MONTH,
	UNIT_YEAR,
	UNIT_HZ,
	UNIT_KHZ,
	UNIT_MHZ,
	UNIT_GHZ,
	UNIT_MFLOPS,
	UNIT_GFLOPS,
	UNIT_TFLOPS,
	UNIT_PFLOPS,
	UNIT_TOPS,
	UNIT_MW,
	UNIT_W,
	UNIT_KW,
	UNIT_MJ,
	UNIT_J,
	UNIT_KWH,
	UNIT_TOKENS_S,
	UNIT_FPS,
	UNIT_QPS,
	UNIT_DB,
	UNIT_NM,
	UNIT_MM,
	UNIT_COUNT
};

/*
 * Reads the unit, or the scale ("billion", "K", U+4E07), that the `len` bytes
 * at `s`, from the first one on, begin with. Returns how many bytes it takes,
 * 0 if there is none, and sets the unit and by how much it multiplies.
 */
size_t unit_read(const char *s, size_t len, enum unit *unit, double *scale);

#endif
