/*
 * Questions to the sources: who says this? They are answered all at once, by
 * one pass over the sources, whatever their number: a question that is new has
 * the answer SOURCE_NONE until seek_answer(), after which it is put again.
 */
#ifndef SEEK_H
#define SEEK_H

#include "map.h"
#include "numbers.h"
#include "source.h"
#include "trie.h"
#include "view.h"

struct sought {
	uint64_t who;
	unsigned borders;
	uint32_t twin; /* the same bytes with other borders, or TRIE_NONE */
};

/* Start with { 0 }. */
struct seek {
	struct sources *source;
	struct map index;
	struct sought *questions;
	size_t count, capacity;
	size_t open; /* those without an answer */
	struct trie tries[VIEW_COUNT];
	struct numbers numbers; /* of the sources, once they are needed */
	struct buf key;
};

/* Begins with new sources. */
void seek_start(struct seek *seek, struct sources *source);

/*
 * Returns who says the `len` bytes at `s`, as the view has them, between such
 * borders. Of a long string its first TRIE_LONGEST bytes are sought; one of
 * less than TRIE_SHORTEST is said by all.
 */
uint64_t seek_bytes(struct seek *seek, enum view view, unsigned borders,
    const char *s, size_t len);

/* Returns who says the name of `len` bytes at `s`, however it is joined. */
uint64_t seek_name(struct seek *seek, const char *s, size_t len);

/* Returns who says the text of `len` bytes at `s`, in whatever case. */
uint64_t
seek_text(struct seek *seek, unsigned borders, const char *s, size_t len);

/* Returns who says a number. */
uint64_t seek_number(struct seek *seek, const struct number *number);

/* Finds the answers; false if there was no question without. */
bool seek_answer(struct seek *seek);

/* Gives everything back. */
void seek_free(struct seek *seek);

#endif
