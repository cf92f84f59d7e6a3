/*
 * Bytes that no XML parser takes, replaced as they come in.
 */
#ifndef CLEAN_H
#define CLEAN_H

#include "buf.h"
#include "scan.h"

/* A document that comes in pieces. Start with { 0 }. */
struct clean {
	struct buf in; /* what has come and was not handed out */
	size_t handed; /* bytes of `in` that were */
	struct buf out; /* used where something was replaced */
};

/*
 * Takes the next `len` bytes of a document and returns what can be said of it
 * so far, with whatever XML forbids replaced: broken UTF-8 by U+FFFD, control
 * characters and references to them by blanks. A character or a reference that
 * is not whole yet is kept for the next call. The result lives until then.
 */
struct span clean_piece(struct clean *clean, const char *bytes, size_t len);

/* Returns, likewise, what is left at the end of the document. */
struct span clean_rest(struct clean *clean);

/* Gives the room back. */
void clean_free(struct clean *clean);

#endif
