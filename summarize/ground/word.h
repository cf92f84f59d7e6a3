/*
 * Names: identifiers and versions, products, acronyms, other capitalised
 * words.
 */
#ifndef WORD_H
#define WORD_H

#include "statement.h"

/*
 * Checks the words of a statement. An identifier has an underscore, digits
 * beside letters, an inner capital, dots between small words, or stands after
 * "--"; in code every word is one. However its parts are joined in the
 * sources, it is the same; no number is cut out of a longer one.
 */
void word_check(struct statement *statement);

#endif
