/*
 * The embedded summariser: the sentence of a text that says best what it is
 * about.
 */
#ifndef EXTRACT_H
#define EXTRACT_H

#include <stdbool.h>

#include "buf.h"

/*
 * Reads the learned weights from the data files; ends the program with status
 * 2 if that cannot be done. Call it first, and extract_end() last.
 */
void extract_start(void);
void extract_end(void);

/*
 * Appends to `out` the sentence (two, if the first is short) of the abstract
 * `text` that a careful author would have put under `title`, and that says
 * more than it. False: there is none.
 */
bool extract_abstract(struct buf *out, const char *title, const char *text);

/*
 * Appends to `out` the first sentence of `prose`, as body_prose() makes it,
 * that says more than `title` and does not only ask or thank; else the first
 * question. False: there is none.
 */
bool extract_prose(struct buf *out, const char *title, const char *prose);

#endif
