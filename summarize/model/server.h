/*
 * Which models are asked, where, and what that may cost.
 */
#ifndef SERVER_H
#define SERVER_H

#include <stdbool.h>
#include <stddef.h>

enum {
	SERVER_MAX_MODELS = 8
};

struct server {
	const char *named; /* by the user, commas between; NULL: by nobody */
	char *models[SERVER_MAX_MODELS]; /* in the order to ask them */
	size_t count; /* of these; 0: only what is extracted is wanted */
	const char *base; /* the address, as the user gave it */
	const char *key; /* NULL: it needs none */
	const char *extra; /* members for each question, JSON; NULL: none */
	char *cache_dir; /* where answers are kept; its own */
	bool unwanted; /* whoever is named */
	bool offline; /* take what is kept, ask nobody */
	int jobs; /* questions at once */
	double patience; /* seconds to wait for an answer in all */
	size_t max_tokens; /* for a day; 0: any number */
	bool priced;
	double price_in, price_out; /* of a million tokens */
};

/*
 * Completes what the options have left open by OPENAI_MODEL, OPENAI_BASE_URL
 * and OPENAI_API_KEY, and checks it; ends the program with status 2 if that
 * cannot be meant.
 */
void server_settle(struct server *server);

/* Gives back what it owns. */
void server_free(struct server *server);

/*
 * Sets `in` and `out` from "IN,OUT", prices of a million tokens; false if that
 * is not what `text` says.
 */
bool server_price(const char *text, double *in, double *out);

#endif
