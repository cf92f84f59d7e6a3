/*
 * The records of a report, sorted into its sections.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "day.h"
#include "text.h"
#include "title.h"
#include "when.h"

enum {
	MAX_TITLE = 400, /* bytes; a longer one is cut at a character */
	MAX_TEXT = 4000,
	MAX_URL = 2000 /* a longer one is no link */
};

static const char *
copy_line(struct day *day, const char *s, size_t max)
{
	struct buf line = { 0 };
	const char *copy;

	text_line(&line, s != NULL ? s : "");
	if (line.len > max) {
		buf_cut(&line, text_cut(line.at, max));
		buf_str(&line, "…");
	}
	copy = arena_str(&day->text, line.at);
	buf_free(&line);
	return copy;
}

static bool
section_of(const struct rec *rec, enum section *section)
{
	static const struct {
		const char *kind;
		enum section section;
	} kinds[] = {
		{ "paper", SECTION_PAPERS },
		{ "release", SECTION_RELEASES },
		{ "commit", SECTION_COMMITS },
		{ "pull", SECTION_OPENED },
		{ "issue", SECTION_ISSUES },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!rec_is(rec, kinds[i].kind))
			continue;
		*section = kinds[i].section;
		if (*section == SECTION_OPENED && rec_true(rec, "merged"))
			*section = SECTION_MERGED;
		return true;
	}
	return false;
}

/* A link is http(s) or it is none; what could end it early is encoded. */
static const char *
safe_url(struct day *day, const char *url)
{
	static const char hex[] = "0123456789ABCDEF";
	static const char safe[] = "-._~:/?#@!$&'()+,;=%";
	static const char unsafe_at_end[] = "?!.,:*_~'();&";
	struct buf out = { 0 };
	const char *copy = "";

	if (strncasecmp(url, "http://", 7) != 0 &&
	    strncasecmp(url, "https://", 8) != 0)
		return copy;
	for (const char *p = url; *p != '\0'; p++) {
		bool plain = text_is_letter(*p) || text_is_digit(*p) ||
		    strchr(safe, *p) != NULL;

		if (p[1] == '\0' && strchr(unsafe_at_end, *p) != NULL)
			plain = false;
		if (plain)
			buf_char(&out, *p);
		else
			buf_printf(&out, "%%%c%c", hex[(unsigned char)*p >> 4],
			    hex[*p & 15]);
	}
	if (out.len <= MAX_URL)
		copy = arena_str(&day->text, out.at);
	buf_free(&out);
	return copy;
}

static struct group *
group_at(struct day *day, enum section section, const char *repo)
{
	struct buf key = { 0 };
	size_t *at, count = day->group_count[section];

	buf_printf(&key, "%d %s", (int)section, repo);
	at = map_at(&day->index, key.at, count);
	buf_free(&key);
	if (*at == count) {
		day->groups[section] = xgrow(day->groups[section],
		    &day->group_capacity[section], count + 1,
		    sizeof *day->groups[section]);
		day->groups[section][count] =
		    (struct group) { .repo = arena_str(&day->text, repo) };
		day->group_count[section]++;
	}
	return &day->groups[section][*at];
}

/*
 * What a line says of an item outside GitHub's own words: its summary. Where
 * that was taken from a body it adds to the title, so both are shown.
 */
static const char *
headline(struct day *day, const struct entry *entry, bool extracted)
{
	struct buf bare = { 0 }, line = { 0 };
	const char *result;

	if (!extracted && *entry->text != '\0')
		return entry->text;
	title_bare(&bare, entry->title);
	buf_str(&line, bare.at);
	if (*entry->text != '\0' && strcmp(entry->text, bare.at) != 0)
		buf_printf(&line, " — %s", entry->text);
	result = arena_str(&day->text, line.at);
	buf_free(&bare);
	buf_free(&line);
	return result;
}

static void
take_item(struct day *day, const struct rec *rec, enum section section)
{
	jv summary = rec_value(rec, "summary");
	const char *by = json_str(summary, "by");
	struct buf raw = { 0 };
	struct entry entry;
	struct group *group;

	rec_str(rec, "title", &raw);
	entry.title = copy_line(day, raw.at, MAX_TITLE);
	entry.text = copy_line(day, json_str(summary, "text"), MAX_TEXT);
	entry.impact = copy_line(day, json_str(summary, "impact"), MAX_TEXT);
	rec_str(rec, "url", &raw);
	entry.url = safe_url(day, raw.at);
	if (section != SECTION_PAPERS)
		entry.text = headline(
		    day, &entry, by == NULL || strcmp(by, "extract") == 0);
	rec_line(rec, "repo", &raw);
	group = group_at(day, section,
	    section == SECTION_PAPERS ? "" : copy_line(day, raw.at, MAX_TITLE));
	group->entries = xgrow(group->entries, &group->capacity,
	    group->count + 1, sizeof *group->entries);
	group->entries[group->count++] = entry;
	json_free(summary);
	buf_free(&raw);
}

static void
take_digest(struct day *day, const struct rec *rec)
{
	struct buf part = { 0 }, text = { 0 };

	if (rec_str(rec, "part", &part) != NULL &&
	    rec_str(rec, "text", &text) != NULL) {
		if (strcmp(part.at, "overview") == 0)
			day->overview = copy_line(day, text.at, MAX_TEXT);
		else if (strcmp(part.at, "conclusion") == 0)
			day->conclusion = copy_line(day, text.at, MAX_TEXT);
	}
	buf_free(&part);
	buf_free(&text);
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

/* Tells whether an item with the same id has come already. */
static bool
is_repeated(struct day *day, const struct rec *rec)
{
	struct buf id = { 0 };
	size_t before = day->ids.count;
	bool repeated = false;

	if (rec_str(rec, "id", &id) != NULL) {
		map_at(&day->ids, id.at, 0);
		repeated = day->ids.count == before;
	}
	buf_free(&id);
	return repeated;
}

void
day_take(struct day *day, const struct rec *rec)
{
	enum section section;

	note_date(day, rec);
	if (rec_is(rec, "digest"))
		take_digest(day, rec);
	if (!section_of(rec, &section)) {
		account_take(&day->account, rec);
	} else if (!is_repeated(day, rec)) {
		account_take(&day->account, rec);
		take_item(day, rec, section);
	}
}

void
day_free(struct day *day)
{
	for (size_t section = 0; section < SECTION_COUNT; section++) {
		for (size_t i = 0; i < day->group_count[section]; i++)
			free(day->groups[section][i].entries);
		free(day->groups[section]);
	}
	map_free(&day->index);
	map_free(&day->ids);
	arena_free(&day->text);
	account_free(&day->account);
	*day = (struct day) { 0 };
}
