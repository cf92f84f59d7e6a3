/*
 * Names that matter: what a statement says of one of these it must not say of
 * another.
 */
#ifndef PRODUCT_H
#define PRODUCT_H

#include "seek.h"

enum product {
	PRODUCT_NONE,
	PRODUCT_PROJECT, /* an engine, a library: what has repositories */
	PRODUCT_OTHER /* hardware, a model, a vendor */
};

/* Returns what the word of `len` bytes at `s` names. */
enum product product_of(const char *s, size_t len);

/*
 * Returns who names the generation of hardware, or the platform, that the
 * `len` bytes at `s` name, or a part of it: Hopper, where an H100 is named.
 * SOURCE_NONE if they name none; a part must be named itself.
 */
uint64_t product_generation(struct seek *seek, const char *s, size_t len);

#endif
