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

static void
put_link(struct buf *out, const char *url)
{
	if (*url == '\0')
		return;
	buf_str(out, "<link rel=\"alternate\" href=\"");
	markup_text(out, url);
	buf_str(out, "\"/>\n");
}

static void
put_entry(struct buf *out, const struct feed_entry *entry)
{
	buf_str(out, "<entry>\n");
	element(out, "id", entry->id.at);
	element(out, "title", entry->title.at);
	element(out, "updated", entry->updated);
	put_link(out, entry->url.at);
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
	put_link(out, wish->base != NULL ? wish->base : "");
	buf_str(out, "<author><name>dair</name></author>\n");
	for (size_t i = 0; i < feed->count; i++)
		put_entry(out, &feed->entries[i]);
	buf_str(out, "</feed>\n");
}
