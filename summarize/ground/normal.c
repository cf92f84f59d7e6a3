/*
 * Text as it is compared. libunistring knows the normal forms of Unicode.
 */
#include <stdlib.h>
#include <uninorm.h>

#include "ascii.h"
#include "diag.h"
#include "normal.h"
#include "text.h"

static bool
is_unseen(uint32_t c)
{
	return c == 0xad || (c >= 0x200b && c <= 0x200f) ||
	    (c >= 0x2060 && c <= 0x2064) || c == 0xfeff ||
	    (c >= 0xfe00 && c <= 0xfe0f);
}

static bool
is_mark_of_trade(uint32_t c)
{
	return c == 0xae || c == 0x2122;
}

static bool
is_dash(uint32_t c)
{
	return (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

static bool
is_thin_blank(uint32_t c)
{
	return c == 0xa0 || c == 0x2009 || c == 0x202f;
}

static bool
is_three_digits(const char *s)
{
	return ascii_is_digit(s[0]) && ascii_is_digit(s[1]) &&
	    ascii_is_digit(s[2]) && !ascii_is_digit(s[3]);
}

/* Appends the character `c`, which stands before `rest`. */
static void
put(struct buf *out, uint32_t c, const char *rest)
{
	bool after_digit = out->len > 0 &&
	    ascii_is_digit(out->at[out->len - 1]);

	if (is_unseen(c) || is_mark_of_trade(c))
		return;
	if (is_dash(c))
		buf_char(out, '-');
	else if (c == 0xff0c) /* ends a number, other than "," */
		buf_str(out, ", ");
	else if (is_thin_blank(c) && after_digit && is_three_digits(rest))
		buf_char(out, ',');
	else
		text_put(out, c);
}

/* Appends a run of other characters than ASCII, with what it may join. */
static void
compose(struct buf *out, const struct buf *run)
{
	size_t len;
	uint8_t *whole = u8_normalize(
	    UNINORM_NFKC, (const uint8_t *)run->at, run->len, NULL, &len);

	if (whole == NULL)
		diag_die("out of memory");
	buf_add(out, (char *)whole, len);
	free(whole);
}

void
normal_add(struct buf *out, const char *s, size_t len)
{
	const char *end = s + len;
	struct buf run = { 0 };

	while (s < end) {
		const char *plain = s;

		while (s < end && (unsigned char)*s < 0x80)
			s++;
		buf_add(out, plain, (size_t)(s - plain));
		if (s == end)
			break;
		buf_clear(&run);
		if (s > plain) {
			buf_char(&run, s[-1]);
			buf_cut(out, out->len - 1);
		}
		while (s < end && (unsigned char)*s >= 0x80) {
			uint32_t c = utf8_next(&s);

			put(&run, c, s);
		}
		compose(out, &run);
	}
	buf_free(&run);
}
