/*
 * The words of a text in their order.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "scan.h"
#include "word.h"

/* Start with { 0 }. */
struct words {
	struct word *at;
	size_t count, capacity;
};

/*
 * Appends the words of the `len` bytes at `text + from`; a CJK character is a
 * word. Their places are counted from `text`.
 */
void words_add(struct words *words, const char *text, size_t from, size_t len);

/* Sets `words` to those of `text`. */
void words_of(struct words *words, struct span text);

/* Returns how many words are no stop words. */
size_t words_content(const struct words *words);

/*
 * Returns how many words of `a` that are no stop words stand in `b` as well.
 */
size_t words_shared(const struct words *a, const struct words *b);

/* Gives the room back; the list can be used again. */
void words_free(struct words *words);

#endif
