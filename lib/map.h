/*
 * A table from strings to numbers.
 */
#ifndef MAP_H
#define MAP_H

#include <stddef.h>

#include "alloc.h"

struct map_entry {
	const char *key; /* NULL: a free place */
	size_t value;
};

/* Start with { 0 }. */
struct map {
	struct map_entry *entries;
	size_t count, capacity; /* capacity: a power of two, or 0 */
	struct arena keys;
};

/*
 * Returns where the number of `key` is kept, to be read or set; a key that is
 * new is copied, and its number is `fresh`. The place is good until the next
 * call.
 */
size_t *map_at(struct map *map, const char *key, size_t fresh);

/* Returns the number of `key`, or `absent`. */
size_t map_get(const struct map *map, const char *key, size_t absent);

/* Forgets everything and gives the room back; the map can be used again. */
void map_free(struct map *map);

#endif
