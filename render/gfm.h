/*
 * How Markdown reads on GitHub.
 */
#ifndef GFM_H
#define GFM_H

#include "buf.h"

/*
 * Sets `text` to what a reader of `markdown` sees, code spans with their
 * marks; where all other nodes begin and end is marked with controls, which no
 * text has.
 */
void gfm_read(const struct buf *markdown, struct buf *text);

/* Returns how much was read so far, in bytes, with something for each text. */
size_t gfm_work(void);

/* Gives back what the first gfm_read() made. */
void gfm_finish(void);

#endif
