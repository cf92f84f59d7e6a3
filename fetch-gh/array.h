/*
 * The items of an array in JSON, one at a time, so that a list of any length
 * takes no more room than its longest item.
 */
#ifndef ARRAY_H
#define ARRAY_H

#include <stdbool.h>
#include <stdio.h>

#include "buf.h"
#include "scan.h"

struct array {
	FILE *in; /* what is still to be read; NULL: everything is there */
	struct buf read; /* what was read of it */
	const char *at;
	size_t len;
	size_t next; /* where the next item begins */
	bool inside; /* between the brackets */
	size_t lists; /* that have begun */
	const char *error; /* "is not a list in JSON" or the like, constant */
};

/* Prepares to take the array apart that `bytes` hold; they stay the caller's. */
void array_open(struct array *array, struct span bytes);

/*
 * The same for what comes out of `in`, which stays the caller's. There may be
 * several arrays, one behind the other, as `gh api --paginate` prints them.
 */
void array_open_file(struct array *array, FILE *in);

/*
 * Finds the next item and sets `item` to its bytes, which live until the next
 * call; whether they are a value is for its reader to tell. False at the end,
 * with `error` set unless the array, and all there is, ended with it.
 */
bool array_next(struct array *array, struct span *item);

/* Gives back what was read. */
void array_close(struct array *array);

#endif
