/*
 * Addresses from outside, made fit to stand anywhere as they are.
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

/*
 * Appends `text`, the part of an address behind a scheme or within a site,
 * with whatever is no letter or digit and not in "-._~/@" encoded likewise, and
 * without slashes at its beginning.
 */
void url_path(struct buf *out, const char *text);

#endif
