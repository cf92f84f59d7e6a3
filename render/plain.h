/*
 * The report as text for a terminal.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "document.h"

/* Appends the document. */
void plain_write(struct buf *out, const struct document *document);

#endif
