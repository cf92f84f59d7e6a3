/*
 * Known words and phrases, as a trie over folded characters; match.h finds them
 * in text.
 */
#ifndef TRIE_H
#define TRIE_H

#include "words.h"

enum {
	TRIE_ROOT = 0,
	TRIE_NONE = UINT16_MAX, /* no term */
	TRIE_ENDS = 0x8000,
	TRIE_NODE = TRIE_ENDS - 1 /* the number of a node in an edge */
};

struct trie_node {
	/* By class; 0: nowhere. TRIE_ENDS is set where a term ends there. */
	uint16_t next[LETTERS_CLASSES];
};

struct trie_end {
	uint16_t word; /* the term that ends here, if the word does too */
	uint16_t stem; /* the term that every word going on from here holds */
};

/* Start with { 0 }. */
struct trie {
	struct trie_node *nodes; /* the first is the root */
	struct trie_end *ends; /* of each node */
	size_t count, capacity, end_capacity;
	size_t terms;
	struct words words; /* that terms begin with: most need no walk */
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

#endif
