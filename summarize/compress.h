/*
 * Saying the same with fewer words: what may be left out of a sentence without
 * changing what it claims.
 */
#ifndef COMPRESS_H
#define COMPRESS_H

#include "buf.h"
#include "scan.h"

/*
 * Appends the sentence without its lead-in ("In this paper,", "We show that"),
 * asides in brackets and citations; as one line, with a capital where a lead-in
 * was cut.
 */
void compress(struct buf *out, struct span sentence);

#endif
