/*
 * Finds the terms of a trie in text.
 */
#ifndef MATCH_H
#define MATCH_H

#include "trie.h"

struct match_hit {
	uint16_t term;
	bool at_start; /* nothing but gaps stand before it */
};

/* A word of a text. */
struct match_word {
	uint32_t number; /* in the lexicon */
	uint32_t unit; /* which unit is that of the number here; 0: none */
};

/* A number with a unit, however they are set. */
struct match_unit {
	const char *end;
	size_t behind; /* which word follows */
	uint32_t number; /* in the lexicon */
};

/* The terms found in a text, each once. Start with { 0 }. */
struct match {
	struct match_hit *hits;
	size_t count, capacity;
	uint32_t *seen_words, *seen_terms; /* the last text that had each */
	size_t seen_count; /* of both */
	uint32_t text; /* counts the texts */
	struct match_word *words; /* of the text */
	struct match_unit *units; /* from 1 */
	size_t word_count, word_capacity;
	size_t unit_count, unit_capacity;
};

/*
 * Sets `match->hits` to the terms in the first 64 KiB of `text`, in the order
 * of first occurrence.
 */
void match_text(const struct trie *trie, const char *text, struct match *match);

/*
 * Finds the next word of ASCII letters and digits, as terms have them, in the
 * text at `*text`: sets `*word` and `*len` to its bytes and moves `*text`
 * behind it. False when there is none.
 */
bool match_next_word(const char **text, const char **word, size_t *len);

void match_free(struct match *match);

#endif
