/*
 * A round of questions to one model: batches wait in a list, a few of them are
 * on their way, and each answer settles subjects or puts smaller batches at the
 * head of the list.
 */
#ifndef ROUND_H
#define ROUND_H

#include "ask.h"
#include "batch.h"
#include "reply.h"

struct round {
	const struct server *server;
	const struct task *task;
	const char *model;
	struct asked *asked;
	/* What is done with a reply; it may put further batches. */
	void (*take)(struct round *round, struct batch *batch,
	    const struct reply *reply);
	struct habits habits;
	struct batch *waiting;
	size_t fits; /* subjects that the model can be asked about at once */
	int running;
	int failures; /* in a row, to answer at all */
	size_t useless, settled; /* answers; subjects */
	bool over; /* the model is given up */
	struct http *http;
	struct buf url;
};

/*
 * Asks about the batches that wait, the first of them `jobs` at once, until
 * none is left or the model is given up.
 */
void round_run(struct round *round);

/* Puts a batch, which is given away, before all others that wait. */
void round_put(struct round *round, struct batch *batch);

/* A subject is settled by what the model has said, which is kept. */
void round_settle(
    struct round *round, struct subject *subject, enum subject_state state);

/*
 * A question had no answer; after a few in a row the model is given up.
 */
void round_failed(struct round *round, const char *reason);

/*
 * An answer was of no use; when there have been a few, and more than what was
 * settled, the model is given up.
 */
void round_useless(struct round *round, const char *reason);

/* The model is not asked any more. */
void round_give_up(struct round *round, const char *reason);

#endif
