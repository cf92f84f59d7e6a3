/*
 * What a server said to a question: an answer of the model, or why there is
 * none. Servers differ in all of it, so every level is checked.
 */
#ifndef REPLY_H
#define REPLY_H

#include <stddef.h>

#include "buf.h"
#include "http.h"

enum reply_kind {
	REPLY_ANSWER, /* `text` is what the model wrote */
	REPLY_CUT, /* its answer was longer than allowed, thoughts included */
	REPLY_NOTHING, /* it wrote nothing, or would not */
	REPLY_TOO_LONG, /* the question is longer than what it can read */
	REPLY_REFUSED, /* the server does not take the question as it is */
	REPLY_FAILED, /* there was no answer this time */
	REPLY_HOPELESS /* there will be none: key, credit, model */
};

/* Start with { 0 }. */
struct reply {
	enum reply_kind kind;
	struct buf text;
	struct buf reason; /* of all but REPLY_ANSWER; one line, for people */
	struct buf param; /* of REPLY_REFUSED: which member of it; or empty */
	size_t sent, received; /* tokens; 0: the server did not say */
};

/* Reads what came back. */
void reply_read(struct reply *reply, const struct http_reply *http);

/* Gives everything back. */
void reply_free(struct reply *reply);

#endif
