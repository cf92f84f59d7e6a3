/*
 * Letters, digits and blanks of ASCII, whatever the locale and the sign of
 * char: ctype(3) depends on both.
 */
#ifndef ASCII_H
#define ASCII_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

/* Returns the value of the hexadecimal digit `c`, -1 if it is none. */
static inline int
ascii_hex(char c)
{
	unsigned char digit = (unsigned char)(c - '0');
	unsigned char letter = (unsigned char)((c | 0x20) - 'a');

	if (digit < 10)
		return digit;
	return letter < 6 ? letter + 10 : -1;
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

/*
 * Returns how many of the `len` bytes at `s`, from the first one on, are ASCII
 * without controls (but DEL) and neither `a` nor `b`. Eight bytes are looked
 * at together: a byte of `word ^ all(a)` is 0 where `word` has an `a`, and
 * what is below n borrows from the highest bit when n is subtracted. Only
 * later bytes may be struck wrongly then, for they lend.
 */
static inline size_t
ascii_plain(const char *s, size_t len, char a, char b)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	const uint64_t as = ones * (unsigned char)a;
	const uint64_t bs = ones * (unsigned char)b;
	size_t i = 0;

	for (uint64_t word; i + sizeof word <= len; i += sizeof word) {
		memcpy(&word, s + i, sizeof word);
		word = le64toh(word);
		word = (word | (word - ones * ' ') | ((word ^ as) - ones) |
			   ((word ^ bs) - ones)) &
		    tops;
		if (word != 0)
			return i + (size_t)__builtin_ctzll(word) / 8;
	}
	while (i < len && s[i] >= ' ' && (unsigned char)s[i] < 0x80 &&
	    s[i] != a && s[i] != b)
		i++;
	return i;
}

#endif
