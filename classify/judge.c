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

static const struct manner manners[] = {
	{ "paper", FACET_PAPER, FACET_TOPIC, FACET_COUNT, NULL, false },
	{ "commit", FACET_COMMIT, FACET_PART, FACET_TYPE, "refactor", false },
	{ "pull", FACET_COMMIT, FACET_PART, FACET_TYPE, "refactor", false },
	{ "issue", FACET_ISSUE, FACET_PART, FACET_KIND, "bug", true },
	{ "release", FACET_RELEASE, FACET_PART, FACET_COUNT, "release", false },
};

/* The facets whose sections count as a whole, besides a kind's own. */
static const unsigned boosts = FACET(FACET_CATEGORY) | FACET(FACET_REPO) |
    FACET(FACET_AUTHOR) | FACET(FACET_LABEL);

void
judge_start(struct judge *judge, const struct topics *topics)
{
	*judge = (struct judge) { 0 };
	points_start(&judge->points, topics);
	facts_start(&judge->facts, topics);
}

static const struct manner *
manner_of(const char *kind)
{
	for (size_t i = 0; i < sizeof manners / sizeof *manners; i++)
		if (strcmp(kind, manners[i].kind) == 0)
			return &manners[i];
	return NULL;
}

static unsigned
facets_of(const struct manner *manner)
{
	unsigned facets = FACET(manner->subject) | FACET(manner->own) |
	    FACET(FACET_MUTE);

	if (manner->sort != FACET_COUNT)
		facets |= FACET(manner->sort);
	if (manner->has_impact)
		facets |= FACET(FACET_IMPACT);
	return facets;
}

/* Gives points for the first `max` strings of the array `key`. */
static void
weigh_strings(struct judge *judge, const struct rec *rec, const char *key,
    size_t max, unsigned facets, enum area area)
{
	struct span rest = scan_get(&rec->object, key), item;

	if ((facets & judge->points.topics->facets) == 0)
		return;
	buf_clear(&judge->raw);
	while (max-- > 0 && scan_item(&rest, &item))
		if (scan_string(&judge->raw, item))
			buf_char(&judge->raw, '\n');
	points_for_text(&judge->points, facets, area, judge->raw.at);
}

/* Gives points for title and text. */
static void
weigh_prose(struct judge *judge, unsigned facets, const struct rec *rec)
{
	const char *body;

	buf_clear(&judge->text);
	if (rec_str(rec, "title", &judge->title) != NULL)
		points_for_text(
		    &judge->points, facets, AREA_TITLE, judge->title.at);
	if (judge->manner->own == FACET_PAPER)
		rec_str(rec, "text", &judge->text);
	else if ((body = rec_str(rec, "text", &judge->raw)) != NULL)
		body_prose(&judge->text, body);
	points_for_text(&judge->points, facets, AREA_TEXT, judge->text.at);
}

/* Gives points for what describes the record. */
static void
weigh_members(struct judge *judge, unsigned facets, const struct rec *rec)
{
	const unsigned mute = FACET(FACET_MUTE);
	const char *repo;

	if (judge->manner->own == FACET_PAPER)
		weigh_strings(judge, rec, "categories", 1,
		    mute | FACET(FACET_CATEGORY) | FACET(FACET_TOPIC),
		    AREA_CATEGORY);
	weigh_strings(judge, rec, "authors", SIZE_MAX,
	    mute | FACET(FACET_AUTHOR), AREA_AUTHOR);
	if (judge->manner->own == FACET_PAPER)
		return;
	weigh_strings(judge, rec, "labels", SIZE_MAX,
	    judge->manner->has_impact ? facets | FACET(FACET_LABEL)
				      : mute | FACET(FACET_LABEL),
	    AREA_LABEL);
	if ((repo = rec_str(rec, "repo", &judge->raw)) != NULL)
		points_for_text(
		    &judge->points, mute | FACET(FACET_REPO), AREA_REPO, repo);
}

