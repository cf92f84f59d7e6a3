/*
 * The words of a sentence as a set of numbers, for comparing sentences.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "scan.h"

enum {
	MAX_WORDS = 96 /* different ones; more are not looked at */
};

/*
 * Stems without stop words, sorted, each once. Two words have the same stem
 * when their first six letters are the same, whatever their case and a final s.
 */
struct words {
	uint32_t stems[MAX_WORDS];
	size_t count;
	size_t length; /* in words, stop words and repetitions included */
};

/* Sets `words` to those of the text. A CJK character is a word. */
void words_of(struct words *words, struct span text);

/* Returns how many stems both have. */
size_t words_shared(const struct words *a, const struct words *b);

/* Returns the cosine of the two sets, 0 to 1. */
double words_cosine(const struct words *a, const struct words *b);

#endif
