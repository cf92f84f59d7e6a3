/*
 * Characters as words of terms have them: classes that fold case, and gaps
 * between words.
 */
#ifndef LETTERS_H
#define LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "utf8.h"

enum {
	LETTERS_GAP = 0, /* between words; 1 to 26 are letters, then digits */
	LETTERS_OTHER = 37 /* a letter that no term has */
};

/* The classes of ASCII characters; other bytes are gaps here. */
extern const uint8_t letters_classes[256];

/* Returns the class of the character at `*s` and moves behind it, even if that
 * is the end of the text, which is a gap. */
static inline int
letters_next(const char **s)
{
	unsigned char c = (unsigned char)**s;

	if (c >= 0x80)
		return utf8_is_word(utf8_next(s)) ? LETTERS_OTHER : LETTERS_GAP;
	(*s)++;
	return letters_classes[c];
}

/* Tells whether a gap, or the end of the text, is at `s`. */
static inline bool
letters_is_gap(const char *s)
{
	return letters_next(&s) == LETTERS_GAP;
}

static inline const char *
letters_skip_gap(const char *s)
{
	const char *next = s;

	while (*s != '\0' && letters_next(&next) == LETTERS_GAP)
		s = next;
	return s;
}

static inline const char *
letters_skip_word(const char *s)
{
	const char *next = s;

	while (letters_next(&next) != LETTERS_GAP)
		s = next;
	return s;
}

#endif
