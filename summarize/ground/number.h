/*
 * Numbers in texts, and which texts have one that means the same.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "unit.h"

struct number {
	double value;
	int decimals; /* that are written; 0 for a scaled one */
	double step; /* what the last digit of a scaled one stands for, or 0 */
	enum unit unit;
	bool small_word; /* one to three in words, or none: not worth a look */
	size_t at, len; /* where it stands */
};

/*
 * Finds the number that begins at or behind the byte `*at` of a normal text,
 * and moves `*at` behind it; false if there is none. With `loose` the digits
 * in other words are numbers as well, but not those of hashes, addresses and
 * times.
 */
bool number_next(const char *text, size_t len, size_t *at, bool loose,
    struct number *number);

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
