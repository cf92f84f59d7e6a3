/*
 * A day as a model is shown it: its counts, and its items with their summaries.
 */
#ifndef BRIEF_H
#define BRIEF_H

#include "digest.h"

/* Start with { 0 }. */
struct brief {
	struct brief_item *items;
	size_t count, capacity;
};

/* Takes an item with the summary that will be published. */
void brief_take(struct brief *brief, const struct item *item);

/*
 * Sets `out` to about `max` tokens at the most. Items that do not fit are left
 * out, fairly over repositories and kinds.
 */
void brief_write(const struct brief *brief, const struct digest *digest,
    size_t max, struct buf *out);

/* Returns how many bytes of what brief_write() wrote are not about items. */
size_t brief_head(const char *text);

/* Gives everything back. */
void brief_free(struct brief *brief);

#endif
