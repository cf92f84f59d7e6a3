/*
 * The formats of a report.
 */
#include <string.h>

#include "format.h"
#include "html.h"
#include "markdown.h"

static const struct {
	const char *name;
	void (*write)(struct buf *out, const struct document *document);
} formats[FORMAT_COUNT] = {
	[FORMAT_MD] = { "md", markdown_write },
	[FORMAT_HTML] = { "html", html_write },
};

enum format
format_of(const char *name)
{
	enum format format = 0;

	while (format < FORMAT_COUNT && strcmp(formats[format].name, name) != 0)
		format++;
	return format;
}

void
format_write(struct buf *out, enum format format, struct day *day,
    const struct wish *wish)
{
	size_t room = FORMAT_MAX;

	/* Layout and escapes take their part, and none knows it beforehand. */
	do {
		struct document document = { 0 };

		buf_clear(out);
		document_make(&document, day, wish, room);
		formats[format].write(out, &document);
		document_free(&document);
		room -= room / 8;
	} while (out->len > FORMAT_MAX && room > FORMAT_MAX / 64);
}
