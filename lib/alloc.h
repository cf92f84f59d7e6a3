/*
 * Memory that is there or ends the program: no caller checks for NULL.
 */
#ifndef ALLOC_H
#define ALLOC_H

#include <stddef.h>

/* All of these end the program (status 3) when there is no memory. */

/* Returns `size` bytes, not cleared; free() them. */
void *xmalloc(size_t size);

/* Returns `count` items of `size` bytes, all zero; free() them. */
void *xzeros(size_t count, size_t size);

/* realloc(3); what `old` pointed to is gone. */
void *xrealloc(void *old, size_t size);

/* Returns a copy of the string `s`; free() it. */
char *xstrdup(const char *s);

/* Does what xgrow() does where there is too little room. */
void *xgrow_more(void *items, size_t *capacity, size_t want, size_t size);

/*
 * Makes room for `want` items of `size` bytes in the array `items`, which has
 * room for `*capacity` of them, by doubling. Returns the array, which may have
 * moved.
 */
static inline void *
xgrow(void *items, size_t *capacity, size_t want, size_t size)
{
	return want <= *capacity ? items
				 : xgrow_more(items, capacity, want, size);
}

/*
 * Strings that are needed to the end of a run and given back together. Start
 * with { NULL }.
 */
struct arena {
	struct arena_block *last;
};

/* Returns a copy of the string `s`, which lives until arena_free(). */
const char *arena_str(struct arena *arena, const char *s);

/* Gives back all strings of the arena. */
void arena_free(struct arena *arena);

#endif
