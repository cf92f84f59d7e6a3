/*
 * An item of a report.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "item.h"
#include "text.h"
#include "title.h"
#include "url.h"
#include "when.h"

enum {
	MAX_TITLE = 400, /* bytes; a longer one is cut at a character */
	MAX_TEXT = 4000,
	MAX_URL = 2000, /* a longer one is no link */
	MAX_CLASS = 64 * 1024, /* of a longer one nothing is read */
	LAYOUT = 40 /* what a report adds to an item's words */
};

/* Returns a copy of `s` as one line; free() it. */
static char *
copy_line(const char *s, size_t max)
{
	struct buf line = { 0 };

	text_line(&line, s != NULL ? s : "");
	if (line.len > max) {
		buf_cut(&line, utf8_cut(line.at, max));
		buf_str(&line, "…");
	}
	return line.at;
}

/* Returns the member `key` as one line; free() it. */
static char *
line_of(const struct rec *rec, const char *key, size_t max)
{
	struct buf raw = { 0 };
	char *line = copy_line(rec_str(rec, key, &raw), max);

	buf_free(&raw);
	return line;
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

bool
item_section(const struct rec *rec, enum section *section)
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

/* An object within a record, with the text that it is read from. */
struct part {
	struct object object;
	struct buf store;
};

static void
part_read(struct part *part, const struct rec *rec, const char *key)
{
	struct span span = scan_get(&rec->object, key);

	*part = (struct part) { 0 };
	if (span.len <= MAX_CLASS)
		buf_add(&part->store, span.at, span.len);
	if (part->store.len == 0 ||
	    !scan_object(&part->object, part->store.at, part->store.len))
		part->object.count = 0;
}

static char *
part_line(const struct part *part, const char *key, size_t max)
{
	struct buf raw = { 0 };
	bool found = scan_string(&raw, scan_get(&part->object, key));
	char *line = copy_line(found ? raw.at : NULL, max);

	buf_free(&raw);
	return line;
}

static void
part_free(struct part *part)
{
	scan_free(&part->object);
	buf_free(&part->store);
}

double
item_score(const struct rec *rec)
{
	struct part class;
	struct span span;
	double score = 0;

	part_read(&class, rec, "class");
	span = scan_get(&class.object, "score");
	if (span.len > 0 && (ascii_is_digit(*span.at) || *span.at == '-'))
		score = strtod(span.at, NULL);
	part_free(&class);
	if (score < 0)
		return 0;
	return score < 1 ? score : 1;
}

static void
read_topic(struct item *item, const struct rec *rec)
{
	jv class = rec_value(rec, "class");
	jv topics = json_member(class, "topics");
	const char *first = json_item_str(topics, 0);

	item->topic = copy_line(first, MAX_TITLE);
	json_free(topics);
	json_free(class);
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
 * A summary by a model says all there is to say of a change or an issue; one
 * taken from its body adds to the title, without what that says for machines.
 */
static void
take_words(struct item *item, const char *title)
{
	bool extracted = *item->by == '\0' || strcmp(item->by, "extract") == 0;
	struct buf head = { 0 };

	if (!extracted && *item->detail != '\0') {
		item->head = item->detail;
		item->detail = xstrdup("");
		return;
	}
	title_bare(&head, title);
	if (strcmp(item->detail, head.at) == 0)
		*item->detail = '\0';
	if (*item->detail != '\0')
		drop_stop(&head);
	item->head = head.at;
}

static void
read_summary(struct item *item, const struct rec *rec)
{
	struct part summary;

	part_read(&summary, rec, "summary");
	item->detail = part_line(&summary, "text", MAX_TEXT);
	item->impact = part_line(&summary, "impact", MAX_TEXT);
	item->by = part_line(&summary, "by", MAX_TITLE);
	item->replaced = strcmp(item->by, "extract") == 0 &&
	    scan_get(&summary.object, "unsupported").len > strlen("[]");
	part_free(&summary);
}

static void
read_url(struct item *item, const struct rec *rec)
{
	struct buf raw = { 0 }, url = { 0 };

	rec_str(rec, "url", &raw);
	url_safe(&url, raw.at);
	if (url.len > MAX_URL)
		buf_clear(&url);
	item->url = url.at;
	buf_free(&raw);
}

/*
 * An item without a head goes by what is said of it, else by its id, else by
 * its link.
 */
static void
name(struct item *item)
{
	const char *name = *item->id != '\0' ? item->id : item->url;

	if (*item->head != '\0')
		return;
	free(item->head);
	if (item->section == SECTION_PAPERS || *item->detail == '\0') {
		item->head = copy_line(*name != '\0' ? name : "?", MAX_TITLE);
	} else {
		item->head = item->detail;
		item->detail = xstrdup("");
	}
}

static char *
read_created(const struct rec *rec)
{
	struct buf raw = { 0 };
	char created[WHEN_TIME_SIZE] = "";
	time_t time;

	if (rec_str(rec, "created", &raw) != NULL && when_time(raw.at, &time))
		when_put_time(created, time);
	buf_free(&raw);
	return xstrdup(created);
}

struct item *
item_read(const struct rec *rec, enum section section, double score)
{
	struct item *item = xmalloc(sizeof *item);
	char *title;

	*item = (struct item) { .section = section, .score = score };
	item->id = line_of(rec, "id", MAX_TITLE);
	read_url(item, rec);
	read_summary(item, rec);
	title = line_of(rec, "title", MAX_TITLE);
	if (section == SECTION_PAPERS) {
		item->head = title;
		item->repo = xstrdup("");
	} else {
		take_words(item, title);
		free(title);
		item->repo = line_of(rec, "repo", MAX_TITLE);
	}
	read_topic(item, rec);
	item->created = read_created(rec);
	name(item);
	item->size = strlen(item->head) + strlen(item->detail) +
	    strlen(item->impact) + strlen(item->url) + LAYOUT;
	return item;
}

void
item_free(struct item *item)
{
	free(item->id);
	free(item->head);
	free(item->url);
	free(item->detail);
	free(item->impact);
	free(item->repo);
	free(item->topic);
	free(item->by);
	free(item->created);
	free(item);
}
