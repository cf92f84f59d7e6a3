/*
 * Saying the same with fewer words: what may be left out of a sentence without
 * changing what it claims.
 */
#ifndef COMPRESS_H
#define COMPRESS_H

#include <stddef.h>

#include "buf.h"
#include "tail.h"
#include "words.h"

enum {
	MAX_HEADS = 4,
	MAX_TAILS = 6,
	MAX_ASIDES = 8 /* more of them stay */
};

/* From the byte `from` up to `to`. */
struct range {
	size_t from, to;
};

struct tail {
	size_t at;
	enum tail_kind kind;
};

/* Where a sentence can be cut, in bytes. */
struct cuts {
	size_t heads[MAX_HEADS]; /* where it may begin; the first: as it does */
	size_t head_count; /* the last head: without any lead-in */
	struct tail
	    tails[MAX_TAILS]; /* where it may end; the first: as it does */
	size_t tail_count;
	struct range asides[MAX_ASIDES]; /* in brackets, and citations */
	size_t aside_count;
};

/*
 * Finds where the sentence `line`, which text_line() made, can be cut; `words`
 * are its `count` words.
 */
void compress_find(struct cuts *cuts, const char *line,
    const struct word *words, size_t count);

/*
 * Appends the bytes `kept` of the sentence without its asides; with a capital
 * where a lead-in was cut, and a full stop where it ends early.
 */
void compress_put(struct buf *out, const char *line, const struct cuts *cuts,
    struct range kept);

/* Appends the sentence without its lead-in and its asides, to its own end. */
void compress(struct buf *out, const char *line);

#endif
