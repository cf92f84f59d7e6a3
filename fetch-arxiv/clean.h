/*
 * Bytes that no XML parser takes.
 */
#ifndef CLEAN_H
#define CLEAN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/*
 * Sets `out` to the `len` bytes of a document, which a NUL must follow, with
 * whatever XML forbids replaced: broken UTF-8 by U+FFFD, control characters
 * and references to them by blanks. False, and `out` as it was, if there is
 * nothing to replace.
 */
bool clean_xml(struct buf *out, const char *bytes, size_t len);

#endif
