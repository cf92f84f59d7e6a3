/*
 * Choosing by points: the topics, the type and the impact of a record, and
 * how the choice is written down.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "choose.h"
#include "emit.h"

enum {
	MAX_WHY = 6 /* terms that are given as the reason */
};

/* The impact of an issue whose words do not tell. */
static const struct {
	const char *kind, *impact;
} usual_impacts[] = {
	{ "feature", "feature" },
	{ "rfc", "feature" },
	{ "perf", "performance" },
	{ "install", "install-build" },
	{ "ci", "none" },
	{ "question", "usability" },
	{ "bug", "usability" },
};

static bool
is_named(const struct verdict *verdict, const char *topic)
{
	for (size_t i = 0; i < verdict->topic_count; i++)
		if (strcmp(verdict->topics[i], topic) == 0)
			return true;
	return false;
}

/*
 * Returns the section of `facet` with the most points, the first of equals,
 * that is not named as a topic already; NULL if none has any.
 */
static const struct section *
best_section(const struct judge *judge, enum facet facet)
{
	const struct topics *topics = judge->topics;
	const struct section *best = NULL;
	double most = 0;

	for (size_t i = 0; i < topics->section_count; i++) {
		const struct section *section = &topics->sections[i];

		if (section->facet == facet && judge->sums[i] > most &&
		    !is_named(&judge->verdict, section->name)) {
			best = section;
			most = judge->sums[i];
		}
	}
	return best;
}

static double
points_of(const struct judge *judge, const struct section *section)
{
	return judge->sums[section - judge->topics->sections];
}

void
choose_topics(struct judge *judge)
{
	struct verdict *verdict = &judge->verdict;
	const struct section *topic;
	double first = 0;

	while (verdict->topic_count < MAX_NAMED_TOPICS &&
	    (topic = best_section(judge, FACET_TOPIC)) != NULL &&
	    points_of(judge, topic) >= first / 3) {
		if (verdict->topic_count == 0)
			first = points_of(judge, topic);
		verdict->topics[verdict->topic_count++] = topic->name;
	}
}

static const char *
usual_impact(const char *kind)
{
	for (size_t i = 0; i < sizeof usual_impacts / sizeof *usual_impacts;
	     i++)
		if (strcmp(usual_impacts[i].kind, kind) == 0)
			return usual_impacts[i].impact;
	return "none";
}

void
choose_sort(struct judge *judge, const struct manner *manner)
{
	struct verdict *verdict = &judge->verdict;
	const struct section *section;

	verdict->type = manner->usual_sort;
	if (manner->sort != FACET_COUNT &&
	    (section = best_section(judge, manner->sort)) != NULL) {
		verdict->type = section->name;
		judge_count(judge, section);
	}
	if (!manner->has_impact)
		return;
	verdict->impact = usual_impact(verdict->type);
	if ((section = best_section(judge, FACET_IMPACT)) != NULL) {
		verdict->impact = section->name;
		judge_count(judge, section);
	}
}

/* More points first; of equals the one that came first. */
static int
by_points(const void *a, const void *b)
{
	const struct reason *const *x = a, *const *y = b;
	double dx = fabs((*x)->points), dy = fabs((*y)->points);

	if (dx != dy)
		return dx < dy ? 1 : -1;
	return (*x > *y) - (*x < *y);
}

/*
 * Sets `best` to the reasons that count, but for sections themselves, the best
 * first; returns how many there are.
 */
static size_t
sort_reasons(const struct judge *judge, const struct reason **best)
{
	size_t count = 0;

	for (size_t i = 0; i < judge->reason_count; i++)
		if (judge->reasons[i].counts && *judge->reasons[i].term != '\0')
			best[count++] = &judge->reasons[i];
	qsort(best, count, sizeof *best, by_points);
	return count;
}

static bool
is_said(const char *const *said, size_t count, const char *term)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(said[i], term) == 0)
			return true;
	return false;
}

/* The terms that count most, each once; those against it with a minus. */
static void
put_why(const struct judge *judge, struct buf *json)
{
	const struct reason **best = xmalloc(
	    (judge->reason_count + 1) * sizeof *best);
	const char *said[MAX_WHY];
	size_t count = sort_reasons(judge, best), said_count = 0;
	struct buf term = { 0 };

	emit_open(json, "why", '[');
	for (size_t i = 0; i < count && said_count < MAX_WHY; i++) {
		if (is_said(said, said_count, best[i]->term))
			continue;
		said[said_count++] = best[i]->term;
		buf_clear(&term);
		buf_printf(&term, "%s%s", best[i]->points < 0 ? "-" : "",
		    best[i]->term);
		emit_string(json, NULL, term.at);
	}
	emit_close(json, ']');
	buf_free(&term);
	free(best);
}

void
choose_class(const struct judge *judge, struct buf *json)
{
	const struct verdict *verdict = &judge->verdict;

	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_number(json, "score", verdict->score, 3);
	emit_open(json, "topics", '[');
	for (size_t i = 0; i < verdict->topic_count; i++)
		emit_string(json, NULL, verdict->topics[i]);
	emit_close(json, ']');
	if (verdict->type != NULL)
		emit_string(json, "type", verdict->type);
	if (verdict->impact != NULL)
		emit_string(json, "impact", verdict->impact);
	put_why(judge, json);
	emit_close(json, '}');
}
