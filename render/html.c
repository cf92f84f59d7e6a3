/*
 * The report as one HTML page.
 */
#include "html.h"
#include "markup.h"
#include "page.h"
#include "svg.h"
#include "ways_html.h"

static const char *const section_ids[SECTION_COUNT] = {
	[SECTION_PAPERS] = "papers",
	[SECTION_RELEASES] = "releases",
	[SECTION_COMMITS] = "commits",
	[SECTION_MERGED] = "merged",
	[SECTION_OPENED] = "opened",
	[SECTION_ISSUES] = "issues",
};

static void
element(struct buf *out, const char *open, const char *text, const char *close)
{
	buf_str(out, open);
	markup_prose(out, text);
	buf_str(out, close);
}

void
html_link(struct buf *out, const char *url, const char *text)
{
	if (*url == '\0') {
		markup_prose(out, text);
		return;
	}
	buf_str(out, "<a href=\"");
	markup_text(out, url);
	buf_str(out, "\">");
	markup_prose(out, text);
	buf_str(out, "</a>");
}

void
html_item(struct buf *out, const struct item *item, const struct phrases *words)
{
	if (*item->detail != '\0')
		element(out, "\n<p>", item->detail, "</p>");
	if (*item->impact != '\0') {
		element(out, "\n<p><strong>", words->impact, "</strong>");
		element(out, "", item->impact, "</p>");
	}
}

static void
put_item(struct buf *out, const struct item *item, const struct phrases *words)
{
	buf_str(out, "<li>");
	html_link(out, item->url, item->head);
	html_item(out, item, words);
	buf_str(out, "</li>\n");
}

static void
put_group(
    struct buf *out, const struct group *group, const struct phrases *words)
{
	bool numbered = group->items[0]->section == SECTION_PAPERS;

	if (*group->name != '\0')
		element(out, "<h3>", group->name, "</h3>\n");
	buf_str(out, numbered ? "<ol>\n" : "<ul>\n");
	for (size_t i = 0; i < group->count; i++)
		put_item(out, group->items[i], words);
	buf_str(out, numbered ? "</ol>\n" : "</ul>\n");
}

static void
put_section(
    struct buf *out, const struct document *document, enum section section)
{
	const struct groups *groups = &document->sections[section];

	if (groups->count == 0)
		return;
	buf_printf(out, "<section class=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
	    section_ids[section], section_ids[section],
	    document->words->sections[section]);
	for (size_t i = 0; i < groups->count; i++)
		put_group(out, &groups->at[i], document->words);
	buf_str(out, "</section>\n");
}

static void
put_first(struct buf *out, const struct document *document)
{
	if (document->first_count == 0)
		return;
	buf_printf(out, "<section class=\"first\">\n<h2>%s</h2>\n<ol>\n",
	    document->words->first);
	for (size_t i = 0; i < document->first_count; i++) {
		const struct item *item = document->first[i];

		buf_str(out, "<li>");
		html_link(out, item->url, item->head);
		if (*item->repo != '\0')
			element(out, " <small>", item->repo, "</small>");
		buf_str(out, "</li>\n");
	}
	buf_str(out, "</ol>\n</section>\n");
}

static void
put_account(struct buf *out, const struct document *document)
{
	const struct sentences *lines = &document->account;

	if (lines->count == 0)
		return;
	buf_str(out, "<footer>\n");
	if (document->complete) {
		element(out, "<p>", lines->at[0], "</p>\n");
	} else {
		element(out, "<h2>", document->words->sources, "</h2>\n<ul>\n");
		for (size_t i = 0; i < lines->count; i++)
			element(out, "<li>", lines->at[i], "</li>\n");
		buf_str(out, "</ul>\n");
	}
	buf_str(out, "</footer>\n");
}

/* What stands between the overview and the account. */
static void
put_sections(struct buf *out, const struct document *document)
{
	for (size_t i = 0; i < SECTION_COUNT; i++)
		put_section(out, document, (enum section)i);
	if (document->conclusion == NULL)
		return;
	element(out, "<section class=\"conclusion\">\n<h2>",
	    document->words->conclusion, "</h2>\n");
	element(out, "<p>", document->conclusion, "</p>\n</section>\n");
}

/* Links to the sections, with how much is in each. */
static void
put_contents(struct buf *out, const struct document *document)
{
	if (document->nothing != NULL)
		return;
	buf_printf(
	    out, "<nav aria-label=\"%s\">\n<ul>\n", document->words->content);
	for (size_t s = 0; s < SECTION_COUNT; s++) {
		const struct groups *groups = &document->sections[s];
		size_t count = 0;

		for (size_t i = 0; i < groups->count; i++)
			count += groups->at[i].count;
		if (count > 0)
			buf_printf(out, "<li><a href=\"#%s\">%s</a> %zu</li>\n",
			    section_ids[s], document->words->sections[s],
			    count);
	}
	buf_str(out, "</ul>\n</nav>\n");
}

/* A picture of one bar says nothing. */
static void
put_pictures(struct buf *out, const struct document *document)
{
	const struct phrases *words = document->words;
	bool repos = document->activity.count > 1;
	bool topics = document->topics.count > 1;

	if (!repos && !topics)
		return;
	buf_str(out, "<div class=\"pictures\">\n");
	if (topics)
		svg_bars(out, &document->topics, words->topics);
	if (repos)
		svg_bars(out, &document->activity, words->activity);
	buf_str(out, "</div>\n");
}

void
html_content(struct buf *out, const struct document *document)
{
	element(out, "<p>", document->overview.at, "</p>\n");
	put_first(out, document);
	put_sections(out, document);
	put_account(out, document);
}

void
html_write(struct buf *out, const struct document *document)
{
	struct buf head = { 0 };

	buf_clear(&head);
	ways_html_head(&head, document->wish);
	page_begin(out, document->words->html_lang, document->title.at, head.at,
	    "report.css", NULL);
	element(out, "<header>\n<h1>", document->title.at, "</h1>\n");
	ways_html_links(out, document->wish);
	element(out, "<p class=\"overview\">", document->overview.at,
	    "</p>\n</header>\n");
	put_contents(out, document);
	put_first(out, document);
	put_pictures(out, document);
	put_sections(out, document);
	put_account(out, document);
	page_end(out);
	buf_free(&head);
}
