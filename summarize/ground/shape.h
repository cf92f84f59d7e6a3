/*
 * What a word looks like, given as `len` bytes at `s`.
 */
#ifndef SHAPE_H
#define SHAPE_H

#include <stdbool.h>
#include <stddef.h>

/* Tells whether the word is too common to tell anything, in any case. */
bool shape_is_common(const char *s, size_t len);

/* Tells whether the word adds nothing to the name before it: FP8-based. */
bool shape_is_tail(const char *s, size_t len);

/* Tells whether digits and dots make a version: 0.6.4, but not 0.6. */
bool shape_is_version(const char *s, size_t len);

/* Tells whether the word is a number, with a unit or small words joined. */
bool shape_is_number(const char *s, size_t len);

/*
 * Tells whether the word is an identifier or a version: an underscore, digits
 * beside letters, an inner capital, dots between small words.
 */
bool shape_is_identifier(const char *s, size_t len);

/* Returns how many capitals make the word, but for the s of a plural; 0 if
 * they are not at least two. */
size_t shape_acronym_len(const char *s, size_t len);

#endif
