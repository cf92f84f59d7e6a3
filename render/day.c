/*
 * The records of a report, sorted into its sections.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "day.h"
#include "text.h"
#include "title.h"
#include "url.h"
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
		buf_cut(&line, utf8_cut(line.at, max));
		buf_str(&line, "…");
	}
	copy = arena_str(&day->text, line.at);
	buf_free(&line);
	return copy;
}

/* A pull request that was opened on the day may be merged by now too. */
static bool
was_merged(const struct rec *rec)
{
	struct buf event = { 0 };
	bool merged = rec_true(rec, "merged");

	if (rec_str(rec, "event", &event) != NULL)
		merged = merged || strcmp(event.at, "merged") == 0;
	buf_free(&event);
	return merged;
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
		if (*section == SECTION_OPENED && was_merged(rec))
			*section = SECTION_MERGED;
		return true;
	}
	return false;
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

/* Drops the full stop at the end of a title, but not one of three. */
static void
drop_stop(struct buf *title)
{
	static const char wide[] = "。";
	size_t len = title->len;

	if (len >= strlen(wide) &&
	    strcmp(title->at + len - strlen(wide), wide) == 0)
		buf_cut(title, len - strlen(wide));
	else if (len > 1 && title->at[len - 1] == '.' &&
	    title->at[len - 2] != '.')
		buf_cut(title, len - 1);
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
	if (*entry->text != '\0' && strcmp(entry->text, bare.at) != 0) {
		drop_stop(&bare);
		buf_printf(&line, "%s%s%s", bare.at, bare.len > 0 ? " — " : "",
		    entry->text);
	} else {
		buf_str(&line, bare.at);
	}
	result = arena_str(&day->text, line.at);
	buf_free(&bare);
	buf_free(&line);
	return result;
}

/* What an item without any words of its own is called. */
static const char *
nameless(struct day *day, const struct rec *rec, const char *url)
{
	struct buf id = { 0 };
	const char *name = url;

	if (rec_line(rec, "id", &id) != NULL && id.len > 0)
		name = copy_line(day, id.at, MAX_TITLE);
	buf_free(&id);
	return *name != '\0' ? name : "?";
}

/* Sets `summary` to the member of that name, whose text goes to `store`. */
static void
read_summary(struct object *summary, const struct rec *rec, struct buf *store)
{
	struct span span = scan_get(&rec->object, "summary");

	buf_add(store, span.len > 0 ? span.at : "", span.len);
	if (!scan_object(summary, store->at, store->len))
		summary->count = 0;
}

static const char *
summary_line(struct day *day, const struct object *summary, const char *key)
{
	struct buf text = { 0 };
	const char *line = "";

	if (scan_string(&text, scan_get(summary, key)))
		line = copy_line(day, text.at, MAX_TEXT);
	buf_free(&text);
	return line;
}

static void
take_words(struct day *day, const struct rec *rec, enum section section,
    struct entry *entry)
{
	struct object summary = { 0 };
	struct buf store = { 0 };
	const char *by, **shown = &entry->title;

	read_summary(&summary, rec, &store);
	entry->text = summary_line(day, &summary, "text");
	entry->impact = summary_line(day, &summary, "impact");
	if (section != SECTION_PAPERS) {
		by = summary_line(day, &summary, "by");
		entry->text = headline(
		    day, entry, *by == '\0' || strcmp(by, "extract") == 0);
		shown = &entry->text;
	}
	if (**shown == '\0')
		*shown = nameless(day, rec, entry->url);
	scan_free(&summary);
	buf_free(&store);
}

static void
take_item(struct day *day, const struct rec *rec, enum section section)
{
	struct buf raw = { 0 }, url = { 0 };
	struct entry entry;
	struct group *group;

	rec_str(rec, "title", &raw);
	entry.title = copy_line(day, raw.at, MAX_TITLE);
	rec_str(rec, "url", &raw);
	url_safe(&url, raw.at);
	entry.url = arena_str(&day->text, url.len <= MAX_URL ? url.at : "");
	take_words(day, rec, section, &entry);
	rec_line(rec, "repo", &raw);
	group = group_at(day, section,
	    section == SECTION_PAPERS ? "" : copy_line(day, raw.at, MAX_TITLE));
	group->entries = xgrow(group->entries, &group->capacity,
	    group->count + 1, sizeof *group->entries);
	group->entries[group->count++] = entry;
	buf_free(&raw);
	buf_free(&url);
}

static void
take_digest(struct day *day, const struct rec *rec)
{
	struct buf part = { 0 }, text = { 0 };

	if (rec_str(rec, "part", &part) != NULL &&
	    rec_line(rec, "text", &text) != NULL && text.len > 0) {
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

	if (rec_str(rec, "id", &id) != NULL && id.len > 0) {
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
