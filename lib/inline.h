/*
 * The words of one line of Markdown.
 */
#ifndef INLINE_H
#define INLINE_H

#include "buf.h"

/*
 * Appends the text of `line`: links without their targets, no images, no HTML
 * tags, no bare addresses, no marks of emphasis; code spans as they are. White
 * space is folded.
 */
void inline_text(struct buf *out, const char *line);

#endif
