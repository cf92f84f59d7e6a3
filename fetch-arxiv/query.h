/*
 * A question to arXiv's query interface, page by page.
 */
#ifndef QUERY_H
#define QUERY_H

#include <stdbool.h>
#include <time.h>

#include "atom.h"
#include "http.h"
#include "map.h"
#include "when.h"

/* Which date of a paper the window is about. */
enum query_by {
	QUERY_ANNOUNCED, /* its submission, as the calendar has it */
	QUERY_SUBMITTED,
	QUERY_UPDATED
};

/* What is asked for. */
struct query {
	const char *base; /* the query endpoint */
	enum query_by by;
	struct window window; /* of submissions, or of updates */
	const char *const *categories, *const *ids;
	size_t category_count, id_count;
	const char *text; /* in arXiv's grammar; NULL: none */
	const char *announced; /* the listing's date; NULL: not known */
	long max; /* papers; 0: all */
};

/* How far the answers have come. Start with query_begin(). */
struct query_run {
	struct http_source source; /* first: the reply finds the run by it */
	const struct query *query;
	struct http *http;
	struct buf records; /* of the page that is being read */
	struct map ids;
	long start; /* entries received so far */
	long landed, shown;
	int empty_pages; /* one after the other */
	time_t last; /* of the paper before, on this page; 0: there is none */
	bool past_window, unordered, unreadable;
	struct buf error; /* why it is not whole; empty: it is */
};

/* Puts the question for the first page; the others follow by themselves. */
void query_begin(
    struct query_run *run, const struct query *query, struct http *http);

/*
 * Reads the `len` bytes of a saved answer, whatever the window; false with the
 * error in `run` when they are no whole feed.
 */
bool query_parse(struct query_run *run, const struct query *query,
    const char *bytes, size_t len);

/* arXiv's rule for asking again, as http_manners has it. */
double query_retry(const struct http_reply *reply, int tries);

/*
 * Returns the seconds from one question to the next, of which all waits are
 * multiples: 3, which ARXIV_PACE changes for hosts other than arxiv.org.
 */
double query_pace(const char *base);

/* Gives everything back. */
void query_free(struct query_run *run);

#endif
