/*
 * A record as a model is shown it: its facts, a line each.
 */
#ifndef DESCRIBE_H
#define DESCRIBE_H

#include "item.h"

enum {
	DESCRIBE_MAX = 1500 /* tokens that one item may take */
};

/*
 * Sets `out` to lines "name: value" for the record that item_read() has read.
 * What a body hides, templates and code are not in it.
 */
void describe(struct buf *out, const struct item *item, const struct rec *rec);

/*
 * Shortens a description to about `max` tokens, whole characters; tells whether
 * it was longer.
 */
bool describe_cut(struct buf *description, size_t max);

#endif
