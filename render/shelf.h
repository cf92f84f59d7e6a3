/*
 * The best items of a section, no more of them than a report has room for, so
 * that a day of any length takes little memory.
 */
#ifndef SHELF_H
#define SHELF_H

#include <stdbool.h>
#include <stddef.h>

#include "item.h"

enum {
	SHELF_MAX = 512000 /* bytes of all items; see item.size */
};

/* Start with { 0 }. */
struct shelf {
	struct item **items; /* a heap, the worst on top */
	size_t count, capacity;
	size_t size; /* of all items, in bytes */
	unsigned long long taken; /* how many came, those left out included */
};

/*
 * Counts an item of the score `score` and tells whether it may be among the
 * best.
 */
bool shelf_wants(struct shelf *shelf, double score);

/* Takes the item and gives back the worst ones for which there is no room. */
void shelf_put(struct shelf *shelf, struct item *item);

/* Forgets the item with that id, and that it came. */
void shelf_drop(struct shelf *shelf, const char *id);

/* Tells whether `a` matters more than `b`: by score, then by order. */
bool shelf_is_better(const struct item *a, const struct item *b);

/* Gives everything back. */
void shelf_free(struct shelf *shelf);

#endif
