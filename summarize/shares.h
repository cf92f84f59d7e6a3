/*
 * Dividing what a model may read of a day among its repositories and kinds, so
 * that nobody starves because others are busy or come first.
 */
#ifndef SHARES_H
#define SHARES_H

#include <stddef.h>

/* What one item wants of it, and gets. */
struct share {
	const char *group; /* those with the same share as one; borrowed */
	size_t tokens;
};

/*
 * Divides `total` tokens fairly among the groups, and what a group is given
 * among its items; but an item is given `least` (or the less that it wants), or
 * nothing: then the last ones of its group go without.
 */
void
shares_divide(struct share *shares, size_t count, size_t total, size_t least);

#endif
