/*
 * A text as the numbers of its words.
 */
#ifndef READING_H
#define READING_H

#include "lexicon.h"

/* A word of a text. */
struct reading_word {
	uint32_t number; /* in the lexicon */
	uint32_t unit; /* which unit is that of the number here; 0: none */
};

/* A number with a unit, however they are set. */
struct reading_unit {
	const char *end;
	size_t behind; /* which word follows */
	uint32_t number; /* in the lexicon */
};

/* Start with { 0 }. */
struct reading {
	struct reading_word *words;
	struct reading_unit *units; /* from 1 */
	size_t word_count, word_capacity;
	size_t unit_count, unit_capacity;
};

/* Sets `reading` to the words in the first 64 KiB of `text`. */
void reading_of(
    struct reading *reading, const struct lexicon *lexicon, const char *text);

/*
 * Finds the next word of ASCII letters and digits, as terms have them, in the
 * text at `*text`: sets `*word` and `*len` to its bytes and moves `*text`
 * behind it. False when there is none.
 */
bool reading_next_word(const char **text, const char **word, size_t *len);

void reading_free(struct reading *reading);

#endif
