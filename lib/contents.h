/*
 * What can be looked up in a report: the titles and the topics of its items.
 */
#ifndef CONTENTS_H
#define CONTENTS_H

#include <stddef.h>

#include "buf.h"
#include "map.h"
#include "rec.h"

/* Start with { 0 }. */
struct contents {
	const char **titles, **topics; /* in the order of their first items */
	size_t *counts; /* items of each topic */
	size_t title_count, topic_count;
	size_t title_capacity, topic_capacity, count_capacity;
	struct map index; /* of the topics */
	struct arena text;
};

/*
 * Takes a record into account if it is an item: its title, cut at 160 bytes,
 * and the first of its topics; 200 titles and 50 topics at the most.
 */
void contents_take(struct contents *contents, const struct rec *rec);

/* Appends the members "topics" and "titles" to a JSON object, if any. */
void contents_emit(const struct contents *contents, struct buf *json);

/* Gives everything back. */
void contents_free(struct contents *contents);

#endif
