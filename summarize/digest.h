/*
 * What a day is made of: counts, subjects and the best items, from which the
 * overview and the conclusion are told.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>

#include "account.h"
#include "item.h"
#include "map.h"

enum digest_kind {
	DIGEST_PAPER,
	DIGEST_COMMIT, /* pull requests are counted with them */
	DIGEST_ISSUE,
	DIGEST_RELEASE,
	DIGEST_KINDS
};

enum {
	DIGEST_BEST = 3 /* items of a kind that are remembered */
};

struct best_item {
	double score;
	char *title, *repo, *text;
	char
	    *about; /* topic of a paper, type of a change, impact of an issue */
};

/* How often each of some names occurred, in the order of first mention. */
struct tally {
	struct map index;
	size_t *counts;
	const char **names;
	size_t count, capacity;
};

/* Start with { 0 }. */
struct digest {
	size_t counts[DIGEST_KINDS];
	struct account account; /* of the sources */
	struct tally topics; /* of papers */
	struct tally types; /* of commits */
	struct tally impacts; /* of issues */
	struct tally repos[DIGEST_KINDS];
	struct best_item best[DIGEST_KINDS][DIGEST_BEST]; /* best first */
	char
	    date[11]; /* of the newest status, else of the newest item; or "" */
	bool date_is_stated;
	struct map ids; /* of the items so far, as many as are told apart */
};

/*
 * Takes a record that item_read() has read; an item that comes again, for a day
 * is there in two languages, counts once.
 */
void digest_item(
    struct digest *digest, const struct item *item, const struct rec *rec);

/* Takes any other record: a status gives the date, and tells of a source. */
void digest_other(struct digest *digest, const struct rec *rec);

/* Returns how many sources failed. */
size_t digest_failed(const struct digest *digest);

/*
 * Returns the index of the name with the most mentions that is not among the
 * `skip` first of that order; tally->count if there is none.
 */
size_t tally_ranked(const struct tally *tally, size_t skip);

/*
 * Returns how many names, `max` at the most, were mentioned more often than
 * all the others.
 */
size_t tally_leaders(const struct tally *tally, size_t max);

/* Returns how often `name` was mentioned. */
size_t tally_of(const struct tally *tally, const char *name);

/* Gives everything back. */
void digest_free(struct digest *digest);

#endif
