/*
 * Which of the papers that come in were asked for: each once, in its window,
 * or late. They become records when the page on which they stand has been read
 * to its end.
 */
#ifndef SELECTION_H
#define SELECTION_H

#include "map.h"
#include "paper.h"
#include "request.h"

struct counts {
	long landed, shown;
	long late; /* among the landed */
	long known; /* of the day, but left out, for other days have them */
	long stale; /* left out, for the feed is another day's */
};

/* Start with selection_begin(). */
struct selection {
	const struct request *request;
	struct counts counts; /* so far, this page included */
	struct counts kept; /* up to the page before */
	struct map ids; /* the page of each; 0: none that was kept */
	size_t page; /* its number, from 1 */
	struct buf records; /* of this page */
	bool unreadable; /* a paper had no date */
};

/* Prepares; the request must outlive it. */
void
selection_begin(struct selection *selection, const struct request *request);

/* Looks at a paper; a document_take(), `data` being the selection. */
void selection_take(void *data, const struct paper *paper);

/* The page has been read to its end: writes its records. */
void selection_keep(struct selection *selection);

/* The page has no end: it is as if nothing of it had come. */
void selection_drop(struct selection *selection);

/*
 * Forgets which papers came on the pages from number `page` on: they cannot
 * come again.
 */
void selection_forget(struct selection *selection, size_t page);

/* Gives everything back. */
void selection_free(struct selection *selection);

#endif
