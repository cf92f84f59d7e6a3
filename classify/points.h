/*
 * What the terms of a record say for the sections of the topics file, in
 * points.
 */
#ifndef POINTS_H
#define POINTS_H

#include <stdbool.h>

#include "match.h"
#include "topics.h"

/* What a term in the record said for a section. */
struct reason {
	const char *term; /* one string each; "" for the section itself */
	double points; /* log-odds */
	uint32_t line; /* of the term; for the section itself, the section */
	uint32_t section;
	enum area area;
	bool counts; /* in the score; else only in a choice */
};

/* Start with points_start(). */
struct points {
	const struct topics *topics;
	struct reason *reasons; /* as they came */
	size_t count, capacity;
	double *sums; /* for each section */
	uint64_t *lines; /* the text in which each line of terms counted last */
	uint64_t text_number; /* counts the texts */
	const char *muted; /* the term that mutes the record; NULL: none */
	struct match match;
};

/* Prepares to give points by `topics`, which must outlive them. */
void points_start(struct points *points, const struct topics *topics);

/* Takes all points away. */
void points_clear(struct points *points);

/*
 * Gives points for the terms of `text`, which stands in `area`, to the
 * sections of the facets in the set `facets`.
 */
void points_for_text(
    struct points *points, unsigned facets, enum area area, const char *text);

/* Begins another text: lines of terms count once more. */
void points_begin(struct points *points);

/* Gives points for a fact that holds to a section of the set `facets`. */
void points_for_fact(
    struct points *points, unsigned facets, const struct fact *fact);

/* Gives a section that applies to the record as a whole its own points. */
void points_for_section(struct points *points, const struct section *section);

/*
 * Gives the section `name` of `facet`, if there is one, points that help it in
 * a choice but do not count.
 */
void points_favour(
    struct points *points, enum facet facet, const char *name, double favour);

/* Gives everything back but the topics. */
void points_free(struct points *points);

/* Returns the sum of the points for a section. */
static inline double
points_of(const struct points *points, const struct section *section)
{
	return points->sums[section - points->topics->sections];
}

#endif
