/*
 * Lines of terms, as the topics file has them.
 */
#ifndef TERMS_H
#define TERMS_H

#include "config.h"
#include "topics.h"

/* Takes the next word off `*rest`; "" when there is none. */
const char *terms_word(char **rest);

/*
 * Returns the weight that `word` spells; all of it, or, with `rest`, what
 * stands before a slash: `*rest` is set to where it ends. Anything else ends
 * the program with status 2 and the place.
 */
double terms_weight(const struct config *file, const char *word, char **rest);

/*
 * Reads "[WEIGHT] TERM, TERM ..." for a section, or what goes on from the line
 * before it. Returns true when the line ends in a comma, so that the next one
 * goes on.
 */
bool terms_read(struct topics *topics, const struct config *file,
    size_t section, char *text, bool goes_on);

#endif
