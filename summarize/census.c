/*
 * How many records there are of what.
 */
#include <stdlib.h>

#include "census.h"
#include "json.h"

enum {
	ORDINALS = 3 /* a list of what to read first is numbered */
};

/* Counts one more of `name` in `group`, and tells whether it is the first. */
static bool
count(struct census *census, const char *group, const char *name)
{
	size_t *at;

	if (name == NULL || *name == '\0')
		return false;
	buf_clear(&census->key);
	buf_printf(&census->key, "%s\n%s", group, name);
	at = map_at(&census->index, census->key.at, census->count);
	if (*at == census->count) {
		census->counts = xgrow(census->counts, &census->capacity,
		    census->count + 1, sizeof *census->counts);
		census->counts[census->count++] = 0;
	}
	return census->counts[*at]++ == 0;
}

static void
count_class(struct census *census, const struct rec *rec)
{
	jv class = rec_value(rec, "class");
	jv topics = json_member(class, "topics");

	count(census, "type", json_str(class, "type"));
	count(census, "impact", json_str(class, "impact"));
	for (size_t i = 0; i < json_count(topics); i++)
		count(census, i == 0 ? "topic" : "other topic",
		    json_item_str(topics, i));
	json_free(topics);
	json_free(class);
}

void
census_take(struct census *census, const struct rec *rec)
{
	struct buf kind = { 0 };
	const char *repo = rec_line(rec, "repo", &census->name);

	if (rec_line(rec, "kind", &kind) != NULL && !rec_is(rec, "status")) {
		count(census, "kind", kind.at);
		count(census, "items", "all");
		if (repo != NULL && count(census, kind.at, repo))
			count(census, "repositories", kind.at);
		count_class(census, rec);
	} else if (rec_is(rec, "status") && !rec_true(rec, "ok")) {
		count(census, "sources", "failed");
	}
	buf_free(&kind);
}

void
census_text(const struct census *census, struct buf *out)
{
	for (size_t i = 0; i < census->count; i++)
		buf_printf(out, "%zu ", census->counts[i]);
	for (int i = 1; i <= ORDINALS; i++)
		buf_printf(out, "%d ", i);
}

void
census_free(struct census *census)
{
	map_free(&census->index);
	free(census->counts);
	buf_free(&census->key);
	buf_free(&census->name);
}
