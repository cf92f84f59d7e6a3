/*
 * Full stops that end a sentence, and those that do not.
 */
#ifndef STOP_H
#define STOP_H

#include <stdbool.h>

/*
 * Tells whether the full stop at `p` ends the sentence begun at `start`.
 * Closing quotation marks and brackets reach up to `after`.
 */
bool stop_ends(const char *start, const char *p, const char *after);

/* Tells whether a sentence may begin at `p`, behind a mark and a blank. */
bool stop_may_precede(const char *p);

#endif
