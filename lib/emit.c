/*
 * Writing JSON. libjq could print its values too, at a tenth of the speed; the
 * stages add a member to every record, so this is worth its few lines.
 */
#include <math.h>
#include <string.h>

#include "emit.h"
#include "text.h"

static void
put_escaped(struct buf *out, const char *s)
{
	static const char short_for[] = "\"\\\b\f\n\r\t",
			  letter[] = "\"\\bfnrt";
	const char *end = s + strlen(s);

	buf_char(out, '"');
	for (;;) {
		size_t plain = ascii_plain(s, (size_t)(end - s), '"', '\\');
		const char *start = s + plain, *known;
		uint32_t c;

		buf_add(out, s, plain);
		s = start;
		if ((c = utf8_next(&s)) == 0)
			break;
		if (c >= 0x20 && c != '"' && c != '\\' && c != 0xfffd) {
			buf_add(out, start, (size_t)(s - start));
		} else if (c == 0xfffd) {
			text_put(out, c);
		} else if ((known = strchr(short_for, (int)c)) != NULL) {
			buf_char(out, '\\');
			buf_char(out, letter[known - short_for]);
		} else {
			buf_printf(out, "\\u%04x", (unsigned)c);
		}
	}
	buf_char(out, '"');
}

/* Puts the comma, if one is due, and the key. */
static void
begin(struct buf *out, const char *key)
{
	if (out->len > 0 && strchr("{[:\n", out->at[out->len - 1]) == NULL)
		buf_char(out, ',');
	if (key != NULL) {
		buf_char(out, '"');
		buf_str(out, key);
		buf_add(out, "\":", 2);
	}
}

void
emit_string(struct buf *out, const char *key, const char *value)
{
	begin(out, key);
	put_escaped(out, value);
}

/* Puts a number with at least so many digits. */
static void
put_digits(struct buf *out, unsigned long long number, int least)
{
	char digits[20];
	size_t at = sizeof digits;

	for (; number > 0 || least > 0; number /= 10, least--)
		digits[--at] = (char)('0' + number % 10);
	buf_add(out, digits + at, sizeof digits - at);
}

void
emit_integer(struct buf *out, const char *key, long long value)
{
	begin(out, key);
	buf_integer(out, value);
}

void
emit_bool(struct buf *out, const char *key, bool value)
{
	begin(out, key);
	buf_str(out, value ? "true" : "false");
}

void
emit_number(struct buf *out, const char *key, double value, int decimals)
{
	unsigned long long scale = 1, parts;

	begin(out, key);
	for (int i = 0; i < decimals; i++)
		scale *= 10;
	if (value < 0)
		buf_char(out, '-');
	parts = (unsigned long long)llrint(fabs(value) * (double)scale);
	put_digits(out, parts / scale, 1);
	buf_char(out, '.');
	put_digits(out, parts % scale, decimals);
}

void
emit_open(struct buf *out, const char *key, char bracket)
{
	begin(out, key);
	buf_char(out, bracket);
}

void
emit_close(struct buf *out, char bracket)
{
	buf_char(out, bracket);
}
