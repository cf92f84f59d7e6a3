/*
 * A feed in JSON Feed 1.1.
 */
#include "jsonfeed.h"
#include "emit.h"
#include "phrases.h"

static void
put_entry(struct buf *out, const struct feed_entry *entry)
{
	emit_open(out, NULL, '{');
	emit_string(out, "id", entry->id.at);
	if (entry->url.len > 0)
		emit_string(out, "url", entry->url.at);
	emit_string(out, "title", entry->title.at);
	emit_string(out, "content_html", entry->html.at);
	if (entry->summary.len > 0)
		emit_string(out, "summary", entry->summary.at);
	emit_string(out, "date_published", entry->updated);
	emit_close(out, '}');
}

void
jsonfeed_write(struct buf *out, const struct feed *feed)
{
	const struct wish *wish = feed->wish;

	emit_open(out, NULL, '{');
	emit_string(out, "version", "https://jsonfeed.org/version/1.1");
	emit_string(out, "title", feed->title.at);
	if (wish->base != NULL)
		emit_string(out, "home_page_url", wish->base);
	emit_string(out, "language", phrases_of(wish->lang)->html_lang);
	emit_open(out, "items", '[');
	for (size_t i = 0; i < feed->count; i++)
		put_entry(out, &feed->entries[i]);
	emit_close(out, ']');
	emit_close(out, '}');
	buf_char(out, '\n');
}
