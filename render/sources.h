/*
 * How each source fared, by all that the stages said of it.
 */
#ifndef SOURCES_H
#define SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "account.h"
#include "lang.h"

struct fared {
	char *name;
	bool is_model; /* that wrote summaries: only its words count */
	bool failed;
	size_t days, failed_days; /* on which it was asked; of a day 0 */
	long long fetched, offered; /* landed, by a fetcher and by classify */
	long long capped; /* more than a fetcher was to take */
	long long selected; /* not chosen by classify */
	struct buf reasons, notes; /* one line each; empty: none */
};

/* Start with { 0 }. */
struct sources {
	struct fared *at; /* in the order in which they were first told of */
	size_t count, capacity;
};

/* Adds up what the account says, in the words of `labels`. */
void sources_read(struct sources *sources, const struct account *account,
    const struct labels *labels);

/* Returns how many items the source had. */
long long sources_landed(const struct fared *source);

/* Returns how much of the source is left for the report. */
long long sources_shown(const struct fared *source);

/* Tells whether all of the source is there and nothing need be said of it. */
bool sources_complete(const struct fared *source);

/* Gives everything back. */
void sources_free(struct sources *sources);

#endif
