/*
 * Known words and phrases, as a trie over words whose edges are in one hash
 * table; match.h finds them in text.
 */
#ifndef TRIE_H
#define TRIE_H

#include "words.h"

enum {
	TRIE_ROOT = 0,
	TRIE_NONE = UINT16_MAX, /* no term */
	TRIE_GATES = 8192,
	TRIE_GATE = 3 /* characters */
};

/* From a node by a word, or by a part of one, to another node. */
struct trie_edge {
	struct word_key key;
	uint32_t from, to; /* nodes; 0: no term goes on from there */
	uint16_t word; /* the term that ends with the word */
	uint16_t singular; /* the term of which the word is the plural */
	uint16_t stem; /* the term that every word beginning so holds */
	uint16_t stems; /* lengths of the shorter ones, as in a gate */
};

/* Start with { 0 }. */
struct trie {
	struct trie_edge *edges; /* the first one leads nowhere */
	size_t count, capacity;
	uint32_t *slots; /* numbers of edges, by a hash; 0: free */
	size_t slot_count; /* a power of two */
	uint16_t *gates; /* lengths of stems, by how they begin: bit 0 is 1 */
	uint64_t *starts; /* of each node: the classes that words begin with */
	size_t nodes, start_capacity;
	size_t terms;
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

static inline size_t
trie_hash(uint32_t from, struct word_key key)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	uint64_t hash = key.low ^ (key.high + from) * mix;

	return (size_t)(((hash ^ hash >> 32) * mix) >> 32);
}

/* Returns where the number of the edge is, or the free slot for it. */
static inline uint32_t *
trie_slot(const struct trie *trie, uint32_t from, struct word_key key)
{
	size_t i = trie_hash(from, key);

	for (;; i++) {
		uint32_t *slot = &trie->slots[i & (trie->slot_count - 1)];
		const struct trie_edge *edge = &trie->edges[*slot];

		if (*slot == 0 ||
		    (edge->key.low == key.low && edge->key.high == key.high &&
			edge->from == from))
			return slot;
	}
}

/* Returns the edge, or the one that leads nowhere. */
static inline const struct trie_edge *
trie_find(const struct trie *trie, uint32_t from, struct word_key key)
{
	return &trie->edges[*trie_slot(trie, from, key)];
}

/* Tells whether a term may go on from the node with the word at `s`. */
static inline bool
trie_may_start(const struct trie *trie, uint32_t from, const char *s)
{
	return (trie->starts[from] >> letters_classes[(unsigned char)*s] & 1) !=
	    0;
}

/* Returns where the lengths of stems are that begin as the word does. */
static inline uint16_t *
trie_gate(const struct trie *trie, uint32_t from, const struct word *word)
{
	struct word_key first = words_prefix(
	    word, word->len < TRIE_GATE ? word->len : TRIE_GATE);

	return &trie->gates[trie_hash(from, first) & (TRIE_GATES - 1)];
}

#endif
