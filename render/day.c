/*
 * What the records of a report amount to.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "day.h"
#include "diag.h"
#include "text.h"

enum {
	MAX_DIGEST = 4000, /* bytes; a longer one is cut at a character */
	/*
	 * Bytes of ids that are remembered, of a quarter of a million items.
	 * Behind that many a repeated item is shown and counted once more.
	 */
	MAX_IDS = 16 * 1024 * 1024,
	NEW = SECTION_COUNT /* the section of an id that has not come */
};

static void
keep_digest(char **kept, const char *text)
{
	struct buf cut = { 0 };
	size_t len = utf8_cut(text, MAX_DIGEST);

	buf_add(&cut, text, len);
	if (text[len] != '\0')
		buf_str(&cut, "…");
	free(*kept);
	*kept = cut.at;
}

static void
take_digest(struct day *day, const struct rec *rec)
{
	struct buf part = { 0 }, text = { 0 };

	if (rec_str(rec, "part", &part) != NULL &&
	    rec_line(rec, "text", &text) != NULL && text.len > 0) {
		if (strcmp(part.at, "overview") == 0)
			keep_digest(&day->overview, text.at);
		else if (strcmp(part.at, "conclusion") == 0)
			keep_digest(&day->conclusion, text.at);
	}
	buf_free(&part);
	buf_free(&text);
}

/*
 * Says so if the texts are in another language than the report: they are alike,
 * so that the first one tells. What people wrote may be in any.
 */
static void
judge_language(struct day *day, const struct rec *rec)
{
	const char *wanted = lang_code(day->past.lang);
	jv summary = rec_value(rec, "summary");
	const char *said = json_str(summary, "lang");
	struct buf lang = { 0 };

	if (rec_is(rec, "digest"))
		said = rec_str(rec, "lang", &lang);
	if (said != NULL) {
		day->judged = true;
		if (strcmp(said, wanted) != 0)
			diag_warn("%s:%llu: a text in %s, and the report is in "
				  "%s; see --lang",
			    rec->file, rec->line, said, wanted);
	}
	json_free(summary);
	buf_free(&lang);
}

static void
note_date(struct day *day, const struct rec *rec)
{
	static const char *const keys[] = { "date", "announced", "created" };
	struct buf raw = { 0 };
	char date[WHEN_DATE_SIZE];
	time_t time;

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (rec_str(rec, keys[i], &raw) == NULL ||
		    !when_time(raw.at, &time))
			continue;
		when_put_date(date, time);
		if (strcmp(date, day->date) > 0)
			memcpy(day->date, date, sizeof date);
		break;
	}
	buf_free(&raw);
}

/* A pull request that was opened and then merged is shown as merged. */
static bool
is_newer(size_t before, enum section section)
{
	return before == SECTION_OPENED && section == SECTION_MERGED;
}

/*
 * Returns the section in which an item with the same id stands already, NEW
 * if there is none, and remembers where it stands now.
 */
static size_t
section_before(struct day *day, const struct rec *rec, enum section section)
{
	struct buf id = { 0 };
	size_t before = NEW, *at;

	if (rec_str(rec, "id", &id) != NULL && id.len > 0 &&
	    (day->id_size <= MAX_IDS ||
		map_get(&day->ids, id.at, NEW) != NEW)) {
		at = map_at(&day->ids, id.at, NEW);
		before = *at;
		if (before == NEW || is_newer(before, section))
			*at = section;
		day->id_size += before == NEW ? id.len : 0;
	}
	buf_free(&id);
	return before;
}

/* Forgets a pull request that was opened, for now it is merged. */
static void
supersede(struct day *day, const struct rec *rec)
{
	struct buf id = { 0 };

	if (rec_line(rec, "id", &id) != NULL)
		shelf_drop(&day->shelves[SECTION_OPENED], id.at);
	buf_free(&id);
}

static void
take_item(struct day *day, const struct rec *rec, enum section section)
{
	struct shelf *shelf = &day->shelves[section];
	size_t before = section_before(day, rec, section);
	double score;

	if (is_newer(before, section))
		supersede(day, rec);
	else if (before == NEW)
		account_take(&day->account, rec);
	else
		return;
	score = item_score(rec);
	if (shelf_wants(shelf, score))
		shelf_put(shelf, item_read(rec, section, score));
}

void
day_take(struct day *day, const struct rec *rec)
{
	enum section section;

	note_date(day, rec);
	if (rec_is(rec, "digest"))
		take_digest(day, rec);
	if (!day->judged)
		judge_language(day, rec);
	past_take(&day->past, rec);
	if (item_section(rec, &section))
		take_item(day, rec, section);
	else
		account_take(&day->account, rec);
}

void
day_free(struct day *day)
{
	for (size_t section = 0; section < SECTION_COUNT; section++)
		shelf_free(&day->shelves[section]);
	map_free(&day->ids);
	free(day->overview);
	free(day->conclusion);
	account_free(&day->account);
	past_free(&day->past);
	*day = (struct day) { 0 };
}
