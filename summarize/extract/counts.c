/*
 * Counts over a stretch of words.
 */
#include <math.h>

#include "counts.h"

enum {
	FREQUENT = 3 /* times that the text has a frequent word */
};

/* Counts a word that is no stop word. */
static inline void
count_content(
    struct counts *n, const struct abstract *a, const struct entry *entry)
{
	n->content++;
	n->titled += entry->title_places != 0;
	n->repeated += entry->count - 1;
	n->spread += entry->sentences - 1;
	n->frequent += entry->count >= FREQUENT;
	n->last += entry->last_sentence == a->count;
}

/* Counts a word wherever it stands. */
static inline void
count_word(struct counts *n, const struct word *word, const struct token *token)
{
	n->words++;
	n->letters += word->end - word->start;
	n->capitals += token->capital;
	n->digits += token->digit;
	n->commas += token->comma;
}

/*
 * The words of the title in their order are a longest common subsequence, by
 * the bits of `order` that are 0 (Hyyrö, "Bit-parallel LCS-length computation
 * revisited", 2004).
 */
void
counts_of(struct counts *counts, struct abstract *a, size_t first, size_t end)
{
	const struct word *word = a->words.at + first;
	uint64_t order = ~UINT64_C(0), successor = 0;
	struct counts n = { 0 };
	static uint32_t mark;

	mark++;
	for (const struct token *token = a->tokens + first;
	     token < a->tokens + end; token++, word++) {
		struct entry *entry = token->entry;
		uint64_t found = order & entry->title_places;

		if (token->aside)
			continue;
		count_word(&n, word, token);
		n.titled_pairs += successor == word->stem;
		successor = entry->title_successor;
		order = (order + found) | (order - found);
		if (entry->seen != mark) {
			n.different++;
			n.titled_all += entry->title_places != 0;
			n.top += !word->stop & (entry->count >= a->top_count);
		}
		entry->seen = mark;
		if (!word->stop)
			count_content(&n, a, entry);
	}
	for (order = ~order; order != 0; order &= order - 1)
		n.titled_order++;
	*counts = n;
}

double
counts_centrality(const struct counts *n)
{
	return (double)n->spread / sqrt((double)n->content + 1);
}
