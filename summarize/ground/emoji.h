/*
 * Emoji.
 */
#ifndef EMOJI_H
#define EMOJI_H

#include "statement.h"

/* Checks the emoji of a statement: each must be in the sources. */
void emoji_check(struct statement *statement);

#endif
