/*
 * Numbers in texts.
 */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "unit.h"

struct number {
	double value;
	int decimals; /* that are written; 0 for a scaled one */
	double plain; /* without the scale, if there is one */
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

#endif
