/*
 * In which language a text is, of those that reports are written in.
 */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include <stdbool.h>

#include "lang.h"

/*
 * Tells whether a sentence or more is in the language `lang`. Names and terms
 * may stand in it as they are written elsewhere.
 */
bool language_is(const char *text, enum lang lang);

#endif
