/*
 * Words, as numbers that compare fast.
 */
#ifndef WORD_H
#define WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct word {
	/*
	 * The first six bytes in lower case, without a final s: words that
	 * differ in their endings alone mostly have the same stem. Never 0.
	 */
	uint64_t stem;
	uint32_t start, end; /* bytes of the text */
	bool stop; /* "the", "of": says nothing of the subject */
};

/*
 * Reads the word at `s`, which ends before `end`; a CJK character is a word.
 * Returns its length, 0 if there is none; its place is left to the caller.
 */
size_t word_read(struct word *word, const char *s, const char *end);

#endif
