/*
 * How many records there are of what: the figures that a digest may state
 * though no record does.
 */
#ifndef CENSUS_H
#define CENSUS_H

#include "map.h"
#include "rec.h"

/* Start with { 0 }. */
struct census {
	struct map index;
	size_t *counts;
	size_t count, capacity;
	struct buf key, name;
};

/*
 * Counts a record among those of its kind; of its kind and repository; of
 * each of its topics, of its type and of its impact.
 */
void census_take(struct census *census, const struct rec *rec);

/* Appends all counts, and sums of kinds, as numbers between blanks. */
void census_text(const struct census *census, struct buf *out);

/* Gives everything back. */
void census_free(struct census *census);

#endif
