/*
 * How the summaries of a report were made.
 */
#ifndef MADE_H
#define MADE_H

#include <stddef.h>

#include "item.h"

enum {
	MADE_MAX =
	    8 /* models that are told apart; the last may be all others */
};

/* Start with { 0 }. */
struct made {
	const char *by[MADE_MAX]; /* models */
	size_t counts[MADE_MAX];
	size_t authors;
	size_t extracted; /* taken from the item's own text */
	size_t replaced; /* of those, for want of support in the source */
};

/* Counts the summary of an item. */
void made_take(struct made *made, const struct item *item);

#endif
