/*
 * The way through the pages of a list: along the Link headers to its end, in
 * smaller steps where GitHub gives up, by cursors where it wants them.
 */
#ifndef WALK_H
#define WALK_H

#include <stdbool.h>

#include "http.h"
#include "item.h"
#include "map.h"
#include "wish.h"

/* The caller's; set all but the last group. */
struct walk {
	struct http_source source; /* first: an answer finds the walk by it */
	struct http *http;
	const struct wish *wish;
	const char *repo;
	enum item_kind kind;

	/* Takes a page, a whole list; false when nothing behind it matters. */
	bool (*take)(struct walk *walk, struct http_reply *reply);
	/* Called when the page behind the one taken has been asked for. */
	void (*went_on)(struct walk *walk);
	/* The end: the last answer, and what went wrong, or NULL. */
	void (*ended)(struct walk *walk, const struct http_reply *reply,
	    const char *error);

	int per_page;
	long pages;
	struct map asked;
	bool again; /* the first page is being read once more */
};

/* Asks for the first page; the others follow by themselves. */
void walk_begin(struct walk *walk);

/* Gives everything back. */
void walk_free(struct walk *walk);

#endif
