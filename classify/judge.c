/*
 * Judging a record: each term found gives points to its sections, each kind
 * of record has its own sections that count.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "body.h"
#include "choose.h"
#include "judge.h"

#define BIT(facet) (1U << (facet))

static const struct manner manners[] = {
	{ "paper", FACET_PAPER, FACET_COUNT, NULL, true, false },
	{ "commit", FACET_COMMIT, FACET_TYPE, "refactor", false, false },
	{ "pull", FACET_COMMIT, FACET_TYPE, "refactor", false, false },
	{ "issue", FACET_ISSUE, FACET_KIND, "bug", false, true },
	{ "release", FACET_RELEASE, FACET_COUNT, "release", false, false },
};

/* How much a term counts by where it stands. */
static const double factor[FACET_COUNT][AREA_COUNT] = {
	[FACET_PAPER] = { [AREA_TITLE] = 1, [AREA_TEXT] = 1 },
	[FACET_TOPIC] = { [AREA_TITLE] = 1, [AREA_TEXT] = 1 },
	[FACET_CATEGORY] = { [AREA_CATEGORY] = 1 },
	[FACET_COMMIT] = { [AREA_TITLE] = 1, [AREA_TEXT] = 0.25 },
	[FACET_TYPE] = { [AREA_TITLE] = 1 },
	[FACET_ISSUE] = { [AREA_TITLE] = 1,
	    [AREA_TEXT] = 0.25,
	    [AREA_LABELS] = 1 },
	[FACET_KIND] = { [AREA_TITLE] = 1, [AREA_LABELS] = 1 },
	[FACET_IMPACT] = { [AREA_TITLE] = 1,
	    [AREA_TEXT] = 0.3,
	    [AREA_LABELS] = 0.5 },
	[FACET_RELEASE] = { [AREA_TITLE] = 1 },
};

void
judge_start(struct judge *judge, const struct topics *topics)
{
	*judge = (struct judge) { .topics = topics };
	judge->sums = xmalloc(
	    (topics->section_count + 1) * sizeof *judge->sums);
	judge->lines = xmalloc((topics->line_count + 1) * sizeof *judge->lines);
	memset(
	    judge->lines, 0, (topics->line_count + 1) * sizeof *judge->lines);
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
	unsigned facets = BIT(FACET_TOPIC) | BIT(manner->own);

	if (manner->is_paper)
		facets |= BIT(FACET_CATEGORY);
	if (manner->sort != FACET_COUNT)
		facets |= BIT(manner->sort);
	if (manner->has_impact)
		facets |= BIT(FACET_IMPACT);
	return facets;
}

static void
add_reason(struct judge *judge, struct reason reason)
{
	judge->sums[reason.section] += reason.points;
	judge->reasons = xgrow(judge->reasons, &judge->reason_capacity,
	    judge->reason_count + 1, sizeof *judge->reasons);
	judge->reasons[judge->reason_count++] = reason;
}

/* Tells whether a sense of a term that was hit in `area` gives points. */
static bool
applies(const struct judge *judge, const struct sense *sense, unsigned facets,
    enum area area, bool at_start)
{
	enum facet facet = judge->topics->sections[sense->section].facet;

	return (facets & BIT(facet)) != 0 && factor[facet][area] != 0 &&
	    judge->lines[sense->line] != judge->text_number &&
	    (!sense->at_start_only || (at_start && area == AREA_TITLE));
}

/* Gives points for the terms of `text`, which stands in `area`. */
static void
weigh(struct judge *judge, unsigned facets, enum area area, const char *text)
{
	const struct topics *topics = judge->topics;

	judge->text_number++;
	trie_match(&topics->trie, text, &judge->hits);
	for (size_t i = 0; i < judge->hits.count; i++) {
		const struct trie_hit *hit = &judge->hits.hits[i];
		const struct term *term = &topics->terms[hit->term];
		const struct sense *sense;

		for (size_t at = term->sense; at != 0; at = sense->next) {
			enum facet facet;

			sense = &topics->senses[at];
			facet = topics->sections[sense->section].facet;
			if (!applies(judge, sense, facets, area, hit->at_start))
				continue;
			judge->lines[sense->line] = judge->text_number;
			add_reason(judge,
			    (struct reason) { term->text, sense->section, area,
				sense->weight * factor[facet][area], true });
		}
	}
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
		weigh(judge, facets, AREA_TITLE, s);
	if ((s = rec_str(rec, "text", &judge->text)) != NULL) {
		if (!manner->is_paper) {
			body_prose(&judge->prose, s);
			s = judge->prose.at;
		}
		weigh(judge, facets, AREA_TEXT, s);
	}
	if (manner->has_impact)
		weigh(judge, facets, AREA_LABELS,
		    strings_of(&judge->text, rec, "labels", SIZE_MAX));
	if (manner->is_paper)
		weigh(judge, facets, AREA_CATEGORY,
		    strings_of(&judge->text, rec, "categories", 1));
}

void
judge_count(struct judge *judge, const struct section *section)
{
	size_t i = (size_t)(section - judge->topics->sections);

	if (section->weight != 0)
		add_reason(judge,
		    (struct reason) {
			"", i, AREA_TITLE, section->weight, true });
}

/* Counts the sections that apply to the record as a whole. */
static void
count_whole(
    struct judge *judge, const struct manner *manner, const struct rec *rec)
{
	const struct topics *topics = judge->topics;

	for (size_t i = 0; i < topics->section_count; i++) {
		const struct section *section = &topics->sections[i];

		if (section->facet == manner->own ||
		    (section->facet == FACET_FLAG &&
			rec_true(rec, section->name)))
			judge_count(judge, section);
	}
}

/* Tells whether the points for a term count, besides helping in a choice. */
static bool
counts(const struct judge *judge, const struct manner *manner, size_t section)
{
	const struct verdict *verdict = &judge->verdict;
	const struct section *s = &judge->topics->sections[section];

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

	for (size_t i = 0; i < judge->reason_count; i++) {
		struct reason *reason = &judge->reasons[i];

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
	judge->reason_count = 0;
	memset(
	    judge->sums, 0, judge->topics->section_count * sizeof *judge->sums);
	weigh_record(judge, manner, rec);
	choose_topics(judge);
	choose_sort(judge, manner);
	count_whole(judge, manner, rec);
	add_up(judge, manner);
	return true;
}

void
judge_free(struct judge *judge)
{
	free(judge->reasons);
	free(judge->sums);
	free(judge->lines);
	trie_hits_free(&judge->hits);
	buf_free(&judge->text);
	buf_free(&judge->prose);
}
