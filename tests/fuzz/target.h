/*
 * What the fuzz targets share.
 */
#ifndef TARGET_H
#define TARGET_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "alloc.h"

/* Checks one input. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Returns the input with a NUL behind it, in room of its own; free() it. */
static inline char *
target_string(const uint8_t *data, size_t size)
{
	char *s = xmalloc(size + 1);

	if (size > 0)
		memcpy(s, data, size);
	s[size] = '\0';
	return s;
}

#endif
