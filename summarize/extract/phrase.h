/*
 * Phrases at a place in a text, whatever their case.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "scan.h"

enum {
	MAX_PHRASES = 64
};

/* Phrases in lower case, in the order of their bytes. */
struct phrases {
	const char *const *all; /* the last one is NULL */
	/* Found out at first use: */
	bool indexed;
	uint8_t first[UINT8_MAX + 1]; /* by first byte, from 1; 0: none */
	uint8_t shared[MAX_PHRASES + 1]; /* bytes, with the one before */
};

#define PHRASES(...)                         \
	{                                    \
		.all = (const char *const[]) \
		{                            \
			__VA_ARGS__, NULL    \
		}                            \
	}

/* Returns the length of the phrase that `s` begins with, or 0. */
size_t phrase_len(struct phrases *phrases, const char *s);

/*
 * Tells whether `s` is one of the phrases, of which none begins with another
 * and a blank.
 */
bool phrase_is(struct phrases *phrases, const char *s);

/* Tells whether the first word of `s` is one of the phrases. */
bool phrase_is_word(struct phrases *phrases, const char *s);

/*
 * Tells whether a word that limits what is said ("if", "not", "only") begins
 * between the two places.
 */
bool phrase_limits(const char *start, const char *end);

/* Tells whether the text ends with `end`, letter by letter. */
bool phrase_ends(struct span text, const char *end);

#endif
