/*
 * A table of the words that terms begin with, and what is to be known of the
 * others: whether they may begin as a stem does.
 */
#ifndef WORDS_H
#define WORDS_H

#include "letters.h"

enum {
	WORDS_PART = 8, /* characters */
	WORDS_LONGEST = 2 * WORDS_PART, /* characters of a word in the table */
	WORDS_TERMS = 3
};

/* A word as its classes: the first eight, and the others; 0: none. */
struct word_key {
	uint64_t low, high;
};

/* A word that a term begins with, or the plural of one. */
struct word {
	struct word_key key;
	uint16_t
	    terms[WORDS_TERMS]; /* in this word alone; TRIE_NONE: no more */
	bool walk; /* there may be others: follow the trie */
};

/* Start with { 0 }. */
struct words {
	struct word *entries; /* by a hash of the key */
	size_t count, capacity; /* capacity: a power of two, or 0 */
	uint64_t *gates; /* a bit for each three classes that begin a stem */
};

/* Makes room for words; call it once, before all else. */
void words_begin(struct words *words);

/* Adds a word with nothing known of it. */
void words_add(struct words *words, struct word_key key);

/* Notes that words may begin as the one of the key, which has `len` classes. */
void words_add_stem(struct words *words, struct word_key key, size_t len);

/* Returns how many characters a word has. */
size_t words_len(struct word_key key);

/* Returns the class of the character `i` of a word of `len`. */
int words_class(struct word_key key, size_t len, size_t i);

void words_free(struct words *words);

/* Adds a character to the key of a word of `len`. */
static inline void
words_lengthen(struct word_key *key, size_t len, int class)
{
	uint64_t *part = len < WORDS_PART ? &key->low : &key->high;

	*part = *part << 8 | (uint64_t) class;
}

/* Returns the word of the key, or the free place where it belongs. */
static inline struct word *
words_find(const struct words *words, struct word_key key)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	uint64_t hash = (key.low ^ key.high * mix) * mix;
	size_t at = (size_t)(hash >> 32) & (words->capacity - 1);

	while (words->entries[at].key.low != 0 &&
	    (words->entries[at].key.low != key.low ||
		words->entries[at].key.high != key.high))
		at = (at + 1) & (words->capacity - 1);
	return &words->entries[at];
}

/* Tells whether a stem may begin as the ASCII word at `s` does. */
static inline bool
words_may_be_stem(const struct words *words, const char *s, size_t len)
{
	size_t gate = 0;

	for (size_t i = 0; i < 3; i++)
		gate = gate * LETTERS_CLASSES +
		    (i < len ? letters_classes[(unsigned char)s[i]] : 0);
	return words->gates != NULL &&
	    (words->gates[gate / 64] >> (gate % 64) & 1) != 0;
}

#endif
