/*
 * Text as it is compared: one spelling of what looks the same.
 */
#ifndef NORMAL_H
#define NORMAL_H

#include <stddef.h>

#include "buf.h"

/*
 * Appends the `len` bytes at `s` (UTF-8) in normal form KC (UAX #15), every
 * dash as "-", a blank that groups digits as ",", and without characters that
 * nobody sees.
 */
void normal_add(struct buf *out, const char *s, size_t len);

#endif
