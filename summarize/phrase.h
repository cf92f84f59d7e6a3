/*
 * Phrases at a place in a text, whatever their case.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include <stdbool.h>
#include <stddef.h>

/* Returns the length of the phrase of the list that `s` begins with, or 0. */
size_t phrase_len(const char *s, const char *const *list, size_t count);

/* Tells whether the first word of `s` is in the list. */
bool phrase_is_word(const char *s, const char *const *list, size_t count);

/*
 * Tells whether a word that limits what is said ("if", "not", "only") begins
 * between the two places.
 */
bool phrase_limits(const char *start, const char *end);

/* phrase_len() and phrase_is_word() for an array. */
#define PHRASE_LEN(s, list) phrase_len(s, list, sizeof list / sizeof *list)
#define PHRASE_IS_WORD(s, list) \
	phrase_is_word(s, list, sizeof list / sizeof *list)

#endif
