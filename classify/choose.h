/*
 * Choosing by points: the topics, the type and the impact of a record.
 */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "verdict.h"

/*
 * Names the best sections of the facet `subject` as topics, and sets the best
 * of those that are not wanted for their own sake.
 */
void choose_topics(
    struct verdict *verdict, const struct points *points, enum facet subject);

/*
 * Returns the topic wanted for its own sake that with its weight has most
 * points, if these are more than `least`; else NULL.
 */
const struct section *choose_head(const struct points *points, double least);

/*
 * Sets the type to the best section of `facet`, whose weight counts then; to
 * `usual` where no term tells, or where `facet` is FACET_COUNT.
 */
void choose_type(struct verdict *verdict, struct points *points,
    enum facet facet, const char *usual);

/* Sets the impact in the same way; where no term tells, by the type. */
void choose_impact(struct verdict *verdict, struct points *points);

#endif
