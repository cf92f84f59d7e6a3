/*
 * What can be looked up in a report.
 */
#include <stdlib.h>
#include <string.h>

#include "contents.h"
#include "emit.h"
#include "json.h"
#include "utf8.h"

enum {
	MAX_TITLES = 200,
	MAX_TITLE = 160, /* bytes */
	MAX_TOPICS = 50,
	MAX_TOPIC = 80
};

static const char *
copy(struct contents *contents, const char *s, size_t max)
{
	struct buf cut = { 0 };
	size_t len = utf8_cut(s, max);
	const char *kept;

	buf_add(&cut, s, len);
	buf_str(&cut, s[len] != '\0' ? "…" : "");
	kept = arena_str(&contents->text, cut.at);
	buf_free(&cut);
	return kept;
}

static void
take_title(struct contents *contents, const struct rec *rec)
{
	struct buf title = { 0 };

	if (contents->title_count < MAX_TITLES &&
	    rec_line(rec, "title", &title) != NULL && title.len > 0) {
		contents->titles = xgrow(contents->titles,
		    &contents->title_capacity, contents->title_count + 1,
		    sizeof *contents->titles);
		contents->titles[contents->title_count++] = copy(
		    contents, title.at, MAX_TITLE);
	}
	buf_free(&title);
}

static void
count_topic(struct contents *contents, const char *topic)
{
	size_t at = map_get(&contents->index, topic, MAX_TOPICS);

	if (at == MAX_TOPICS && contents->topic_count < MAX_TOPICS) {
		at = contents->topic_count++;
		contents->topics = xgrow(contents->topics,
		    &contents->topic_capacity, at + 1,
		    sizeof *contents->topics);
		contents->counts = xgrow(contents->counts,
		    &contents->count_capacity, at + 1,
		    sizeof *contents->counts);
		contents->topics[at] = copy(contents, topic, MAX_TOPIC);
		contents->counts[at] = 0;
		*map_at(&contents->index, topic, at) = at;
	}
	if (at < MAX_TOPICS)
		contents->counts[at]++;
}

static void
take_topic(struct contents *contents, const struct rec *rec)
{
	jv class = rec_value(rec, "class");
	jv topics = json_member(class, "topics");
	const char *first = json_item_str(topics, 0);

	if (first != NULL && *first != '\0')
		count_topic(contents, first);
	json_free(topics);
	json_free(class);
}

void
contents_take(struct contents *contents, const struct rec *rec)
{
	static const char *const kinds[] = { "paper", "commit", "issue", "pull",
		"release" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!rec_is(rec, kinds[i]))
			continue;
		take_title(contents, rec);
		take_topic(contents, rec);
	}
}

void
contents_emit(const struct contents *contents, struct buf *json)
{
	if (contents->topic_count > 0) {
		emit_open(json, "topics", '{');
		for (size_t i = 0; i < contents->topic_count; i++)
			emit_integer(json, contents->topics[i],
			    (long long)contents->counts[i]);
		emit_close(json, '}');
	}
	if (contents->title_count > 0) {
		emit_open(json, "titles", '[');
		for (size_t i = 0; i < contents->title_count; i++)
			emit_string(json, NULL, contents->titles[i]);
		emit_close(json, ']');
	}
}

void
contents_free(struct contents *contents)
{
	free(contents->titles);
	free(contents->topics);
	free(contents->counts);
	map_free(&contents->index);
	arena_free(&contents->text);
	*contents = (struct contents) { 0 };
}
