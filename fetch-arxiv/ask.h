/*
 * Asks arXiv, one way or another, and says in the status how that went.
 */
#ifndef ASK_H
#define ASK_H

#include "http.h"
#include "request.h"

/* The ways to ask. */
enum ask_via {
	ASK_API,
	ASK_OAI,
	ASK_RSS,
	ASK_WAYS
};

/* Returns the way that is called `name`; ASK_WAYS: none is. */
enum ask_via ask_via(const char *name);

/*
 * Asks for the request by the way `via`, and writes the records, and the
 * status with the date `date` (NULL: none). Where the query interface keeps
 * refusing, another way is tried. Ends the program with status 2 if an
 * endpoint in the environment is none.
 */
void ask(const struct request *request, enum ask_via via,
    const struct http_wishes *wishes, const char *date);

/* Writes the status of a day on which nothing is announced, as `why` says. */
void ask_nothing(const char *date, const char *why);

#endif
