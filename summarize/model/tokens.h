/*
 * How long a text is for a model, as far as that can be known without its
 * tokenizer.
 */
#ifndef TOKENS_H
#define TOKENS_H

#include <stddef.h>

/*
 * Returns about how many tokens the UTF-8 text is: one for each character
 * that is written without spaces (CJK), one for four bytes of all others.
 */
size_t tokens_of(const char *text);

/* Returns how many bytes of the text are at most `max` tokens, whole
 * characters. */
size_t tokens_cut(const char *text, size_t max);

#endif
