/*
 * Addresses from outside, made fit to stand in Markdown as they are.
 */
#ifndef URL_H
#define URL_H

#include "buf.h"

/*
 * Sets `out` to `url` with whatever could end the link early, or is not to be
 * in an address, encoded by "%" and its number. A link is http or https; of
 * anything else nothing is left.
 */
void url_safe(struct buf *out, const char *url);

#endif
