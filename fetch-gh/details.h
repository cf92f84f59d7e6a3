/*
 * The details of the commits of a list: what each changed. They are asked for
 * all at once, and kept for ever, for a commit never changes.
 */
#ifndef DETAILS_H
#define DETAILS_H

#include <stdbool.h>

#include "changes.h"
#include "http.h"
#include "wish.h"

struct details;

struct detail {
	struct http_source source; /* first: an answer finds the detail by it */
	struct details *list;
	struct buf record; /* without the brace at its end */
	struct buf url; /* to be asked */
	struct changes changes;
	long pages;
	struct buf error; /* why there is no answer; empty: there is one */
};

/* Set the first four. */
struct details {
	struct http *http;
	const struct wish *wish;
	const char *repo;
	void (*changed)(struct details *details); /* an answer came */
	struct detail **at; /* in the order of the list */
	size_t count, capacity, asked, pending, missing;
};

/*
 * Adds the commit `sha`, what it changed to be asked for. What is in `record`
 * is taken away.
 */
void details_add(struct details *details, const char *sha, struct buf *record);

/* Asks for what has been added. */
void details_ask(struct details *details);

/* Returns how many bytes of patches are wanted, or are held. */
size_t details_want(const struct details *details);
size_t details_held(const struct details *details);

/* Cuts the patches to `bytes` in all, divided fairly. */
void details_cut(struct details *details, size_t bytes);

/* Returns why the first one that is missing is; NULL: none is. */
const char *details_error(const struct details *details);

/* Appends all records, a line each. */
void details_put(struct buf *lines, const struct details *details);

/* Gives everything back. */
void details_free(struct details *details);

#endif
