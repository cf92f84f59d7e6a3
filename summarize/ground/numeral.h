/*
 * Numbers in words, English and Chinese.
 */
#ifndef NUMERAL_H
#define NUMERAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Each looks at the words that the `len` bytes at `s` begin with, and returns
 * how many bytes it has read, 0 if they are no such words. Sets `*value`, and
 * tells in `*counts` whether they count something: a Chinese number does
 * before a measure word, which is not read, an English one always.
 */
size_t numeral_chinese(const char *s, size_t len, double *value, bool *counts);
size_t numeral_english(const char *s, size_t len, double *value, bool *counts);

#endif
