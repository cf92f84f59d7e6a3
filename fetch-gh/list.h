/*
 * One list of one repository, read page by page.
 */
#ifndef LIST_H
#define LIST_H

#include <stdbool.h>

#include "http.h"
#include "item.h"
#include "limits.h"
#include "map.h"

/* What is wanted of every list. */
struct list_wish {
	const char *base; /* the API's root, without a slash at its end */
	const char *branch; /* NULL: the default branch */
	struct window window;
	long max; /* records of a list; 0: all */
	struct quota *quota; /* what the last answer said of it */
	void (*finished)(void *data); /* called when a list is done */
	void *data;
};

struct list {
	struct http_source source; /* first: http_reply finds the list by it */
	struct http *http;
	const struct list_wish *wish;
	const char *repo; /* OWNER/REPO; the caller's */
	enum item_kind kind;
	struct buf records; /* lines, newest first */
	struct map ids; /* pages move while they are read */
	long landed, shown, pages;
	struct buf error; /* why it is not whole; empty: it is */
	const char *note; /* worth knowing; NULL: nothing is */
	bool finished;
};

/* Puts the question for the first page; the others follow by themselves. */
void list_begin(struct list *list, struct http *http, const char *repo,
    enum item_kind kind, const struct list_wish *wish);

/* Returns what the list holds: "commits", "issues" ... */
const char *list_name(const struct list *list);

/* Sets `json` to the status of the list; `date` may be NULL. */
void list_status(const struct list *list, const char *date, struct buf *json);

/* Gives everything back. */
void list_free(struct list *list);

#endif
