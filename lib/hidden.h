/*
 * What a body in Markdown hides from its readers: HTML comments, images.
 */
#ifndef HIDDEN_H
#define HIDDEN_H

#include <stddef.h>

#include "buf.h"

/*
 * Sets `out` to the first `len` bytes of `body` without comments and images in
 * HTML, which may run over several lines, and without carriage returns.
 */
void hidden_remove(struct buf *out, const char *body, size_t len);

#endif
