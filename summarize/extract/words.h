/*
 * The words of a text in their order, as numbers that compare fast.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scan.h"

struct word {
	/*
	 * The first six bytes in lower case, without a final s: words that
	 * differ in their endings alone mostly have the same stem. Never 0.
	 */
	uint64_t stem;
	uint32_t start, end; /* bytes of the text */
	bool stop; /* "the", "of": says nothing of the subject */
};

/* Start with { 0 }. */
struct words {
	struct word *at;
	size_t count, capacity;
};

/*
 * Appends the words of the `len` bytes at `text`; a CJK character is a word.
 */
void words_add(struct words *words, const char *text, size_t len);

/* Sets `words` to those of `text`. */
void words_of(struct words *words, struct span text);

/* Gives the room back; the list can be used again. */
void words_free(struct words *words);

#endif
