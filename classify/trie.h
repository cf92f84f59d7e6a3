/*
 * Known words and phrases, as a trie over the numbers of their words, whose
 * edges are in one hash table; match.h finds them in text.
 */
#ifndef TRIE_H
#define TRIE_H

#include "lexicon.h"

enum {
	TRIE_ROOT = 0,
	TRIE_NONE = UINT16_MAX /* no term */
};

/* From a node by a word to another node. */
struct trie_edge {
	uint32_t from, number; /* the node, and the word's in the lexicon */
	uint32_t to; /* a node; 0: no term goes on from there */
	uint16_t word; /* the term that ends with the word */
	uint16_t singular; /* the term of which the word is the plural */
	uint16_t stem; /* the term that every word beginning so holds */
};

/* What is known of a word of the lexicon. */
struct trie_word {
	uint64_t marks; /* a bit for it and for each of its stems, of 64 */
	uint32_t edge; /* from the root by it; 0: none */
	uint32_t to; /* where that leads */
	uint16_t term; /* the one that it is, if no other ends with it */
};

/* Start with { 0 }. */
struct trie {
	struct lexicon lexicon;
	struct trie_edge *edges; /* the first one leads nowhere */
	size_t count, capacity;
	uint32_t *slots; /* numbers of edges, by a hash; 0: free */
	size_t slot_count; /* a power of two */
	struct trie_word *words; /* by their numbers */
	uint64_t *follow; /* of each node: the marks of what may come next */
	size_t nodes, terms;
};

/*
 * Adds a term and returns its number, from 0 in the order of first mention; a
 * term that is there already keeps its number. Case does not count, and runs
 * of anything but letters and digits are one gap; a final `*` takes any word
 * that begins so, and a plural s is taken in any case. `Nx` is any number
 * before x, a multiplication sign or "times", `N%` one before % or "percent".
 * TRIE_NONE: the term has no word of ASCII letters and digits, or there are too
 * many terms.
 */
size_t trie_add(struct trie *trie, const char *term);

/* Ends the adding of terms; none is found before. */
void trie_settle(struct trie *trie);

void trie_free(struct trie *trie);

/* Returns where the number of the edge is, or the free slot for it. */
static inline uint32_t *
trie_slot(const struct trie *trie, uint32_t from, uint32_t number)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	size_t i = (size_t)((((uint64_t)from << 32 | number) * mix) >> 32);

	for (;; i++) {
		uint32_t *slot = &trie->slots[i & (trie->slot_count - 1)];
		const struct trie_edge *edge = &trie->edges[*slot];

		if (*slot == 0 ||
		    (edge->from == from && edge->number == number))
			return slot;
	}
}

/* Returns the edge, or the one that leads nowhere. */
static inline const struct trie_edge *
trie_find(const struct trie *trie, uint32_t from, uint32_t number)
{
	return &trie->edges[from == TRIE_ROOT ? trie->words[number].edge
					      : *trie_slot(trie, from, number)];
}

#endif
