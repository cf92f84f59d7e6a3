/*
 * The different words of a text: open addressing; entries of former texts
 * count as free.
 */
#include "vocabulary.h"

void
vocabulary_clear(struct vocabulary *vocabulary)
{
	vocabulary->text++;
	vocabulary->count = 0;
	vocabulary->other = (struct entry) { 0 };
}

struct entry *
vocabulary_at(struct vocabulary *vocabulary, uint64_t stem)
{
	size_t i = (size_t)(stem * 0x9e3779b97f4a7c15U >> 53);
	struct entry *entry = &vocabulary->places[i];

	while (entry->text == vocabulary->text) {
		if (entry->stem == stem)
			return entry;
		i = (i + 1) % VOCABULARY_PLACES;
		entry = &vocabulary->places[i];
	}
	if (vocabulary->count == VOCABULARY_MAX)
		return &vocabulary->other;
	*entry = (struct entry) { .stem = stem, .text = vocabulary->text };
	vocabulary->entries[vocabulary->count++] = entry;
	return entry;
}
