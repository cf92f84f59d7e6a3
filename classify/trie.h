/*
 * Finds known words and phrases in text: a trie over folded characters, walked
 * from every word start.
 */
#ifndef TRIE_H
#define TRIE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	TRIE_CLASSES = 39, /* a gap, 26 letters, 10 digits, Nx, N% */
	TRIE_NONE = UINT16_MAX, /* no term */
	TRIE_ENDS = 0x8000
};

struct trie_node {
	/* By class; 0: nowhere. TRIE_ENDS is set where a term ends there. */
	uint16_t next[TRIE_CLASSES];
};

struct trie_end {
	uint16_t word; /* the term that ends here, if the word does too */
	uint16_t stem; /* the term that every word going on from here holds */
};

/* A word as its classes: the first eight, and the others; 0: none. */
struct trie_key {
	uint64_t low, high;
};

/* A word that a term begins with, or the plural of one. */
struct trie_word {
	struct trie_key key;
	uint16_t terms[3]; /* that are in this word alone; TRIE_NONE: no more */
	bool walk; /* there may be others: follow the trie */
};

/* Start with { 0 }. */
struct trie {
	struct trie_node *nodes; /* the first is the root */
	struct trie_end *ends; /* of each node */
	size_t count, capacity, end_capacity;
	size_t terms;
	struct trie_word
	    *words; /* by a hash of the key; found without a walk */
	size_t word_count, word_capacity; /* capacity: a power of two, or 0 */
	uint64_t *gates; /* a bit for each three classes that begin a stem */
};

struct trie_hit {
	uint16_t term;
	bool at_start; /* nothing but gaps stand before it */
};

/* The terms found in a text, each once. Start with { 0 }. */
struct trie_hits {
	struct trie_hit *hits;
	size_t count, capacity;
	uint32_t *seen; /* of each term: the last text it was found in */
	size_t seen_capacity;
	uint32_t text; /* counts the texts */
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

/* Ends the adding of terms; nothing is found before. */
void trie_settle(struct trie *trie);

/* Sets `hits` to the terms in `text`, in the order of first occurrence. */
void
trie_match(const struct trie *trie, const char *text, struct trie_hits *hits);

/*
 * Finds the next word of ASCII letters and digits, as terms have them, in the
 * text at `*text`: sets `*word` and `*len` to its bytes and moves `*text`
 * behind it. False when there is none.
 */
bool trie_word(const char **text, const char **word, size_t *len);

void trie_free(struct trie *trie);
void trie_hits_free(struct trie_hits *hits);

#endif
