/*
 * The words that terms have, and the stems that words begin with, each with a
 * number.
 */
#ifndef LEXICON_H
#define LEXICON_H

#include "words.h"

enum {
	LEXICON_NONE = 0, /* the number of no word */
	LEXICON_FILTER = 64 * 1024, /* bits, a power of two */
	LEXICON_GATES = 8192, /* a power of two */
	LEXICON_GATE = 3 /* characters that choose one */
};

/* Set in the number of a stem where the word is longer, or ends otherwise. */
#define LEXICON_STEM (UINT32_C(1) << 31)

/* A word, a stem, or a part of a longer one. */
struct lexeme {
	struct word_key key;
	uint32_t from; /* the part before it, if any */
	uint32_t stem; /* the longest that is shorter and it begins with */
	bool is_stem;
};

/* Start with { 0 }. */
struct lexicon {
	struct lexeme *lexemes; /* by their numbers; the first is none */
	size_t count, capacity;
	uint32_t *slots; /* numbers, by a hash; 0: free */
	size_t slot_count; /* a power of two */
	uint16_t *gates; /* lengths of stems, by how they begin: bit 0 is 1 */
	uint64_t *filter; /* a bit for each word, by another part of the hash */
};

/* Adds a word, or a part behind the part `from`; returns its number. */
uint32_t
lexicon_add(struct lexicon *lexicon, uint32_t from, struct word_key key);

/* Makes a stem of a word or part that is there. */
void lexicon_add_stem(struct lexicon *lexicon, uint32_t number);

/* Ends the adding; no stem is found before. */
void lexicon_settle(struct lexicon *lexicon);

/*
 * Does what lexicon_read() does for a word that is long, goes on in letters
 * that no term has, or may begin with a stem.
 */
uint32_t lexicon_read_parts(
    const struct lexicon *lexicon, const char **s, const char *end);

void lexicon_free(struct lexicon *lexicon);

static inline size_t
lexicon_hash(uint32_t from, struct word_key key)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	uint64_t hash = key.low ^ (key.high + from) * mix;

	return (size_t)((hash * mix) >> 32);
}

/*
 * Returns where the number of a word or part with the hash `hash` is, or the
 * free slot for it.
 */
static inline uint32_t *
lexicon_slot(const struct lexicon *lexicon, size_t hash, uint32_t from,
    struct word_key key)
{
	for (size_t i = hash;; i++) {
		uint32_t *slot = &lexicon->slots[i & (lexicon->slot_count - 1)];
		const struct lexeme *lexeme = &lexicon->lexemes[*slot];

		if (*slot == LEXICON_NONE ||
		    (lexeme->key.low == key.low &&
			lexeme->key.high == key.high && lexeme->from == from))
			return slot;
	}
}

/*
 * Returns the number of a word or part, if it is known. The filter says of most
 * others that they are not, and is small enough to be at hand.
 */
static inline uint32_t
lexicon_find(const struct lexicon *lexicon, uint32_t from, struct word_key key)
{
	size_t hash = lexicon_hash(from, key);
	size_t bit = hash >> 16 & (LEXICON_FILTER - 1);

	if ((lexicon->filter[bit / 64] >> bit % 64 & 1) == 0)
		return LEXICON_NONE;
	return *lexicon_slot(lexicon, hash, from, key);
}

/* Returns where the lengths of stems are that begin as the word does. */
static inline uint16_t *
lexicon_gate(const struct lexicon *lexicon, uint32_t from, struct word_key key)
{
	struct word_key first = { words_cut(key.low, LEXICON_GATE), 0 };

	return &lexicon->gates[lexicon_hash(from, first) & (LEXICON_GATES - 1)];
}

/*
 * Returns the number of the word at `*s` in a text up to `end`, and moves
 * behind it; of an unknown one that of the longest stem that it begins with
 * and LEXICON_STEM; else LEXICON_NONE.
 */
static inline uint32_t
lexicon_read(const struct lexicon *lexicon, const char **s, const char *end)
{
	struct word word;
	uint32_t number;

	words_read(&word, *s, end);
	if (!word.ends)
		return lexicon_read_parts(lexicon, s, end);
	number = lexicon_find(lexicon, LEXICON_NONE, word.key);
	if (number == LEXICON_NONE &&
	    *lexicon_gate(lexicon, LEXICON_NONE, word.key) != 0)
		return lexicon_read_parts(lexicon, s, end);
	*s = word.end;
	return number;
}

#endif
