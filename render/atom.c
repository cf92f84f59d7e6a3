/*
 * A feed in Atom.
 */
#include "atom.h"
#include "markup.h"
#include "phrases.h"

static void
element(struct buf *out, const char *name, const char *text)
{
	buf_printf(out, "<%s>", name);
	markup_text(out, text);
	buf_printf(out, "</%s>\n", name);
}

/* A link to `url` below `base`; `attributes` stand before its address. */
static void
put_link(
    struct buf *out, const char *attributes, const char *base, const char *url)
{
	if (*base == '\0' && *url == '\0')
		return;
	buf_printf(out, "<link %s href=\"", attributes);
	markup_text(out, base);
	markup_text(out, url);
	buf_str(out, "\"/>\n");
}

/* The feed itself, the page of the same, and the feeds in other languages. */
static void
put_ways(struct buf *out, const struct wish *wish)
{
	const char *base = wish->base != NULL ? wish->base : "";
	const char *self = ways_get(wish->ways, WAY_FEED);
	const char *page = ways_get(wish->ways, WAY_ALL);
	struct buf attributes = { 0 };

	if (self != NULL)
		put_link(out, "rel=\"self\"", base, self);
	put_link(out, "rel=\"alternate\" type=\"text/html\"", base,
	    page != NULL ? page : "");
	for (size_t way = 0; way < WAY_PREVIOUS; way++) {
		const char *other = ways_get(wish->ways, way);

		buf_clear(&attributes);
		buf_printf(&attributes,
		    "rel=\"alternate\" type=\"application/atom+xml\" "
		    "hreflang=\"%s\"",
		    phrases_of(ways_lang(way))->html_lang);
		if (other != NULL)
			put_link(out, attributes.at, base, other);
	}
	buf_free(&attributes);
}

static void
put_entry(struct buf *out, const struct feed_entry *entry)
{
	buf_str(out, "<entry>\n");
	element(out, "id", entry->id.at);
	element(out, "title", entry->title.at);
	element(out, "updated", entry->updated);
	put_link(out, "rel=\"alternate\"", "", entry->url.at);
	buf_str(out, "<content type=\"html\">");
	markup_text(out, entry->html.at);
	buf_str(out, "</content>\n</entry>\n");
}

void
atom_write(struct buf *out, const struct feed *feed)
{
	const struct wish *wish = feed->wish;

	buf_printf(out,
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n",
	    phrases_of(wish->lang)->html_lang);
	element(out, "id", feed->id.at);
	element(out, "title", feed->title.at);
	element(out, "updated", feed->updated);
	put_ways(out, wish);
	buf_str(out, "<author><name>dair</name></author>\n");
	for (size_t i = 0; i < feed->count; i++)
		put_entry(out, &feed->entries[i]);
	buf_str(out, "</feed>\n");
}
