/*
 * A feed as a tree: what stands in it, whatever the format it is written in.
 */
#ifndef FEED_H
#define FEED_H

#include "document.h"
#include "past.h"

enum {
	FEED_MAX = 50, /* reports in a feed of reports; the newest ones */
	FEED_TIME = sizeof "2026-02-02T00:00:00Z"
};

/* The strings are never NULL. */
struct feed_entry {
	struct buf id; /* an IRI that never changes */
	struct buf url; /* "" if it is not known */
	struct buf title; /* plain text */
	struct buf html; /* the content */
	struct buf summary; /* plain text; may be empty */
	char updated[FEED_TIME];
};

/* Start with { 0 }. */
struct feed {
	const struct wish *wish;
	struct buf id, title;
	struct feed_entry *entries; /* newest first, or best first */
	size_t count, capacity;
	char updated[FEED_TIME]; /* of the newest entry */
};

/* Makes the feed of a document: one entry, or one for each item. */
void feed_of_document(struct feed *feed, const struct document *document);

/* Makes the feed of an archive: an entry for each of the newest reports. */
void feed_of_past(
    struct feed *feed, const struct past *past, const struct wish *wish);

/* Gives everything back. */
void feed_free(struct feed *feed);

#endif
