/*
 * The TeX that people write in titles, names and abstracts, as plain text:
 * accents, letters, escapes, quotes, dashes, ties and fonts. What is not TeX,
 * or is more than that, stays as it is.
 */
#ifndef TEX_H
#define TEX_H

#include <stdbool.h>

#include "buf.h"

/* Tells whether there may be something in `s` that tex_plain() changes. */
bool tex_is_in(const char *s);

/*
 * Sets `out` to `s` without TeX. A formula in dollars becomes plain text where
 * it holds nothing but numbers and signs; any other stays to the byte.
 */
void tex_plain(struct buf *out, const char *s);

#endif
