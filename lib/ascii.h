/*
 * Letters, digits and blanks of ASCII, whatever the locale and the sign of
 * char: ctype(3) depends on both.
 */
#ifndef ASCII_H
#define ASCII_H

#include <stdbool.h>

/* Returns `c` as lower case if it is an ASCII capital. */
static inline char
ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static inline bool
ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_letter(char c)
{
	return ascii_is_upper(c) || (c >= 'a' && c <= 'z');
}

static inline bool
ascii_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
