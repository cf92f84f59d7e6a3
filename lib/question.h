/*
 * A question to a web service, from the moment it is put until whoever asked
 * has the answer: out of the cache, or over the network.
 */
#ifndef QUESTION_H
#define QUESTION_H

#include "http.h"
#include "transfer.h"

struct question {
	struct question *next; /* for whoever keeps a list */
	struct http_source *source;
	char *url;
	struct buf body; /* what is posted; at is NULL: nothing is */
	double due, began; /* by the clock of pace_now() */
	int tries;
	struct transfer transfer;
	struct http_reply reply;
	struct http_reply kept; /* from the cache; status 0: nothing */
};

/*
 * Returns the question for the page `url`, due now; or, if `body` is not NULL,
 * one that posts it there and has nothing to do with the cache.
 */
struct question *question_new(
    struct http_source *source, const char *url, const struct buf *body);

/*
 * Prepares the transfer, with what the cache in `dir` has as the answer that
 * is known already.
 */
void question_open(struct question *question,
    const struct http_manners *manners, const char *dir);

/*
 * Closes the transfer, which ended with `result`, and keeps its answer in
 * `dir`. Returns the answer: that of the cache if it still holds.
 */
struct http_reply *
question_close(struct question *question, CURLcode result, const char *dir);

/* Returns the answer that the cache in `dir` has, or the lack of one. */
struct http_reply *question_recall(struct question *question, const char *dir);

/* Gives the answer to whoever asked, and everything back. */
void question_answer(struct question *question, struct http_reply *reply);

#endif
