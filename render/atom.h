/*
 * A feed in Atom (RFC 4287).
 */
#ifndef ATOM_H
#define ATOM_H

#include "feed.h"

/* Appends the feed. */
void atom_write(struct buf *out, const struct feed *feed);

#endif
