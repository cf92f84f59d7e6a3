/*
 * Where sentences end, in English and Chinese text that may hold formulas,
 * code, addresses and abbreviations.
 */
#ifndef SENTENCE_H
#define SENTENCE_H

#include <stdbool.h>

#include "scan.h"

/*
 * Finds the sentence that begins at or behind `*text`, sets `*sentence` to its
 * bytes without white space around them, and moves `*text` behind it. False
 * when there is none. An empty line, and a list item, end a sentence.
 */
bool sentence_next(const char **text, struct span *sentence);

#endif
