/*
 * UTF-8 text: where characters begin, what may be shown, how it is compared.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/*
 * Returns the length in bytes (1 to 4) of the well-formed UTF-8 character
 * (RFC 3629) at `s`, or 0 where there is none. A NUL ends every string, so
 * nothing behind it is read.
 */
size_t text_char_len(const char *s);

/*
 * Returns the code point at `*s` and moves `*s` behind it. A byte that starts
 * no character is U+FFFD; at the end of the string the result is 0 and `*s`
 * stays.
 */
uint32_t text_next(const char **s);

/* Appends the character `c`; a surrogate or a number too large is U+FFFD. */
void text_put(struct buf *out, uint32_t c);

/*
 * Tells whether `c` acts on what shows it instead of being shown: controls,
 * line and paragraph separators, bidirectional overrides, tag characters.
 */
bool text_is_control(uint32_t c);

/* Tells whether `c` is written without spaces between words (CJK). */
bool text_is_cjk(uint32_t c);

/* Tells whether `c` belongs to a word of an alphabetic script, or is a digit. */
bool text_is_word(uint32_t c);

/*
 * Writes to `out`, of `size` bytes, as much of `s` as fits, with `?` for
 * whatever does not belong on a terminal, and a NUL. Returns the length.
 */
size_t text_printable(char *out, size_t size, const char *s);

/*
 * Sets `out` to `s` as one line: white space and controls become single
 * blanks, none at the ends; invisible controls that stand inside words go.
 */
void text_line(struct buf *out, const char *s);

/* Cuts white space off both ends of `s`, in place; returns its new start. */
char *text_trim(char *s);

/*
 * Gives the first word of `s` a capital, in place, if it is a plain word: vLLM
 * and torch.compile are names.
 */
void text_capitalize(char *s);

/* Returns the largest length up to `max` that cuts no character of `s`. */
size_t text_cut(const char *s, size_t max);

/* Returns `c` as lower case if it is an ASCII capital. */
static inline char
text_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* ctype(3) for ASCII alone, whatever the locale and the sign of char. */
static inline bool
text_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
text_is_letter(char c)
{
	return text_is_upper(c) || (c >= 'a' && c <= 'z');
}

static inline bool
text_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
