/*
 * When a service may be asked: so many seconds from one question to the next,
 * one question at a time, over all processes that share a cache folder. Times
 * are seconds of a clock that never jumps.
 */
#ifndef PACE_H
#define PACE_H

#include <stdbool.h>

#include "buf.h"

struct pace {
	double seconds; /* from one question to the next */
	double next; /* no question before that */
	double closed; /* the service wants none before that */
	struct buf reason; /* why */
	double refused; /* since when another process has the turn; 0: no */
	int turn; /* the file whose lock is the turn; -1: none */
	bool ours;
};

/* Returns the time. */
double pace_now(void);

/*
 * Prepares to ask the service `name`, known by that to all processes, every
 * `seconds`; with 0 seconds there is no taking turns. The folder `dir` holds
 * the lock; NULL, or one that cannot be used: only this process counts.
 */
void
pace_open(struct pace *pace, const char *dir, const char *name, double seconds);

/* Tells whether a question may be asked now; if so it is this process's turn. */
bool pace_may(struct pace *pace);

/* A question is asked. */
void pace_asked(struct pace *pace);

/*
 * It has been answered, so that others may ask; it left `delay` seconds after
 * it was asked, for there was no connection before.
 */
void pace_answered(struct pace *pace, double delay);

/* Nothing is asked for the next `seconds`. */
void pace_rest(struct pace *pace, double seconds);

/* The service wants no question for `seconds`, for the `reason` given. */
void pace_shut(struct pace *pace, double seconds, const char *reason);

/*
 * Returns why a question that can wait for another `seconds` will not be asked
 * in time; NULL: it may be. The text lives until pace_close().
 */
const char *pace_refusal(const struct pace *pace, double seconds);

/* Gives everything back. */
void pace_close(struct pace *pace);

#endif
