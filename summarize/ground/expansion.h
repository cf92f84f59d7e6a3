/*
 * What acronyms stand for.
 */
#ifndef EXPANSION_H
#define EXPANSION_H

#include "statement.h"

/*
 * Checks what acronyms are said to stand for: in "MLA (Multi-head Latent
 * Attention)", "Multi-head Latent Attention (MLA)" and the like the words must
 * stand in the sources, in this order; an s at their ends does not matter.
 */
void expansion_check(struct statement *statement);

#endif
