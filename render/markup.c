/*
 * Text from outside in HTML and in XML.
 */
#include <string.h>

#include "code.h"
#include "markup.h"
#include "text.h"

static void
put_char(struct buf *out, const char *start, const char *end, uint32_t c)
{
	if (c == 0xfffd || (c & 0xfffe) == 0xfffe ||
	    (utf8_is_control(c) && c != '\n' && c != '\t'))
		text_put(out, 0xfffd);
	else if (c < 0x80 && strchr("&<>\"'", (int)c) != NULL)
		buf_printf(out, "&#%u;", (unsigned)c);
	else
		buf_add(out, start, (size_t)(end - start));
}

static void
put(struct buf *out, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		const char *start = text;
		uint32_t c = utf8_next(&text);

		put_char(out, start, text, c);
	}
}

void
markup_text(struct buf *out, const char *text)
{
	put(out, text, strlen(text));
}

/* Puts what stands in a code span, without the blanks that keep it apart. */
static void
put_code(struct buf *out, const char *span, size_t len)
{
	size_t marks = code_marks(span, len);
	const char *code = span + marks;

	len -= 2 * marks;
	if (len > 2 && code[0] == ' ' && code[len - 1] == ' ') {
		code++;
		len -= 2;
	}
	buf_str(out, "<code>");
	put(out, code, len);
	buf_str(out, "</code>");
}

void
markup_prose(struct buf *out, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		size_t span = code_span(text, (size_t)(end - text));
		size_t plain = strcspn(text, "`");

		if (span > 0) {
			put_code(out, text, span);
			text += span;
			continue;
		}
		if (plain == 0)
			plain = code_marks(text, (size_t)(end - text));
		put(out, text, plain);
		text += plain;
	}
}
