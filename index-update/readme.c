/*
 * The README that leads to all reports, rewritten line by line.
 */
#include <string.h>

#include "readme.h"
#include "writer.h"

enum {
	MAX_README = 512000 /* bytes; of more, GitHub shows nothing */
};

struct readme {
	struct writer to;
	const struct readme_source *from;
	const struct words *words;
	bool brief; /* of the newest report the overview alone */
};

static void
put_list(const struct readme *readme)
{
	const struct archive *archive = readme->from->archive;
	const char *folder = readme->from->folder;
	size_t max = readme->from->max;

	for (size_t i = 1; i < archive->count; i++) {
		const struct report *report = &archive->reports[i];

		writer_put(&readme->to, "- ");
		if (max > 0 && i > max) {
			writer_link(&readme->to, readme->words->earlier, folder,
			    readme->from->page);
			writer_put(&readme->to, "\n");
			break;
		}
		writer_report(&readme->to, report->date, folder, report);
		writer_translations(&readme->to, " · ", folder, report);
		writer_put(&readme->to, "\n");
	}
	writer_put(&readme->to, "\n");
}

static void
put_rule(const struct readme *readme)
{
	writer_put(&readme->to, reader_rule);
	writer_put(&readme->to, "\n\n");
}

/* The heading follows the language of the newest report. */
static void
put_heading(const struct readme *readme)
{
	writer_put(&readme->to, readme->words->past);
	writer_put(&readme->to, "\n");
}

static void
put_past(const struct readme *readme)
{
	put_heading(readme);
	put_list(readme);
	put_rule(readme);
}

/* A report that is older than its date makes one believe says so. */
static void
put_stale(const struct readme *readme, const struct report *report)
{
	int age = report_age(report);
	struct buf text = { 0 };

	if (age < REPORT_STALE)
		return;
	buf_printf(&text, readme->words->stale, age, report->account.newest);
	writer_put(&readme->to, text.at);
	buf_free(&text);
}

/* The newest report; a brief one leads to the whole. */
static void
put_body(const struct readme *readme, const struct report *newest)
{
	const char *body = readme->from->body;
	struct buf overview = { 0 };

	if (!readme->brief) {
		writer_put(&readme->to, body);
		return;
	}
	buf_add(&overview, body, strcspn(body, "\n"));
	writer_put(&readme->to, overview.at);
	writer_put(&readme->to, "\n\n");
	writer_report(
	    &readme->to, readme->words->in_full, readme->from->folder, newest);
	writer_put(&readme->to, "\n");
	buf_free(&overview);
}

static void
put_latest(const struct readme *readme)
{
	const struct report *newest = &readme->from->archive->reports[0];
	size_t before;

	writer_put(&readme->to, readme->words->latest);
	writer_put(&readme->to, " (");
	writer_put(&readme->to, newest->date);
	writer_put(&readme->to, ")\n");
	put_stale(readme, newest);
	put_body(readme, newest);
	before = readme->to.out->len;
	writer_translations(&readme->to, "\n", readme->from->folder, newest);
	if (readme->to.out->len > before)
		writer_put(&readme->to, "\n");
}

/*
 * Replaces the old list, which `reader` comes to. Without a rule below it, only
 * what looks like a list is ours.
 */
static void
replace_past(const struct readme *readme, struct reader *reader)
{
	struct reader ahead = *reader, items_end = *reader;
	enum sort sort = LINE_ITEM, previous;
	bool items = true;

	put_list(readme);
	while (*ahead.next != '\0') {
		struct reader before = ahead;

		previous = sort;
		sort = reader_next(&ahead);
		if (sort == LINE_RULE && previous == LINE_OTHER)
			sort = LINE_HEADING; /* underlined, and not ours */
		items = items && sort == LINE_ITEM;
		if (items)
			items_end = ahead;
		if (sort == LINE_RULE)
			*reader = before;
		if (sort == LINE_RULE || sort == LINE_PAST ||
		    sort == LINE_LATEST || sort == LINE_HEADING)
			break;
	}
	if (sort != LINE_RULE) {
		put_rule(readme);
		*reader = items_end;
	}
}

static void
rewrite(const struct readme *readme, const char *text, bool has_past)
{
	struct reader reader = { .next = text };
	bool past_done = false, latest_done = false;

	while (*reader.next != '\0') {
		const char *start = reader.next;
		enum sort sort = reader_next(&reader);

		if (sort == LINE_LATEST && !latest_done) {
			if (!has_past)
				put_past(readme);
			put_latest(readme);
			reader_skip_section(&reader);
			if (*reader.next != '\0')
				writer_separate(&readme->to);
			latest_done = true;
			continue;
		}
		if (sort == LINE_PAST && !past_done) {
			put_heading(readme);
			replace_past(readme, &reader);
			past_done = true;
			continue;
		}
		buf_add(readme->to.out, start, (size_t)(reader.next - start));
	}
}

static void
make(struct buf *out, const char *old, const struct readme_source *source,
    bool brief)
{
	bool has_past = reader_has(old, LINE_PAST),
	     has_latest = reader_has(old, LINE_LATEST);
	enum lang lang = source->archive->reports[0].lang;
	struct readme readme = { writer_for(out, old), source,
		&reader_words[lang], brief };

	buf_clear(out);
	if (*old == '\0')
		buf_printf(out, "%s\n\n", reader_title);
	rewrite(&readme, old, has_past);
	if (has_latest)
		return;
	writer_separate(&readme.to);
	if (!has_past)
		put_past(&readme);
	put_latest(&readme);
}

void
readme_update(
    struct buf *out, const char *old, const struct readme_source *source)
{
	make(out, old, source, false);
	if (out->len > MAX_README)
		make(out, old, source, true);
}
