/*
 * The reports of an archive.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "past.h"
#include "phrases.h"
#include "text.h"
#include "url.h"
#include "when.h"

enum {
	MAX_TEXT = 4000, /* bytes; a longer one is cut at a character */
	MAX_PATH = 1000, /* a longer one is no link */
	MAX_NAMES = 200 /* titles or topics of a report */
};

static char *
line_of(const struct rec *rec, const char *key)
{
	struct buf line = { 0 };

	rec_line(rec, key, &line);
	if (line.len > MAX_TEXT) {
		buf_cut(&line, utf8_cut(line.at, MAX_TEXT));
		buf_str(&line, "…");
	}
	return line.at;
}

/*
 * Returns the part of a report's path that leads to it from its site: the
 * folder it is in, and its name.
 */
static char *
path_of(const struct rec *rec)
{
	struct buf raw = { 0 }, path = { 0 };
	const char *start;

	if (rec_str(rec, "page", &raw) == NULL)
		rec_str(rec, "path", &raw);
	start = raw.at + raw.len;
	for (int slashes = 0; start > raw.at; start--) {
		slashes += start[-1] == '/';
		if (slashes == 2)
			break;
	}
	buf_clear(&path);
	url_path(&path, start);
	if (path.len > MAX_PATH)
		buf_clear(&path);
	buf_free(&raw);
	return path.at;
}

static void
read_counts(struct past_report *report, const struct rec *rec)
{
	static const char *const keys[ACCOUNT_KINDS] = {
		[ACCOUNT_PAPERS] = "papers",
		[ACCOUNT_COMMITS] = "commits",
		[ACCOUNT_ISSUES] = "issues",
		[ACCOUNT_PULLS] = "pulls",
		[ACCOUNT_RELEASES] = "releases",
	};
	jv counts = rec_value(rec, "counts");

	for (size_t i = 0; i < ACCOUNT_KINDS; i++) {
		double count = json_number(counts, keys[i], 0);

		if (count >= 1 && count < 1e9)
			report->counts[i] = (unsigned long long)count;
		report->items += report->counts[i];
	}
	json_free(counts);
}

/* Keeps a title or a topic if there is room for it. */
static void
add_name(struct past *past, struct past_report *report, struct sentences *names,
    const char *name)
{
	struct buf line = { 0 };

	text_line(&line, name != NULL ? name : "");
	if (line.len > 0 && names->count < MAX_NAMES) {
		past->name_size += line.len;
		if (past->name_size <= PAST_NAMES)
			sentences_add(names, line.at);
		else
			report->brief = true;
	}
	buf_free(&line);
}

static void
read_titles(
    struct past *past, struct past_report *report, const struct rec *rec)
{
	jv titles = rec_value(rec, "titles");
	size_t count = json_count(titles);

	for (size_t i = 0; i < count; i++)
		add_name(
		    past, report, &report->titles, json_item_str(titles, i));
	json_free(titles);
}

static void
read_topics(
    struct past *past, struct past_report *report, const struct rec *rec)
{
	struct span span = scan_get(&rec->object, "topics");
	struct buf store = { 0 }, key = { 0 };
	struct object topics = { 0 };

	buf_add(&store, span.len > 0 ? span.at : "", span.len);
	if (!scan_object(&topics, store.at, store.len))
		topics.count = 0;
	for (size_t i = 0; i < topics.count; i++) {
		const struct member *member = &topics.members[i];

		/* The quotes are around it. */
		buf_clear(&key);
		scan_string(&key,
		    (struct span) {
			store.at + member->key - 1, member->key_len + 2 });
		add_name(past, report, &report->topics, key.at);
	}
	scan_free(&topics);
	buf_free(&store);
	buf_free(&key);
}

static void
free_report(struct past_report *report)
{
	free(report->date);
	free(report->lang);
	free(report->title);
	free(report->overview);
	free(report->path);
	sentences_free(&report->titles);
	sentences_free(&report->topics);
}

/*
 * Tells whether the last report is of that date and serves as well as the
 * record; if it serves less well, it goes.
 */
static bool
has_day(struct past *past, const struct rec *rec, const char *date)
{
	const char *wanted = lang_code(past->lang);
	struct past_report *last;
	struct buf lang = { 0 };
	bool better;

	if (past->count == 0)
		return false;
	last = &past->reports[past->count - 1];
	if (strcmp(last->date, date) != 0)
		return false;
	rec_str(rec, "lang", &lang);
	better = strcmp(lang.at, wanted) == 0 &&
	    strcmp(last->lang, wanted) != 0;
	buf_free(&lang);
	if (better) {
		past->name_size -= sentences_size(&last->titles) +
		    sentences_size(&last->topics);
		free_report(last);
		past->count--;
	}
	return !better;
}

/* Where an overview stands alone, there is no end to see. */
static void
drop_see_end(char *overview)
{
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		const char *words = phrases_of(lang)->see_end;
		char *at = strstr(overview, words);

		if (at != NULL)
			memmove(at, at + strlen(words),
			    strlen(at + strlen(words)) + 1);
	}
}

static void
leave_out(struct past *past, const char *date)
{
	past->left_out += strcmp(past->left_date, date) != 0;
	snprintf(past->left_date, sizeof past->left_date, "%s", date);
}

static void
add(struct past *past, const struct rec *rec, const char *date)
{
	struct past_report *report;

	past->reports = xgrow(past->reports, &past->capacity, past->count + 1,
	    sizeof *past->reports);
	report = &past->reports[past->count++];
	*report = (struct past_report) {
		.date = xstrdup(date),
		.lang = line_of(rec, "lang"),
		.title = line_of(rec, "title"),
		.overview = line_of(rec, "overview"),
		.path = path_of(rec),
		.failed = scan_get(&rec->object, "sources_ok").len > 0 &&
		    !rec_true(rec, "sources_ok"),
	};
	drop_see_end(report->overview);
	read_counts(report, rec);
	read_topics(past, report, rec);
	read_titles(past, report, rec);
}

void
past_take(struct past *past, const struct rec *rec)
{
	struct buf date = { 0 };
	time_t time;
	bool known = rec_is(rec, "report") &&
	    rec_str(rec, "date", &date) != NULL && when_date(date.at, &time);

	if (known && !has_day(past, rec, date.at)) {
		if (past->count < PAST_MAX)
			add(past, rec, date.at);
		else
			leave_out(past, date.at);
	}
	buf_free(&date);
}

void
past_free(struct past *past)
{
	for (size_t i = 0; i < past->count; i++)
		free_report(&past->reports[i]);
	free(past->reports);
	*past = (struct past) { 0 };
}
