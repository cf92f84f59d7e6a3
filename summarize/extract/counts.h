/*
 * What the words of a stretch of an abstract amount to.
 */
#ifndef COUNTS_H
#define COUNTS_H

#include "abstract.h"

/* Counts over words, asides left out. */
struct counts {
	uint32_t words, content; /* content: without stop words */
	uint32_t different; /* words */
	uint32_t letters, capitals, digits, commas;
	/* Words of the title: but stop words; pairs; different ones; in order. */
	uint32_t titled, titled_pairs, titled_all, titled_order;
	uint32_t repeated, spread, frequent, top, last;
};

/* Sets `counts` to those of the words from `first` up to `end`. */
void counts_of(
    struct counts *counts, struct abstract *abstract, size_t first, size_t end);

/* Returns how much other sentences have of the words, less by their number. */
double counts_centrality(const struct counts *counts);

#endif
