/*
 * The archive as one HTML page.
 */
#include <string.h>

#include "html.h"
#include "markup.h"
#include "page.h"
#include "past_html.h"
#include "svg.h"
#include "utf8.h"
#include "ways_html.h"

enum {
	MAX_PAGE = 900000, /* bytes; of what comes later only the dates */
	MAX_OVERVIEW = 600 /* bytes of an overview */
};

static void
element(struct buf *out, const char *open, const char *text, const char *close)
{
	buf_str(out, open);
	markup_prose(out, text);
	buf_str(out, close);
}

/* How much there was on each day, the oldest first. */
static void
put_trend(struct buf *out, const struct past *past, const struct phrases *words)
{
	struct chart chart = { 0 };

	for (size_t i = past->count; i-- > 0;)
		chart_add(
		    &chart, past->reports[i].date, past->reports[i].items);
	/* Two days are no trend. */
	if (chart.count > 2)
		svg_columns(out, &chart, words->trend);
	chart_free(&chart);
}

static void
put_search(struct buf *out, const struct phrases *words)
{
	/* The script shows it. */
	buf_printf(out,
	    "<div id=\"search\" role=\"search\" hidden>\n"
	    "<label for=\"words\">%s</label>\n"
	    "<input type=\"search\" id=\"words\" autocomplete=\"off\">\n"
	    "<p id=\"found\" role=\"status\"></p>\n</div>\n",
	    words->search);
}

static void
put_overview(struct buf *out, const char *overview)
{
	struct buf cut = { 0 };
	size_t len = utf8_cut(overview, MAX_OVERVIEW);

	buf_add(&cut, overview, len);
	buf_str(&cut, overview[len] != '\0' ? "…" : "");
	if (len > 0)
		element(out, "<p>", cut.at, "</p>\n");
	buf_free(&cut);
}

/* "15 papers, 3 releases": what there is of the report. */
static void
put_counts(struct buf *out, const struct past_report *report,
    const struct phrases *words)
{
	bool first = true;

	for (size_t i = 0; i < ACCOUNT_KINDS; i++) {
		if (report->counts[i] == 0)
			continue;
		buf_str(out, first ? "<p class=\"counts\">" : words->joint);
		buf_printf(out, words->counts[i][report->counts[i] > 1],
		    report->counts[i]);
		first = false;
	}
	if (!first)
		buf_str(out, "</p>\n");
	if (report->failed)
		element(
		    out, "<p class=\"failed\">", words->some_failed, "</p>\n");
}

static void
put_topics(struct buf *out, const struct past_report *report,
    const struct labels *labels)
{
	const struct sentences *topics = &report->topics;

	if (topics->count == 0)
		return;
	buf_str(out, "<p class=\"topics\">");
	for (size_t i = 0; i < topics->count; i++) {
		const char *name = labels_get(labels, "topic", topics->at[i]);

		buf_str(out, i > 0 ? " · " : "");
		markup_text(out, name != NULL ? name : topics->at[i]);
	}
	buf_str(out, "</p>\n");
}

static void
put_titles(struct buf *out, const struct past_report *report,
    const struct phrases *words)
{
	const struct sentences *titles = &report->titles;

	if (titles->count == 0)
		return;
	buf_str(out, "<details class=\"titles\"><summary>");
	buf_printf(out, words->titles[titles->count > 1], titles->count);
	buf_str(out, "</summary>\n<ul>\n");
	for (size_t i = 0; i < titles->count; i++)
		element(out, "<li>", titles->at[i], "</li>\n");
	buf_str(out, "</ul>\n</details>\n");
}

static void
put_report(
    struct buf *out, const struct past_report *report, const struct wish *wish)
{
	const struct phrases *words = phrases_of(wish->lang);
	bool brief = out->len > MAX_PAGE;

	buf_str(out, brief ? "<li class=\"day\">" : "<li class=\"day\">\n<h3>");
	html_link(out, report->path, report->date);
	if (!brief) {
		buf_str(out, "</h3>\n");
		put_overview(out, report->overview);
		put_counts(out, report, words);
		put_topics(out, report, wish->labels);
		put_titles(out, report, words);
	}
	buf_str(out, "</li>\n");
}

/* The reports of a month under a heading of their own. */
static void
put_reports(struct buf *out, const struct past *past, const struct wish *wish)
{
	const char *month = "";

	for (size_t i = 0; i < past->count; i++) {
		const struct past_report *report = &past->reports[i];

		if (strncmp(month, report->date, strlen("2026-02")) != 0) {
			buf_str(out, i > 0 ? "</ul>\n</section>\n" : "");
			buf_printf(out,
			    "<section class=\"month\">\n<h2>%.7s</h2>\n<ul>\n",
			    report->date);
		}
		month = report->date;
		put_report(out, report, wish);
	}
	buf_str(out, past->count > 0 ? "</ul>\n</section>\n" : "");
}

/* What is not on the page, said where it would have been. */
static void
put_limits(
    struct buf *out, const struct past *past, const struct phrases *words)
{
	size_t brief = 0;

	for (size_t i = 0; i < past->count; i++)
		brief += past->reports[i].brief;
	if (brief + past->left_out == 0)
		return;
	buf_str(out, "<footer>\n<p>");
	buf_printf(out, words->brief, brief, past->left_out);
	buf_str(out, "</p>\n</footer>\n");
}

void
past_html_write(
    struct buf *out, const struct past *past, const struct wish *wish)
{
	const struct phrases *words = phrases_of(wish->lang);
	struct buf head = { 0 };

	buf_clear(&head);
	ways_html_head(&head, wish);
	page_begin(out, words->html_lang, words->archive, head.at, "report.css",
	    "archive.js");
	element(out, "<header>\n<h1>", words->archive, "</h1>\n");
	ways_html_links(out, wish);
	buf_str(out, "</header>\n");
	put_trend(out, past, words);
	put_search(out, words);
	put_reports(out, past, wish);
	put_limits(out, past, words);
	page_end(out);
	buf_free(&head);
}
