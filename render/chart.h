/*
 * Counts under names, for the pictures of a page.
 */
#ifndef CHART_H
#define CHART_H

#include <stddef.h>

#include "map.h"

struct bar {
	const char *name;
	unsigned long long count;
};

/* Start with { 0 }. */
struct chart {
	struct bar *bars; /* in the order of their first count */
	size_t count, capacity;
	struct map index;
	struct arena names;
};

/* Adds to the count under `name`. */
void chart_add(struct chart *chart, const char *name, unsigned long long count);

/* Puts the largest counts first; equal ones stay as they were. */
void chart_sort(struct chart *chart);

/* Gives everything back. */
void chart_free(struct chart *chart);

#endif