static void
weigh_facts(struct judge *judge, unsigned facets, const struct rec *rec)
{
	const struct topics *topics = judge->points.topics;

	facts_read(&judge->facts, rec);
	if (judge->facts.files > 0 && judge->facts.muted == judge->facts.files)
		judge->points.muted = topics_area(AREA_PATH);
	if (judge->facts.files > 0)
		points_for_text(&judge->points, FACET(judge->manner->subject),
		    AREA_PATH, judge->facts.paths.at);
	points_begin(&judge->points);
	for (size_t i = 0; i < topics->fact_count; i++) {
		const struct fact *fact = &topics->facts[i];

		if ((facets & FACET(topics->lines[fact->line].facet)) != 0 &&
		    facts_hold(&judge->facts, rec, i))
			points_for_fact(&judge->points, facets, fact);
	}
}

/* Gives the own points of the sections that apply to the kind as a whole. */
static void
weigh_whole(struct judge *judge)
{
	const struct topics *topics = judge->points.topics;

	for (size_t i = 0; i < topics->section_count; i++)
		if (topics->sections[i].facet == judge->manner->own)
			points_for_section(
			    &judge->points, &topics->sections[i]);
}

/*
 * Tells whether what a reason says counts in the score, by the head that the
 * verdict has: one topic that is wanted for its own sake, or the kind's terms,
 * the boosts and the best of the other topics, but for the category, which is
 * a boost of its own.
 */
static bool
counts(const struct judge *judge, const struct reason *reason)
{
	const struct section *section =
	    &judge->points.topics->sections[reason->section];

	if (judge->verdict.head != NULL)
		return section == judge->verdict.head;
	if (section->facet == FACET_TOPIC)
		return section == judge->verdict.best_topic &&
		    reason->area != AREA_CATEGORY;
	return section->facet == judge->manner->own ||
	    (boosts & FACET(section->facet)) != 0 || *reason->term == '\0';
}

static double
add_up(struct judge *judge)
{
	double sum = 0;

	for (size_t i = 0; i < judge->points.count; i++) {
		struct reason *reason = &judge->points.reasons[i];

		reason->counts = counts(judge, reason);
		if (reason->counts)
			sum += reason->points;
	}
	return sum;
}

/* Adds up what counts, by the head that says most. */
static void
score(struct judge *judge)
{
	struct verdict *verdict = &judge->verdict;

	verdict->points = add_up(judge);
	if (judge->manner->own == FACET_PAPER)
		verdict->head = choose_head(&judge->points, verdict->points);
	if (verdict->head != NULL) {
		points_for_section(&judge->points, verdict->head);
		verdict->points = add_up(judge);
	}
	verdict->muted = judge->points.muted;
	verdict->score = verdict->muted != NULL
	    ? 0
	    : 1 / (1 + exp(-verdict->points));
}

bool
judge_record(struct judge *judge, const struct rec *rec)
{
	const char *kind = rec_str(rec, "kind", &judge->raw);
	const struct manner *manner = kind != NULL ? manner_of(kind) : NULL;
	unsigned facets;

	if ((judge->manner = manner) == NULL)
		return false;
	facets = facets_of(manner);
	judge->verdict = (struct verdict) { 0 };
	points_clear(&judge->points);
	weigh_prose(judge, facets, rec);
	weigh_members(judge, facets, rec);
	weigh_facts(judge, facets, rec);
	choose_topics(&judge->verdict, &judge->points, manner->subject);
	choose_type(
	    &judge->verdict, &judge->points, manner->sort, manner->usual_type);
	if (manner->has_impact)
		choose_impact(&judge->verdict, &judge->points);
	weigh_whole(judge);
	score(judge);
	return true;
}

void
judge_free(struct judge *judge)
{
	points_free(&judge->points);
	facts_free(&judge->facts);
	buf_free(&judge->title);
	buf_free(&judge->text);
	buf_free(&judge->raw);
}
