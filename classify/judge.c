/*
 * Judging a record: the terms found give points to sections, and each kind of
 * record has its own sections that count.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "body.h"
#include "choose.h"
#include "judge.h"

/* What counts for a kind of record. */
static const struct manner {
	const char *kind;
	enum facet own; /* terms for or against it */
	enum facet sort; /* its type is one of these; FACET_COUNT: none */
	const char *usual_type; /* where no term tells */
	bool is_paper; /* topics and category count, the text has no template */
	bool has_impact;
} manners[] = {
	{ "paper", FACET_PAPER, FACET_COUNT, NULL, true, false },
	{ "commit", FACET_COMMIT, FACET_TYPE, "refactor", false, false },
	{ "pull", FACET_COMMIT, FACET_TYPE, "refactor", false, false },
	{ "issue", FACET_ISSUE, FACET_KIND, "bug", false, true },
	{ "release", FACET_RELEASE, FACET_COUNT, "release", false, false },
};

void
judge_start(struct judge *judge, const struct topics *topics)
{
	*judge = (struct judge) { 0 };
	points_start(&judge->points, topics);
}

static const struct manner *
manner_of(const struct rec *rec)
{
	for (size_t i = 0; i < sizeof manners / sizeof *manners; i++)
		if (rec_is(rec, manners[i].kind))
			return &manners[i];
	return NULL;
}

static unsigned
facets_of(const struct manner *manner)
{
	unsigned facets = FACET(FACET_TOPIC) | FACET(manner->own);

	if (manner->is_paper)
		facets |= FACET(FACET_CATEGORY);
	if (manner->sort != FACET_COUNT)
		facets |= FACET(manner->sort);
	if (manner->has_impact)
		facets |= FACET(FACET_IMPACT);
	return facets;
}

/* Sets `text` to the strings of an array, a line each; `max` at the most. */
static const char *
strings_of(struct buf *text, const struct rec *rec, const char *key, size_t max)
{
	jv array = rec_value(rec, key);
	size_t count = json_count(array);

	buf_clear(text);
	for (size_t i = 0; i < count && i < max; i++) {
		const char *s = json_item_str(array, i);

		if (s != NULL)
			buf_printf(text, "%s\n", s);
	}
	json_free(array);
	return text->at;
}

static void
weigh_record(
    struct judge *judge, const struct manner *manner, const struct rec *rec)
{
	unsigned facets = facets_of(manner);
	const char *s;

	if ((s = rec_str(rec, "title", &judge->text)) != NULL)
		points_for_text(&judge->points, facets, AREA_TITLE, s);
	if ((s = rec_str(rec, "text", &judge->text)) != NULL) {
		if (!manner->is_paper) {
			body_prose(&judge->prose, s);
			s = judge->prose.at;
		}
		points_for_text(&judge->points, facets, AREA_TEXT, s);
	}
	if (manner->has_impact)
		points_for_text(&judge->points, facets, AREA_LABELS,
		    strings_of(&judge->text, rec, "labels", SIZE_MAX));
	if (manner->is_paper)
		points_for_text(&judge->points, facets, AREA_CATEGORY,
		    strings_of(&judge->text, rec, "categories", 1));
}

/* Counts the sections that apply to the record as a whole. */
static void
count_whole(
    struct judge *judge, const struct manner *manner, const struct rec *rec)
{
	const struct topics *topics = judge->points.topics;

	for (size_t i = 0; i < topics->section_count; i++) {
		const struct section *section = &topics->sections[i];

		if (section->facet == manner->own ||
		    (section->facet == FACET_FLAG &&
			rec_true(rec, section->name)))
			points_for_section(&judge->points, section);
	}
}

/* Tells whether the points for a term count, besides helping in a choice. */
static bool
counts(const struct judge *judge, const struct manner *manner, size_t section)
{
	const struct verdict *verdict = &judge->verdict;
	const struct section *s = &judge->points.topics->sections[section];

	if (s->facet == FACET_TOPIC)
		return manner->is_paper && verdict->topic_count > 0 &&
		    strcmp(s->name, verdict->topics[0]) == 0;
	return s->facet == manner->own || s->facet == FACET_CATEGORY;
}

/* Adds up what counts: of the topics only the best. */
static void
add_up(struct judge *judge, const struct manner *manner)
{
	struct verdict *verdict = &judge->verdict;

	for (size_t i = 0; i < judge->points.count; i++) {
		struct reason *reason = &judge->points.reasons[i];

		if (*reason->term != '\0')
			reason->counts = counts(judge, manner, reason->section);
		if (reason->counts)
			verdict->points += reason->points;
	}
	verdict->score = 1 / (1 + exp(-verdict->points));
}

bool
judge_record(struct judge *judge, const struct rec *rec)
{
	const struct manner *manner = manner_of(rec);

	if (manner == NULL)
		return false;
	judge->verdict = (struct verdict) { 0 };
	points_clear(&judge->points);
	weigh_record(judge, manner, rec);
	choose_topics(&judge->verdict, &judge->points);
	choose_type(
	    &judge->verdict, &judge->points, manner->sort, manner->usual_type);
	if (manner->has_impact)
		choose_impact(&judge->verdict, &judge->points);
	count_whole(judge, manner, rec);
	add_up(judge, manner);
	return true;
}

void
judge_free(struct judge *judge)
{
	points_free(&judge->points);
	buf_free(&judge->text);
	buf_free(&judge->prose);
}
