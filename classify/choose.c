/*
 * Choosing by points: the topics, the type and the impact of a record.
 */
#include <stdlib.h>
#include <string.h>

#include "choose.h"

/* In points: more than a term in a body, less than in a title. */
static const double favour = 1.5;

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

static const char *
usual_impact(const char *kind)
{
	for (size_t i = 0; i < sizeof usual_impacts / sizeof *usual_impacts;
	     i++)
		if (strcmp(usual_impacts[i].kind, kind) == 0)
			return usual_impacts[i].impact;
	return "none";
}

static bool
is_named(const struct verdict *verdict, const struct section *topic)
{
	for (size_t i = 0; i < verdict->topic_count; i++)
		if (verdict->topics[i] == topic->name)
			return true;
	return false;
}

/*
 * Returns the section of `facet` with the most points, the first of equals,
 * that is not among the topics of `named` already; NULL if none has any.
 */
static const struct section *
best_section(
    const struct points *points, const struct verdict *named, enum facet facet)
{
	const struct topics *topics = points->topics;
	const struct section *best = NULL;
	double most = 0;

	for (size_t i = 0; i < topics->section_count; i++) {
		const struct section *section = &topics->sections[i];

		if (section->facet == facet &&
		    points_of(points, section) > most &&
		    (named == NULL || !is_named(named, section))) {
			best = section;
			most = points_of(points, section);
		}
	}
	return best;
}

void
choose_topics(
    struct verdict *verdict, const struct points *points, enum facet subject)
{
	const struct section *topic;
	double first = 0;

	while (verdict->topic_count < MAX_NAMED_TOPICS &&
	    (topic = best_section(points, verdict, subject)) != NULL &&
	    points_of(points, topic) >= first / 3) {
		if (verdict->topic_count == 0)
			first = points_of(points, topic);
		if (verdict->best_topic == NULL && !topic->wanted)
			verdict->best_topic = topic;
		verdict->topics[verdict->topic_count++] = topic->name;
	}
}

const struct section *
choose_head(const struct points *points, double least)
{
	const struct topics *topics = points->topics;
	const struct section *best = NULL;

	for (size_t i = 0; i < topics->section_count; i++) {
		const struct section *section = &topics->sections[i];
		double sum = section->weight + points_of(points, section);

		if (section->facet == FACET_TOPIC && section->wanted &&
		    points_of(points, section) > 0 && sum > least) {
			best = section;
			least = sum;
		}
	}
	return best;
}

/* Chooses the best section of `facet` and counts its weight; NULL: none. */
static const char *
choose(struct points *points, enum facet facet)
{
	const struct section *section = best_section(points, NULL, facet);

	if (section == NULL)
		return NULL;
	points_for_section(points, section);
	return section->name;
}

void
choose_type(struct verdict *verdict, struct points *points, enum facet facet,
    const char *usual)
{
	const char *type = facet != FACET_COUNT ? choose(points, facet) : NULL;

	verdict->type = type != NULL ? type : usual;
}

void
choose_impact(struct verdict *verdict, struct points *points)
{
	const char *usual = usual_impact(verdict->type), *impact;

	points_favour(points, FACET_IMPACT, usual, favour);
	impact = choose(points, FACET_IMPACT);
	verdict->impact = impact != NULL ? impact : usual;
}
