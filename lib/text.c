/*
 * Text as a whole.
 */
#include <string.h>

#include "text.h"

void
text_put(struct buf *out, uint32_t c)
{
	char bytes[4];
	size_t len = 0;

	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		c = 0xfffd;
	if (c < 0x80) {
		bytes[len++] = (char)c;
	} else if (c < 0x800) {
		bytes[len++] = (char)(0xc0 | c >> 6);
		bytes[len++] = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		bytes[len++] = (char)(0xe0 | c >> 12);
		bytes[len++] = (char)(0x80 | (c >> 6 & 0x3f));
		bytes[len++] = (char)(0x80 | (c & 0x3f));
	} else {
		bytes[len++] = (char)(0xf0 | c >> 18);
		bytes[len++] = (char)(0x80 | (c >> 12 & 0x3f));
		bytes[len++] = (char)(0x80 | (c >> 6 & 0x3f));
		bytes[len++] = (char)(0x80 | (c & 0x3f));
	}
	buf_add(out, bytes, len);
}

/* What stands between words: blanks, and controls that break a line. */
static bool
is_gap(uint32_t c)
{
	return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 ||
	    c == 0x2029;
}

/*
 * Tells whether eight bytes are all printable ASCII, no two blanks beside each
 * other. What is below n borrows from the highest bit when n is subtracted; 127
 * carries into it unless it is added to 0.
 */
static bool
is_plain(const char *s)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	uint64_t bytes, blanks;

	memcpy(&bytes, s, sizeof bytes);
	if (((bytes | (bytes - ones * ' ') | (bytes + ones)) & tops) != 0)
		return false;
	blanks = ~((bytes ^ ones * ' ') + ones * 127) & tops;
	return (blanks & blanks << 8) == 0;
}

/*
 * Returns how many bytes at `s`, before `end`, are words of ASCII with single
 * blanks between them.
 */
static size_t
plain_len(const char *s, const char *end)
{
	const char *p = s;

	if (*s == ' ')
		return 0;
	while (end - p >= 8 && is_plain(p) && (p[7] != ' ' || p[8] > ' '))
		p += 8;
	while ((*p > ' ' && *p < 0x7f) || (*p == ' ' && p[1] > ' '))
		p++;
	return (size_t)(p - s);
}

void
text_add_line(struct buf *out, const char *s)
{
	size_t begin = out->len, plain;
	const char *end = s + strlen(s);
	bool gap = false;

	while (s < end) {
		const char *start = s;
		uint32_t c = 0;

		if ((plain = plain_len(s, end)) > 0)
			s += plain;
		else
			c = utf8_next(&s);
		if (plain == 0 && is_gap(c)) {
			gap = out->len > begin;
			continue;
		}
		if (plain == 0 && utf8_is_control(c))
			continue;
		if (gap)
			buf_char(out, ' ');
		gap = false;
		if (c == 0xfffd)
			text_put(out, c);
		else
			buf_add(out, start, (size_t)(s - start));
	}
}

void
text_line(struct buf *out, const char *s)
{
	buf_clear(out);
	text_add_line(out, s);
}

char *
text_trim(char *s)
{
	size_t len;

	while (ascii_is_space(*s))
		s++;
	len = strlen(s);
	while (len > 0 && ascii_is_space(s[len - 1]))
		s[--len] = '\0';
	return s;
}

void
text_capitalize(char *s)
{
	const char *end = s;

	while (*end >= 'a' && *end <= 'z')
		end++;
	if (end > s && strchr(" ,-'", *end) != NULL)
		*s = (char)(*s - 'a' + 'A');
}
