/*
 * Memory that is there or ends the program.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"

enum {
	ARENA_BLOCK = 64 * 1024
};

struct arena_block {
	struct arena_block *before;
	size_t used, size;
	char bytes[];
};

void *
xmalloc(size_t size)
{
	return xrealloc(NULL, size);
}

void *
xzeros(size_t count, size_t size)
{
	void *zeros = calloc(count > 0 ? count : 1, size);

	if (zeros == NULL)
		diag_die("out of memory");
	return zeros;
}

void *
xrealloc(void *old, size_t size)
{
	void *new = realloc(old, size > 0 ? size : 1);

	if (new == NULL)
		diag_die("out of memory");
	return new;
}

char *
xstrdup(const char *s)
{
	size_t size = strlen(s) + 1;

	return memcpy(xmalloc(size), s, size);
}

void *
xgrow_more(void *items, size_t *capacity, size_t want, size_t size)
{
	size_t room = *capacity > 0 ? *capacity : 16;

	while (room < want)
		room *= 2;
	if (room > SIZE_MAX / 2 / size)
		diag_die("out of memory");
	*capacity = room;
	return xrealloc(items, room * size);
}

const char *
arena_str(struct arena *arena, const char *s)
{
	size_t size = strlen(s) + 1;
	struct arena_block *block = arena->last;
	char *copy;

	if (block == NULL || block->size - block->used < size) {
		size_t room = size > ARENA_BLOCK ? size : ARENA_BLOCK;

		block = xmalloc(sizeof *block + room);
		block->before = arena->last;
		block->used = 0;
		block->size = room;
		arena->last = block;
	}
	copy = block->bytes + block->used;
	block->used += size;
	return memcpy(copy, s, size);
}

void
arena_free(struct arena *arena)
{
	while (arena->last != NULL) {
		struct arena_block *block = arena->last;

		arena->last = block->before;
		free(block);
	}
}
