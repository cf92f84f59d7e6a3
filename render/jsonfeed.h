/*
 * A feed in JSON Feed 1.1.
 */
#ifndef JSONFEED_H
#define JSONFEED_H

#include "feed.h"

/* Appends the feed. */
void jsonfeed_write(struct buf *out, const struct feed *feed);

#endif
