/*
 * All lists of a run: asked side by side, written in the order named.
 */
#ifndef RUN_H
#define RUN_H

#include "list.h"
#include "repos.h"

/* Set the first group; the rest is { 0 }. */
struct run {
	const struct repos *repos;
	const bool *kinds; /* ITEM_KINDS of them */
	const char *date; /* of the statuses; NULL: no single day */
	size_t patches; /* bytes of patches in all */
	struct wish *wish; /* `changed` and `data` are the run's */

	struct list *lists; /* in the order in which they are to be written */
	size_t count, written, failed;
	const struct list *unsaid; /* failed, and was not reported yet */
	size_t alike; /* lists behind it that failed for the same reason */
};

/*
 * Asks for all lists and writes them. What failed is said on standard error,
 * and the exit status follows from it.
 */
void run_lists(struct run *run, struct http *http);

#endif
