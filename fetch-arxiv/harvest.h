/*
 * A harvest of arXiv's OAI-PMH: all that changed since a day, set by set and
 * span by span.
 */
#ifndef HARVEST_H
#define HARVEST_H

#include "transport.h"

enum {
	HARVEST_SETS = 8 /* as many groups as there are, one set each */
};

struct harvest {
	struct transport transport; /* first */
	const char *sets[HARVEST_SETS]; /* "cs", "cs:cs:LG"; NULL: all */
	struct arena names; /* of the sets */
	size_t set_count, set; /* the set that is asked for */
	size_t id; /* or the identifier */
	struct window span; /* of days of change */
	struct buf token; /* of the next page; empty: the first */
	int beginnings; /* of this set and span */
	size_t first_page; /* of the selection's, that is this span's */
};

/*
 * Puts the question for the first page; the others follow by themselves. The
 * transport's part of `harvest` must be set.
 */
void harvest_begin(struct harvest *harvest);

/* Gives the sets back; not the transport's part. */
void harvest_free(struct harvest *harvest);

#endif
