/*
 * What a set of records amounts to: how many of each kind, and how each source
 * fared. Both the report's closing account and the question whether a day got
 * worse are answered from it.
 */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "map.h"
#include "rec.h"
#include "when.h"

enum account_kind {
	ACCOUNT_PAPERS,
	ACCOUNT_COMMITS,
	ACCOUNT_ISSUES,
	ACCOUNT_PULLS,
	ACCOUNT_RELEASES,
	ACCOUNT_KINDS
};

/* The last status of a stage about a source (of a day, where days differ). */
struct source {
	const char *stage, *name;
	const char *date; /* "" if none is stated */
	const char *error, *note; /* one line; NULL: none */
	bool ok;
	long long landed, shown; /* -1: not said */
};

/* Start with { 0 }. */
struct account {
	unsigned long long counts[ACCOUNT_KINDS];
	char newest[WHEN_DATE_SIZE]; /* of its items' dates; "": none has one */
	struct source *sources; /* in the order of their first status */
	size_t count, capacity;
	bool by_day; /* set it to keep the statuses of several days apart */
	struct map index;
	struct arena text;
};

/* Takes a record into account. */
void account_take(struct account *account, const struct rec *rec);

/* Returns how many items there are, of all kinds. */
unsigned long long account_items(const struct account *account);

/* Tells whether no source failed, whatever a model did. */
bool account_ok(const struct account *account);

/*
 * Tells whether this is the account of a model that wrote summaries: it fails
 * as sources do, but nothing comes from it.
 */
bool account_is_model(const struct source *source);

/*
 * Returns how many sources were fetched, whatever later stages say of them too;
 * sets `failed` to the number of those of which something failed.
 */
size_t account_sources(const struct account *account, size_t *failed);

/*
 * Tells whether `new` is worse than `old`: a source failed that had not, or
 * fewer landed from one, or one from which something had landed is missing;
 * where sources do not say how many, fewer items. Sets `reason` to a clause
 * that says what.
 */
bool account_worse(
    const struct account *new, const struct account *old, struct buf *reason);

/* Appends the member "counts" to a JSON object. */
void account_emit_counts(const struct account *account, struct buf *json);

/* Gives everything back. */
void account_free(struct account *account);

#endif
