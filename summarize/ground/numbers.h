/*
 * The numbers of the sources, and who has one that means the same.
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "number.h"

struct number_entry {
	double value;
	uint64_t who; /* as in source.h */
	enum unit unit;
};

/* The numbers of the sources. Start with { 0 }. */
struct numbers {
	struct number_entry *entries; /* by unit, then by value */
	size_t count, capacity;
	bool ready;
};

/* Adds the numbers of a text; after the last one comes numbers_end(). */
void numbers_read(
    struct numbers *numbers, const char *text, size_t len, uint64_t who);
void numbers_end(struct numbers *numbers);

/*
 * Returns who has a number that `number` may stand for: equal, or rounded; a
 * unit may be added or dropped, never changed; a ratio may be per cent.
 */
uint64_t
numbers_who(const struct numbers *numbers, const struct number *number);

/* Forgets all numbers and keeps the room. */
void numbers_clear(struct numbers *numbers);

/* Gives everything back. */
void numbers_free(struct numbers *numbers);

#endif
