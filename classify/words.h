/*
 * Words as terms have them: runs of folded ASCII letters and digits, of any
 * length, in parts that compare as two numbers.
 */
#ifndef WORDS_H
#define WORDS_H

#include <endian.h>
#include <string.h>

#include "letters.h"

enum {
	WORDS_HALF = 8, /* characters */
	WORDS_PART = 2 * WORDS_HALF,
	WORDS_TIMES =
	    1, /* a number before x, as a character that no word has */
	WORDS_PERCENT /* a number before % */
};

/*
 * A part as its characters, in lower case and the first one lowest: the first
 * eight, and the others.
 */
struct word_key {
	uint64_t low, high;
};

/* Set in `low`, which no character does, for a part that is not the last. */
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
words_lengthen(struct word_key *key, size_t len, char c)
{
	uint64_t *half = len < WORDS_HALF ? &key->low : &key->high;

	*half |= (uint64_t)c << len % WORDS_HALF * 8;
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

/* Returns the first `len` characters of a half. */
static inline uint64_t
words_cut(uint64_t half, size_t len)
{
	return len < WORDS_HALF ? half & ((UINT64_C(1) << len * 8) - 1) : half;
}

/* Returns the key of the first `len` characters of a word. */
static inline struct word_key
words_prefix(const struct word *word, size_t len)
{
	if (len > WORDS_HALF)
		return (struct word_key) { word->key.low,
			words_cut(word->key.high, len - WORDS_HALF) };
	return (struct word_key) { words_cut(word->key.low, len), 0 };
}

/* Returns the eight bytes at `s`, the first one lowest; 0 from `end` on. */
static inline uint64_t
words_bytes(const char *s, const char *end)
{
	size_t left = (size_t)(end - s);
	uint64_t bytes = 0;

	if (left >= sizeof bytes)
		memcpy(&bytes, s, sizeof bytes);
	else
		memcpy(&bytes, s, left);
	return le64toh(bytes);
}

/*
 * Returns a number whose highest bit of each byte is set where that byte of
 * `bytes` is `first` or more and `last` or less, if that byte is ASCII: what
 * is added carries into that bit, and never into the next byte.
 */
static inline uint64_t
words_within(uint64_t bytes, unsigned char first, unsigned char last)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);

	return (bytes + ones * (0x80U - first)) &
	    ~(bytes + ones * (0x7fU - last));
}

/*
 * Returns the letters and digits that are the first of the eight `bytes`, in
 * lower case, and sets `*len` to their number. The eight are looked at
 * together.
 */
static inline uint64_t
words_half(uint64_t bytes, size_t *len)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	uint64_t folded = (bytes | ones << 5), ascii = ~tops;
	uint64_t others = ~(words_within(folded & ascii, 'a', 'z') |
			      words_within(bytes & ascii, '0', '9')) |
	    bytes;

	others &= tops;
	if (others == 0) {
		*len = WORDS_HALF;
		return folded;
	}
	*len = (size_t)__builtin_ctzll(others) / 8;
	return words_cut(folded, *len);
}

/*
 * Sets `word` to the word, or the part of one, that is at `s` in a text up to
 * `end`.
 */
static inline void
words_read(struct word *word, const char *s, const char *end)
{
	size_t len, more = 0;

	word->key.low = words_half(words_bytes(s, end), &len);
	word->key.high = 0;
	if (len == WORDS_HALF)
		word->key.high = words_half(
		    words_bytes(s + WORDS_HALF, end), &more);
	word->len = len + more;
	s += word->len;
	word->end = s;
	word->goes_on = more == WORDS_HALF &&
	    letters_classes[(unsigned char)*s] != LETTERS_GAP;
	word->ends = !word->goes_on &&
	    ((unsigned char)*s < 0x80 || letters_is_gap(s));
}

/* Returns the key of a number with a unit. */
static inline struct word_key
words_unit(char unit)
{
	return (struct word_key) { (uint64_t)unit, 0 };
}

#endif
