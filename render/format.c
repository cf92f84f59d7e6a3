/*
 * The formats of a report.
 */
#include <string.h>

#include "atom.h"
#include "format.h"
#include "html.h"
#include "jsonfeed.h"
#include "markdown.h"
#include "past_html.h"
#include "plain.h"

static void
write_atom(struct buf *out, const struct document *document)
{
	struct feed feed = { 0 };

	feed_of_document(&feed, document);
	atom_write(out, &feed);
	feed_free(&feed);
}

static void
write_past_atom(
    struct buf *out, const struct past *past, const struct wish *wish)
{
	struct feed feed = { 0 };

	feed_of_past(&feed, past, wish);
	atom_write(out, &feed);
	feed_free(&feed);
}

static void
write_json(struct buf *out, const struct document *document)
{
	struct feed feed = { 0 };

	feed_of_document(&feed, document);
	jsonfeed_write(out, &feed);
	feed_free(&feed);
}

static void
write_past_json(
    struct buf *out, const struct past *past, const struct wish *wish)
{
	struct feed feed = { 0 };

	feed_of_past(&feed, past, wish);
	jsonfeed_write(out, &feed);
	feed_free(&feed);
}

/* Markdown and text make nothing of an archive: index-update does. */
static const struct {
	const char *name;
	void (*write)(struct buf *out, const struct document *document);
	void (*write_past)(
	    struct buf *out, const struct past *past, const struct wish *wish);
} formats[FORMAT_COUNT] = {
	[FORMAT_MD] = { "md", markdown_write, NULL },
	[FORMAT_HTML] = { "html", html_write, past_html_write },
	[FORMAT_ATOM] = { "atom", write_atom, write_past_atom },
	[FORMAT_JSON] = { "json", write_json, write_past_json },
	[FORMAT_TEXT] = { "text", plain_write, NULL },
};

enum format
format_of(const char *name)
{
	enum format format = 0;

	while (format < FORMAT_COUNT && strcmp(formats[format].name, name) != 0)
		format++;
	return format;
}

/* Tells whether nothing but reports came. */
static bool
is_archive(const struct day *day)
{
	return day->past.count > 0 && account_items(&day->account) == 0 &&
	    day->account.count == 0;
}

/* Layout and escapes take their part, and none knows it beforehand. */
static void
write_fitting(struct buf *out, enum format format, struct day *day,
    const struct wish *wish)
{
	size_t room = FORMAT_MAX;

	do {
		struct document document = { 0 };

		buf_clear(out);
		document_make(&document, day, wish, room);
		formats[format].write(out, &document);
		document_free(&document);
		room -= room / 8;
	} while (out->len > FORMAT_MAX && room > FORMAT_MAX / 64);
}

void
format_write(struct buf *out, enum format format, struct day *day,
    const struct wish *wish)
{
	if (is_archive(day) && formats[format].write_past != NULL) {
		buf_clear(out);
		formats[format].write_past(out, &day->past, wish);
	} else {
		write_fitting(out, format, day, wish);
	}
}
