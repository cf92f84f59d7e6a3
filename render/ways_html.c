/*
 * The way from an HTML page to others. What ways_get() returns is safe between
 * quotes.
 */
#include "ways_html.h"

static void
put_attributes(struct buf *out, const struct phrases *words, size_t way)
{
	if (way == WAY_PREVIOUS)
		buf_str(out, "rel=\"prev\"");
	else if (way == WAY_ALL)
		buf_str(out, "rel=\"index\"");
	else if (way == WAY_FEED)
		buf_printf(out,
		    "rel=\"alternate\" type=\"application/atom+xml\" "
		    "title=\"%s\"",
		    words->feed);
	else
		buf_printf(out, "rel=\"alternate\" hreflang=\"%s\"",
		    phrases_of(ways_lang(way))->html_lang);
}

void
ways_html_head(struct buf *out, const struct wish *wish)
{
	for (size_t way = 0; way < WAY_COUNT; way++) {
		const char *file = ways_get(wish->ways, way);

		if (file == NULL)
			continue;
		buf_str(out, "<link ");
		put_attributes(out, phrases_of(wish->lang), way);
		buf_printf(out, " href=\"%s\">\n", file);
	}
}

void
ways_html_links(struct buf *out, const struct wish *wish)
{
	const struct phrases *words = phrases_of(wish->lang);
	bool any = false;

	for (size_t way = 0; way < WAY_COUNT; way++) {
		const char *file = ways_get(wish->ways, way);

		if (file == NULL)
			continue;
		buf_str(out, any ? " · " : "<p class=\"ways\">");
		any = true;
		buf_printf(out, "<a href=\"%s\"", file);
		if (way < WAY_PREVIOUS)
			buf_printf(out, " lang=\"%s\"",
			    phrases_of(ways_lang(way))->html_lang);
		buf_printf(out, ">%s</a>", phrases_way(words, way));
	}
	buf_str(out, any ? "</p>\n" : "");
}
