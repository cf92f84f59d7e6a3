/*
 * One list of one repository: its records and how it fared.
 */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>

#include "details.h"
#include "walk.h"

struct list {
	struct walk walk; /* first: a page finds the list by it */
	const struct wish *wish;
	const char *repo; /* OWNER/REPO; the caller's */
	enum item_kind kind;
	struct details details; /* of the records, where they are wanted */
	struct buf records; /* lines, else; newest first */
	struct map ids; /* pages move while they are read */
	long landed, shown, late, elsewhere;
	struct buf name; /* what GitHub calls the repository; empty: unknown */
	struct http_source naming; /* asks for it */
	const char *nothing; /* why there is no list, where that is no fault */
	struct buf error; /* why it is not whole; empty: it is */
	bool read; /* as far as it can be */
};

/* Puts the question for the first page; the others follow by themselves. */
void list_begin(struct list *list, struct http *http, const char *repo,
    enum item_kind kind, const struct wish *wish);

/* Tells whether nothing more will come. */
bool list_is_finished(const struct list *list);

/* Writes the records and the status; `date` may be NULL. */
void list_write(struct list *list, const char *date);

/* Gives everything back. */
void list_free(struct list *list);

#endif
