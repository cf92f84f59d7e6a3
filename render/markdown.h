/*
 * The report as Markdown, in the layout of its model.
 */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "document.h"

/* Appends the document. */
void markdown_write(struct buf *out, const struct document *document);

#endif
