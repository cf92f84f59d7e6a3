/*
 * Text as a whole: lines, words, letters.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdint.h>

#include "ascii.h"
#include "buf.h"
#include "utf8.h"

/* Appends the character `c`; a surrogate or a number too large is U+FFFD. */
void text_put(struct buf *out, uint32_t c);

/*
 * Sets `out` to `s` as one line: white space and controls become single
 * blanks, none at the ends; invisible controls that stand inside words go.
 */
void text_line(struct buf *out, const char *s);

/* Appends to `out` what text_line() would set it to. */
void text_add_line(struct buf *out, const char *s);

/* Cuts white space off both ends of `s`, in place; returns its new start. */
char *text_trim(char *s);

/*
 * Gives the first word of `s` a capital, in place, if it is a plain word: vLLM
 * and torch.compile are names.
 */
void text_capitalize(char *s);

#endif
