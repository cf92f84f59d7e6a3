/*
 * Bytes that no XML parser takes. One of them, in one abstract of hundreds,
 * would cost the whole page.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "clean.h"
#include "text.h"

enum {
	MAX_REFERENCE = 16 /* bytes of `&#x0010FFFF;`, and some zeros */
};

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
 * character; 0: there is none, or one that is too long to be waited for.
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
	return *end == ';' && end - s < MAX_REFERENCE ? (size_t)(end - s) + 1
						      : 0;
}

/*
 * Returns how many bytes at `s` are one character, and what must come in its
 * place; NULL: nothing.
 */
static size_t
character(const char *s, const char **instead)
{
	const char *next = s;
	unsigned long c;
	size_t len = reference(s, &c);

	*instead = NULL;
	if (len == 0) {
		len = utf8_len(s);
		c = utf8_next(&next);
	}
	if (len == 0) {
		*instead = *s != '\0' ? "\xef\xbf\xbd" : " ";
		return 1;
	}
	if (!is_allowed(c))
		*instead = " ";
	return len;
}

/* Returns where what may need another look is, from `p` to `end`. */
static const char *
skip_plain(const char *p, const char *end)
{
	do
		p += ascii_plain(p, (size_t)(end - p), '&', '&');
	while (p < end && *p == '\n' && ++p < end);
	return p;
}

/* Tells whether what is at `s` may go on behind the `left` bytes there. */
static bool
is_cut(const char *s, size_t left)
{
	if (*s == '&')
		return left < MAX_REFERENCE && memchr(s, ';', left) == NULL;
	return left < 4 && (unsigned char)*s >= 0xc0 && utf8_len(s) == 0;
}

/*
 * Cleans what is in `clean->in` from `*at` on, into `clean->out` if something
 * must be replaced, and moves `*at` to where it is cut, unless this is `last`.
 */
static bool
replace(struct clean *clean, size_t *at, bool last)
{
	const char *start = clean->in.at, *p = start, *kept = start;
	const char *end = start + clean->in.len, *instead;
	bool changed = false;

	buf_clear(&clean->out);
	while ((p = skip_plain(p, end)) < end &&
	    (last || !is_cut(p, (size_t)(end - p)))) {
		size_t len = character(p, &instead);

		if (instead != NULL) {
			buf_add(&clean->out, kept, (size_t)(p - kept));
			buf_str(&clean->out, instead);
			kept = p + len;
			changed = true;
		}
		p += len;
	}
	if (changed)
		buf_add(&clean->out, kept, (size_t)(p - kept));
	*at = (size_t)(p - start);
	return changed;
}

static struct span
hand_out(struct clean *clean, bool last)
{
	if (replace(clean, &clean->handed, last))
		return (struct span) { clean->out.at, clean->out.len };
	return (struct span) { clean->in.at, clean->handed };
}

struct span
clean_piece(struct clean *clean, const char *bytes, size_t len)
{
	size_t left = clean->in.len - clean->handed;

	buf_clear(&clean->out);
	if (left > 0)
		buf_add(&clean->out, clean->in.at + clean->handed, left);
	buf_clear(&clean->in);
	buf_add(&clean->in, clean->out.at, left);
	buf_add(&clean->in, bytes, len);
	return hand_out(clean, false);
}

struct span
clean_rest(struct clean *clean)
{
	clean_piece(clean, "", 0);
	return hand_out(clean, true);
}

void
clean_free(struct clean *clean)
{
	buf_free(&clean->in);
	buf_free(&clean->out);
}
