/*
 * Subjects that are asked about together, and how often they have been.
 */
#ifndef BATCH_H
#define BATCH_H

#include "habits.h"
#include "http.h"
#include "subject.h"

struct batch {
	struct batch *next; /* for whoever keeps a list */
	struct subject **subjects;
	size_t count;
	bool again; /* its subjects have been asked about before */
	size_t tokens,
	    answer; /* of question and answer, about; of the answer */
	struct habits habits; /* with which it was asked */
	struct http_source source;
};

/* Returns a batch with copies of `count` pointers; batch_free() it. */
struct batch *batch_new(struct subject *const subjects[], size_t count);

/*
 * Returns the list of the two halves of a batch of more than one subject, which
 * are asked about as that was, before the list `next`.
 */
struct batch *batch_halve(const struct batch *batch, struct batch *next);

/* Gives a batch back, not its subjects. */
void batch_free(struct batch *batch);

#endif
