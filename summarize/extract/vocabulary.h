/*
 * The different words of a text, and how often it has them.
 */
#ifndef VOCABULARY_H
#define VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	VOCABULARY_PLACES = 2048, /* a power of two */
	VOCABULARY_MAX = 1024 /* words; more share one entry */
};

struct entry {
	uint64_t stem;
	uint64_t title_places; /* where it stands in the title, a bit each */
	uint64_t title_successor; /* the stem that follows it there; 0: none */
	uint32_t count, sentences; /* how often; in how many of them */
	uint32_t last_sentence; /* that has it, from 1 */
	uint32_t seen; /* the user's mark */
};

/* Start with { 0 }. */
struct vocabulary {
	uint16_t places[VOCABULARY_PLACES]; /* of entries, from 1; 0: free */
	struct entry entries[VOCABULARY_MAX + 1]; /* in order of arrival */
	size_t count; /* without the last one, which stands for all others */
};

/* Forgets all words. */
void vocabulary_clear(struct vocabulary *vocabulary);

/* Returns the entry of a word; a new one has counts of 0. */
struct entry *vocabulary_at(struct vocabulary *vocabulary, uint64_t stem);

#endif
