/*
 * The different words of a text: open addressing. Places and entries lie apart
 * so that those in use are close together.
 */
#include <string.h>

#include "vocabulary.h"

void
vocabulary_clear(struct vocabulary *vocabulary)
{
	memset(vocabulary->places, 0, sizeof vocabulary->places);
	vocabulary->entries[VOCABULARY_MAX] = (struct entry) { 0 };
	vocabulary->count = 0;
}

struct entry *
vocabulary_at(struct vocabulary *vocabulary, uint64_t stem)
{
	size_t i = (size_t)(stem * 0x9e3779b97f4a7c15U >> 53);
	struct entry *entry;

	while (vocabulary->places[i] != 0) {
		entry = &vocabulary->entries[vocabulary->places[i] - 1];
		if (entry->stem == stem)
			return entry;
		i = (i + 1) % VOCABULARY_PLACES;
	}
	entry = &vocabulary->entries[vocabulary->count];
	if (vocabulary->count < VOCABULARY_MAX) {
		*entry = (struct entry) { .stem = stem };
		vocabulary->places[i] = (uint16_t)++vocabulary->count;
	}
	return entry;
}
