/*
 * The page of all reports, by year and month.
 */
#include <string.h>

#include "catalog.h"
#include "writer.h"

enum {
	YEAR_LEN = sizeof "2026" - 1,
	MONTH_LEN = sizeof "2026-02" - 1
};

/* The words of the table; the counts are in the order of the account. */
static const struct {
	const char *date, *counts[ACCOUNT_KINDS], *sources;
	const char *all_read, *some_failed; /* for printf(3): all, failed */
	const char *stale; /* for printf(3): days */
} catalog_words[LANG_COUNT] = {
	[LANG_ZH] = { "日期",
	    { "论文", "提交", "新问题", "合并请求", "版本发布" }, "数据来源",
	    "%zu 个全部正常", "%zu 个，其中 %zu 个失败", "，最新条目早 %d 天" },
	[LANG_EN] = { "Date",
	    { "Papers", "Commits", "New issues", "Pull requests", "Releases" },
	    "Sources", "all %zu read", "%zu, of which %zu failed",
	    ", newest item %d days older" },
};

struct catalog {
	struct writer to;
	const struct archive *archive;
	enum lang lang; /* of its words: the newest report's */
};

/* Tells whether report `i` is the first one with its `len` bytes of date. */
static bool
begins(const struct archive *archive, size_t i, size_t len)
{
	return i == 0 ||
	    strncmp(archive->reports[i - 1].date, archive->reports[i].date,
		len) != 0;
}

/* Appends a line that leads to each month, for each year. */
static void
put_months(const struct catalog *catalog)
{
	const struct archive *archive = catalog->archive;
	struct buf text = { 0 };

	for (size_t i = 0; i < archive->count; i++) {
		const char *date = archive->reports[i].date;

		if (begins(archive, i, YEAR_LEN))
			buf_printf(
			    &text, "%s- **%.4s**: ", i > 0 ? "\n" : "", date);
		else if (begins(archive, i, MONTH_LEN))
			buf_str(&text, " · ");
		if (begins(archive, i, MONTH_LEN))
			buf_printf(
			    &text, "[%.2s](#%.7s)", date + YEAR_LEN + 1, date);
	}
	buf_char(&text, '\n');
	writer_put(&catalog->to, text.at);
	buf_free(&text);
}

static void
put_month(const struct catalog *catalog, const char *date)
{
	struct buf text = { 0 };

	buf_printf(&text, "\n### %.7s\n\n| %s |", date,
	    catalog_words[catalog->lang].date);
	for (size_t kind = 0; kind < ACCOUNT_KINDS; kind++)
		buf_printf(
		    &text, " %s |", catalog_words[catalog->lang].counts[kind]);
	buf_printf(
	    &text, " %s |\n| --- |", catalog_words[catalog->lang].sources);
	for (size_t kind = 0; kind < ACCOUNT_KINDS; kind++)
		buf_str(&text, " ---: |");
	buf_str(&text, " --- |\n");
	writer_put(&catalog->to, text.at);
	buf_free(&text);
}

/* Appends to `text` how the sources of `report` fared, and how old it is. */
static void
tell_sources(const struct catalog *catalog, const struct report *report,
    struct buf *text)
{
	size_t failed, count = account_sources(&report->account, &failed);
	int age = report_age(report);

	if (count > 0)
		buf_printf(text,
		    failed > 0 ? catalog_words[catalog->lang].some_failed
			       : catalog_words[catalog->lang].all_read,
		    count, failed);
	if (age >= REPORT_STALE)
		buf_printf(text, catalog_words[catalog->lang].stale, age);
}

static void
put_day(const struct catalog *catalog, const struct report *report)
{
	struct buf text = { 0 };

	writer_put(&catalog->to, "| ");
	writer_report(&catalog->to, report->date, "", report);
	writer_translations(&catalog->to, " · ", "", report);
	buf_str(&text, " |");
	for (size_t kind = 0; kind < ACCOUNT_KINDS; kind++) {
		if (report->has_account)
			buf_printf(
			    &text, " %llu |", report->account.counts[kind]);
		else
			buf_str(&text, " |");
	}
	buf_char(&text, ' ');
	tell_sources(catalog, report, &text);
	buf_str(&text, " |\n");
	writer_put(&catalog->to, text.at);
	buf_free(&text);
}

static void
put_all(const struct catalog *catalog)
{
	const struct archive *archive = catalog->archive;

	writer_put(&catalog->to, reader_words[catalog->lang].all);
	writer_put(&catalog->to, "\n\n");
	put_months(catalog);
	for (size_t i = 0; i < archive->count; i++) {
		if (begins(archive, i, MONTH_LEN))
			put_month(catalog, archive->reports[i].date);
		put_day(catalog, &archive->reports[i]);
	}
}

void
catalog_update(struct buf *out, const char *old, const struct archive *archive)
{
	struct catalog catalog = { writer_for(out, old), archive,
		archive->reports[0].lang };
	struct reader reader = { .next = old };
	bool done = false;

	buf_clear(out);
	if (*old == '\0')
		buf_printf(out, "%s\n\n", reader_title);
	while (*reader.next != '\0') {
		const char *start = reader.next;

		if (reader_next(&reader) != LINE_ALL || done) {
			buf_add(out, start, (size_t)(reader.next - start));
			continue;
		}
		put_all(&catalog);
		reader_skip_section(&reader);
		if (*reader.next != '\0')
			writer_separate(&catalog.to);
		done = true;
	}
	if (!done) {
		writer_separate(&catalog.to);
		put_all(&catalog);
	}
}
