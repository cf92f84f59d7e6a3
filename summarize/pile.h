/*
 * The records of a day, held until a model has spoken about all of them.
 */
#ifndef PILE_H
#define PILE_H

#include <stdbool.h>
#include <stddef.h>

#include "item.h"
#include "model/subject.h"
#include "rec.h"

enum {
	PILE_MAX_ITEMS = 4096,
	PILE_MAX_BYTES = 64 * 1024 * 1024
};

/* A record, and what is asked about it. */
struct piled {
	char *line; /* as it came */
	size_t len;
	const char *file; /* borrowed from the operands */
	unsigned long long number; /* of the line in the file */
	struct subject *subject; /* NULL: of no kind that is summarized */
	const char *kind; /* of those */
	char *id, *title;
	char *group; /* whose share of the budget it has */
};

/* Start with { 0 }. */
struct pile {
	struct piled *at;
	size_t count, capacity;
	size_t items, bytes;
};

/* Tells whether no more fits. */
bool pile_is_full(const struct pile *pile);

/*
 * Puts a record on the pile; `item` is what item_read() has read of it, NULL if
 * it is of no kind that is summarized.
 */
void
pile_add(struct pile *pile, const struct rec *rec, const struct item *item);

/*
 * Shortens what is shown of the items so that all of it is at most `budget`
 * tokens, each with `overhead`; those for which nothing is left are left out.
 */
void pile_ration(struct pile *pile, size_t budget, size_t overhead);

/* Sets `rec`, whose object is reused, to a record of the pile. */
void pile_rec(const struct piled *piled, struct rec *rec);

/* Gives everything back. */
void pile_free(struct pile *pile);

#endif
