/*
 * Counts over a stretch of words.
 */
#include <math.h>

#include "counts.h"

enum {
	FREQUENT = 3 /* times that the text has a frequent word */
};

/* Counts a word that is no stop word. */
static void
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

/*
 * The words of the title in their order are a longest common subsequence, by
 * the bits of `order` that are 0 (Hyyrö, "Bit-parallel LCS-length computation
 * revisited", 2004).
 */
void
counts_of(struct counts *n, struct abstract *a, size_t first, size_t end)
{
	uint64_t order = ~UINT64_C(0);
	const struct entry *before = NULL;
	static uint32_t mark;

	*n = (struct counts) { 0 };
	mark++;
	for (size_t w = first; w < end; w++) {
		const struct word *word = &a->words.at[w];
		const struct token *token = &a->tokens[w];
		struct entry *entry = token->entry;
		uint64_t found = order & entry->title_places;

		if (token->aside)
			continue;
		n->words++;
		n->letters += word->end - word->start;
		n->capitals += token->capital;
		n->digits += token->digit;
		n->commas += token->comma;
		n->titled_pairs += before != NULL &&
		    before->title_successor == word->stem;
		before = entry;
		order = (order + found) | (order - found);
		if (entry->seen != mark) {
			n->different++;
			n->titled_all += entry->title_places != 0;
			n->top += !word->stop && entry->count >= a->top_count;
		}
		entry->seen = mark;
		if (!word->stop)
			count_content(n, a, entry);
	}
	for (order = ~order; order != 0; order &= order - 1)
		n->titled_order++;
}

double
counts_centrality(const struct counts *n)
{
	return (double)n->spread / sqrt((double)n->content + 1);
}
