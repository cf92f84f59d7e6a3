/*
 * Words as terms have them: runs of folded ASCII letters and digits, of any
 * length, in parts that compare as two numbers.
 */
#ifndef WORDS_H
#define WORDS_H

#include "letters.h"

enum {
	WORDS_HALF = 8, /* characters */
	WORDS_PART = 2 * WORDS_HALF
};

/* A part as the classes of its characters: the first eight, and the others. */
struct word_key {
	uint64_t low, high;
};

/* Set in `low`, which no class does, for a part that is not the word's last. */
#define WORDS_GOES_ON (UINT64_C(1) << 63)

/* A word, or the next 16 characters of a longer one. */
struct word {
	struct word_key key; /* without WORDS_GOES_ON */
	size_t len; /* 0: no ASCII letter or digit is there */
	const char *end;
	bool ends; /* a gap is behind it */
	bool goes_on; /* another part is; else a letter that no term has */
};

/* Adds a character to the key of a word of `len`. */
static inline void
words_lengthen(struct word_key *key, size_t len, int class)
{
	uint64_t *half = len < WORDS_HALF ? &key->low : &key->high;

	*half = *half << 8 | (uint64_t) class;
}

/* Returns how many characters a key has. */
static inline size_t
words_len(struct word_key key)
{
	size_t len = 0;

	for (; key.low != 0; key.low >>= 8)
		len++;
	for (; key.high != 0; key.high >>= 8)
		len++;
	return len;
}

/* Returns the key of the first `len` characters of a word. */
static inline struct word_key
words_prefix(const struct word *word, size_t len)
{
	size_t low_len = word->len < WORDS_HALF ? word->len : WORDS_HALF;

	if (len > WORDS_HALF)
		return (struct word_key) { word->key.low,
			word->key.high >> (word->len - len) * 8 };
	return (struct word_key) { word->key.low >> (low_len - len) * 8, 0 };
}

/* Reads up to eight characters at `*s` and moves behind them. */
static inline uint64_t
words_half(const char **s)
{
	const char *p = *s, *stop = p + WORDS_HALF;
	uint64_t half = 0;
	uint8_t class;

	while (p < stop &&
	    (class = letters_classes[(unsigned char)*p]) != LETTERS_GAP) {
		half = half << 8 | class;
		p++;
	}
	*s = p;
	return half;
}

/* Reads the word, or the part of one, that is at `s`. */
static inline struct word
words_read(const char *s)
{
	const char *end = s;
	struct word word;

	word.key.low = words_half(&end);
	word.key.high = end == s + WORDS_HALF ? words_half(&end) : 0;
	word.len = (size_t)(end - s);
	word.end = end;
	word.goes_on = letters_classes[(unsigned char)*end] != LETTERS_GAP;
	word.ends = !word.goes_on &&
	    ((unsigned char)*end < 0x80 || letters_is_gap(end));
	return word;
}

/* Returns a number with a unit as a word; `end` is behind the unit. */
static inline struct word
words_unit(int class, const char *end)
{
	return (struct word) { { (uint64_t) class, 0 }, 1, end, true, false };
}

#endif
