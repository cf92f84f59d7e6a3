/*
 * Characters in UTF-8.
 */
#include <string.h>

#include "ascii.h"
#include "utf8.h"

static bool
is_tail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

size_t
utf8_len(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	if (u[0] < 0x80)
		return u[0] != '\0';
	if (u[0] < 0xc2 || u[0] > 0xf4 || !is_tail(s[1]))
		return 0;
	if (u[0] < 0xe0)
		return 2;
	if (!is_tail(s[2]))
		return 0;
	if (u[0] < 0xf0)
		return (u[0] == 0xe0 && u[1] < 0xa0) ||
			(u[0] == 0xed && u[1] > 0x9f)
		    ? 0
		    : 3;
	if (!is_tail(s[3]))
		return 0;
	return (u[0] == 0xf0 && u[1] < 0x90) || (u[0] == 0xf4 && u[1] > 0x8f)
	    ? 0
	    : 4;
}

uint32_t
utf8_next(const char **s)
{
	const unsigned char *u = (const unsigned char *)*s;
	size_t len = utf8_len(*s);

	if (u[0] == '\0')
		return 0;
	*s += len > 0 ? len : 1;
	switch (len) {
	case 1:
		return u[0];
	case 2:
		return (u[0] & 0x1fU) << 6 | (u[1] & 0x3fU);
	case 3:
		return (u[0] & 0x0fU) << 12 | (u[1] & 0x3fU) << 6 |
		    (u[2] & 0x3fU);
	case 4:
		return (u[0] & 0x07U) << 18 | (u[1] & 0x3fU) << 12 |
		    (u[2] & 0x3fU) << 6 | (u[3] & 0x3fU);
	default:
		return 0xfffd;
	}
}

struct range {
	uint32_t first, last;
};

static bool
in_ranges(uint32_t c, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}

#define IN_RANGES(c, ranges) \
	in_ranges(c, ranges, sizeof ranges / sizeof *ranges)

bool
utf8_is_control(uint32_t c)
{
	static const struct range controls[] = {
		{ 0x7f, 0x9f }, { 0x61c, 0x61c }, /* Arabic letter mark */
		{ 0x200b, 0x200b }, /* zero width space */
		{ 0x200e, 0x200f }, /* left-to-right and right-to-left mark */
		{ 0x2028, 0x202e }, /* separators, embeddings, overrides */
		{ 0x2060, 0x206f }, /* invisible operators, isolates */
		{ 0xfeff, 0xfeff }, /* byte order mark */
		{ 0xfff0, 0xfffb }, /* interlinear annotation */
		{ 0xe0000, 0xe0fff }, /* tags */
	};

	if (c < 0x7f)
		return c < 0x20;
	return IN_RANGES(c, controls);
}

bool
utf8_is_cjk(uint32_t c)
{
	static const struct range cjk[] = {
		{ 0x2e80, 0x2fdf }, /* radicals */
		{ 0x3000, 0x30ff }, /* punctuation, kana */
		{ 0x3100, 0x4dbf },
		{ 0x4e00, 0x9fff }, /* ideographs */
		{ 0xf900, 0xfaff },
		{ 0xff00, 0xff60 }, /* full width */
		{ 0x20000, 0x3ffff },
	};

	return c >= 0x2e80 && IN_RANGES(c, cjk);
}

bool
utf8_is_word(uint32_t c)
{
	if (c < 0x80)
		return ascii_is_letter((char)c) || ascii_is_digit((char)c);
	return c == 0xaa || c == 0xb5 || c == 0xba ||
	    (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7);
}

size_t
utf8_printable(char *out, size_t size, const char *s)
{
	size_t used = 0;

	while (*s != '\0') {
		const char *start = s;
		uint32_t c = utf8_next(&s);
		bool bad = c == 0xfffd || utf8_is_control(c);
		size_t len = bad ? 1 : (size_t)(s - start);

		if (used + len >= size)
			break;
		memcpy(out + used, bad ? "?" : start, len);
		used += len;
	}
	out[used] = '\0';
	return used;
}

size_t
utf8_cut(const char *s, size_t max)
{
	size_t len = strlen(s);

	if (len <= max)
		return len;
	while (max > 0 && is_tail(s[max]))
		max--;
	return max;
}
