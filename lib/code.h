/*
 * Code spans, as CommonMark has them: between runs of as many backticks.
 */
#ifndef CODE_H
#define CODE_H

#include <stddef.h>

/*
 * Returns how many of the `len` bytes at `s` the code span takes that begins
 * there, its marks included; 0 if none does.
 */
size_t code_span(const char *s, size_t len);

/* Returns how many backticks the code span at `s` begins with. */
size_t code_marks(const char *s, size_t len);

#endif
