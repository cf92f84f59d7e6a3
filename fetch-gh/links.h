/*
 * The Link header, by which a page of a list leads to the next one (RFC 8288).
 */
#ifndef LINKS_H
#define LINKS_H

#include <stdbool.h>

#include "buf.h"

/*
 * Sets `url` to the target of the link whose relation is "next" in `headers`,
 * the lines of an answer, among all links of all their Link lines; false, and
 * `url` empty, if there is none.
 */
bool links_next(const char *headers, struct buf *url);

#endif
