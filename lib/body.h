/*
 * The prose of a commit message, an issue or a pull request: what its author
 * wrote, without templates, check lists, environment dumps, quotations, code,
 * generated notes and trailers.
 */
#ifndef BODY_H
#define BODY_H

#include "buf.h"

/*
 * Sets `out` to the prose of the Markdown text `body`: paragraphs and list
 * items with hard-wrapped lines joined, separated by empty lines; emphasis,
 * link targets, images and bare addresses removed, code spans kept. At most
 * the first 64 KiB are read.
 */
void body_prose(struct buf *out, const char *body);

/* The same of the notes that a program added; empty if there are none. */
void body_notes(struct buf *out, const char *body);

#endif
