/*
 * Bytes that no XML parser takes. One of them, in one abstract of hundreds,
 * would cost the whole page.
 */
#include <stdlib.h>
#include <string.h>

#include "clean.h"
#include "text.h"

/* The characters of XML 1.0; see <https://www.w3.org/TR/xml/#charsets>. */
static bool
is_allowed(unsigned long c)
{
	return c == '\t' || c == '\n' || c == '\r' ||
	    (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe) ||
	    (c >= 0x10000 && c <= 0x10ffff);
}

/*
 * Returns the length of a reference like `&#11;` or `&#xb;` at `s`, and its
 * character; 0: there is none.
 */
static size_t
reference(const char *s, unsigned long *c)
{
	const char *digits;
	bool hex;
	char *end;

	if (s[0] != '&' || s[1] != '#')
		return 0;
	hex = s[2] == 'x';
	digits = s + 2 + hex;
	if (strspn(digits, hex ? "0123456789abcdefABCDEF" : "0123456789") == 0)
		return 0;
	*c = strtoul(digits, &end, hex ? 16 : 10);
	return *end == ';' ? (size_t)(end - s) + 1 : 0;
}

/* Returns how many bytes at `s` must go, and what comes in their place. */
static size_t
forbidden(const char *s, const char **instead)
{
	const char *next = s;
	unsigned long c;
	size_t len = reference(s, &c);

	*instead = " ";
	if (len > 0)
		return is_allowed(c) ? 0 : len;
	len = utf8_len(s);
	if (len > 0)
		return is_allowed(utf8_next(&next)) ? 0 : len;
	if (*s != '\0')
		*instead = "\xef\xbf\xbd";
	return 1;
}

bool
clean_xml(struct buf *out, const char *bytes, size_t len)
{
	const char *p = bytes, *kept = bytes, *end = bytes + len, *instead;

	while (p < end) {
		size_t bad = forbidden(p, &instead);

		if (bad == 0) {
			p += utf8_len(p);
			continue;
		}
		if (kept == bytes)
			buf_clear(out);
		buf_add(out, kept, (size_t)(p - kept));
		buf_str(out, instead);
		p += bad;
		kept = p;
	}
	if (kept == bytes)
		return false;
	buf_add(out, kept, (size_t)(end - kept));
	return true;
}
