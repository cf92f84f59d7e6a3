/*
 * Characters in UTF-8: where they begin, what they are, which may be shown.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Returns the length in bytes (1 to 4) of the well-formed UTF-8 character
 * (RFC 3629) at `s`, or 0 where there is none. A NUL ends every string, so
 * nothing behind it is read.
 */
size_t utf8_len(const char *s);

/*
 * Returns the code point at `*s` and moves `*s` behind it. A byte that starts
 * no character is U+FFFD; at the end of the string the result is 0 and `*s`
 * stays.
 */
uint32_t utf8_next(const char **s);

/*
 * Tells whether `c` acts on what shows it instead of being shown: controls,
 * line and paragraph separators, bidirectional overrides, tag characters.
 */
bool utf8_is_control(uint32_t c);

/* Tells whether `c` is written without spaces between words (CJK). */
bool utf8_is_cjk(uint32_t c);

/* Tells whether `c` belongs to a word of an alphabetic script, or is a digit. */
bool utf8_is_word(uint32_t c);

/*
 * Writes to `out`, of `size` bytes, as much of `s` as fits, with `?` for
 * whatever does not belong on a terminal, and a NUL. Returns the length.
 */
size_t utf8_printable(char *out, size_t size, const char *s);

/* Returns the largest length up to `max` that cuts no character of `s`. */
size_t utf8_cut(const char *s, size_t max);

#endif
