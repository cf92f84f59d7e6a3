/*
 * A table from strings to numbers: open addressing, at most half full. The
 * hash is seeded anew in each process, so that no input can be made that
 * fills one place; nothing depends on the order of entries.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "map.h"

static size_t
hash(const char *key)
{
	static uint64_t seed;
	uint64_t h;

	while (seed == 0)
		if (getrandom(&seed, sizeof seed, 0) != sizeof seed)
			seed = (uintptr_t)&seed;
	h = seed;
	for (; *key != '\0'; key++) {
		h = (h ^ (unsigned char)*key) * 0x9e3779b97f4a7c15U;
		h ^= h >> 29;
	}
	return (size_t)h;
}

/* Returns the entry of `key`, or the free one where it belongs. */
static struct map_entry *
place(const struct map *map, const char *key)
{
	size_t i = hash(key) & (map->capacity - 1);

	while (map->entries[i].key != NULL &&
	    strcmp(map->entries[i].key, key) != 0)
		i = (i + 1) & (map->capacity - 1);
	return &map->entries[i];
}

static void
grow(struct map *map)
{
	struct map old = *map;

	map->capacity = old.capacity > 0 ? old.capacity * 2 : 64;
	map->entries = xmalloc(map->capacity * sizeof *map->entries);
	memset(map->entries, 0, map->capacity * sizeof *map->entries);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.entries[i].key != NULL)
			*place(map, old.entries[i].key) = old.entries[i];
	free(old.entries);
}

size_t *
map_at(struct map *map, const char *key, size_t fresh)
{
	struct map_entry *entry;

	if (map->count >= map->capacity / 2)
		grow(map);
	entry = place(map, key);
	if (entry->key == NULL) {
		entry->key = arena_str(&map->keys, key);
		entry->value = fresh;
		map->count++;
	}
	return &entry->value;
}

size_t
map_get(const struct map *map, const char *key, size_t absent)
{
	const struct map_entry *entry;

	if (map->count == 0)
		return absent;
	entry = place(map, key);
	return entry->key != NULL ? entry->value : absent;
}

void
map_free(struct map *map)
{
	free(map->entries);
	arena_free(&map->keys);
	*map = (struct map) { 0 };
}
