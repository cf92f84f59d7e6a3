/*
 * Which repositories a clause is about.
 */
#ifndef SCOPE_H
#define SCOPE_H

#include "source.h"

/*
 * Returns the bits of the repositories that the clause `s` names: vLLM,
 * FlashAttention, Flash Attention, Dao-AILab/flash-attention; SOURCE_ANY if
 * there are none. Sets `*repo`, if it is NULL, to the name of the first. What
 * stands in a path or an address names none.
 */
uint64_t
scope_of(const struct sources *source, const char *s, const char **repo);

#endif
