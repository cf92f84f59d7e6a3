/*
 * The batch of papers in today's daily feeds.
 */
#ifndef BATCH_H
#define BATCH_H

#include "transport.h"

struct batch {
	struct transport transport; /* first */
	bool one_by_one; /* a feed for each category */
	size_t category; /* then: the one that is asked for */
};

/*
 * Puts the question for the feed of all categories; more follow if that does
 * not hold everything. The transport's part of `batch` must be set.
 */
void batch_begin(struct batch *batch);

#endif
