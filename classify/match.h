/*
 * Finds the terms of a trie in text.
 */
#ifndef MATCH_H
#define MATCH_H

#include "reading.h"
#include "trie.h"

struct match_hit {
	uint16_t term;
	bool at_start; /* nothing but gaps stand before it */
};

/* The terms found in a text, each once. Start with { 0 }. */
struct match {
	struct match_hit *hits;
	size_t count, capacity;
	uint32_t *seen_words, *seen_terms; /* the last text that had each */
	size_t seen_count; /* of both */
	uint32_t text; /* counts the texts */
	struct reading reading; /* of the text */
};

/*
 * Sets `match->hits` to the terms in the first 64 KiB of `text`, in the order
 * of first occurrence.
 */
void match_text(const struct trie *trie, const char *text, struct match *match);

void match_free(struct match *match);

#endif
