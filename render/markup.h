/*
 * Text from outside in HTML and in XML: both read it alike.
 */
#ifndef MARKUP_H
#define MARKUP_H

#include "buf.h"

/*
 * Appends `text` so that it stands for itself between tags and between the
 * quotes of an attribute. What acts on the page instead of being shown, and
 * what XML has no place for, becomes U+FFFD.
 */
void markup_text(struct buf *out, const char *text);

/* As above, for HTML alone: code spans between backticks become elements. */
void markup_prose(struct buf *out, const char *text);

#endif
