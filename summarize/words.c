/*
 * The words of a text.
 */
#include <stdlib.h>

#include "alloc.h"
#include "words.h"

void
words_add(struct words *words, const char *text, size_t from, size_t len)
{
	const char *s = text + from, *end = s + len;

	/* Every word but a CJK character takes two bytes with its blank. */
	words->at = xgrow(words->at, &words->capacity,
	    words->count + len / 2 + 1, sizeof *words->at);
	while (s < end) {
		struct word *word = &words->at[words->count];
		size_t n = *s != ' ' ? word_read(word, s, end) : 0;

		if (n == 0) {
			s++;
			continue;
		}
		word->start = (uint32_t)(s - text);
		word->end = (uint32_t)(s - text + (ptrdiff_t)n);
		words->count++;
		s += n;
	}
}

void
words_of(struct words *words, struct span text)
{
	words->count = 0;
	words_add(words, text.at, 0, text.len);
}

size_t
words_content(const struct words *words)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++)
		count += !words->at[i].stop;
	return count;
}

static bool
has_stem(const struct words *words, uint64_t stem)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->at[i].stem == stem)
			return true;
	return false;
}

size_t
words_shared(const struct words *a, const struct words *b)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++)
		count += !a->at[i].stop && has_stem(b, a->at[i].stem);
	return count;
}

void
words_free(struct words *words)
{
	free(words->at);
	*words = (struct words) { 0 };
}
