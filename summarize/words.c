/*
 * The words of a sentence as a set of numbers.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "words.h"

enum {
	STEM = 6, /* characters that tell words apart */
	LONGEST_STOP_WORD = 7
};

static const char *const stop_words[] = { "a", "an", "the", "of", "in", "on",
	"for", "to", "and", "or", "with", "by", "from", "at", "as", "is", "are",
	"was", "were", "be", "been", "being", "it", "its", "this", "that",
	"these", "those", "we", "our", "us", "their", "they", "which", "can",
	"may", "such", "also", "have", "has", "had", "not", "but", "than",
	"more", "most", "into", "over", "via", "using", "use", "used", "while",
	"when", "where", "how", "what", "both", "each", "other", "some", "no",
	"do", "does", "however", "between", "through", "under", "there", "then",
	"them", "will", "would", "so", "if", "i", "you", "add", "fix" };

static bool
is_stop_word(const char *word, size_t len)
{
	if (len > LONGEST_STOP_WORD)
		return false;
	for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++) {
		const char *s = stop_words[i];
		size_t n = 0;

		while (n < len && ascii_lower(word[n]) == s[n])
			n++;
		if (n == len && s[n] == '\0')
			return true;
	}
	return false;
}

/* Hashes the first characters of the `len` bytes at `word` (FNV-1a). */
static uint32_t
stem_of(const char *word, size_t len)
{
	uint32_t hash = 2166136261U;

	if (len > 3 && ascii_lower(word[len - 1]) == 's' &&
	    ascii_lower(word[len - 2]) != 's')
		len--;
	for (size_t i = 0; i < len && i < STEM; i++)
		hash = (hash ^ (unsigned char)ascii_lower(word[i])) * 16777619U;
	return hash;
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
drop_repeated(struct words *words)
{
	size_t kept = 0;

	if (words->count > 1)
		qsort(words->stems, words->count, sizeof *words->stems,
		    by_number);
	for (size_t i = 0; i < words->count; i++)
		if (kept == 0 || words->stems[kept - 1] != words->stems[i])
			words->stems[kept++] = words->stems[i];
	words->count = kept;
}

/* Moves `*s` behind the next word; returns its start, or NULL. */
static const char *
next_word(const char **s, const char *end)
{
	const char *start = NULL;

	while (*s < end) {
		const char *at = *s;
		uint32_t c = utf8_next(s);

		if (utf8_is_cjk(c)) {
			if (start == NULL)
				return at;
			*s = at;
			return start;
		}
		if (utf8_is_word(c)) {
			if (start == NULL)
				start = at;
		} else if (start != NULL) {
			*s = at;
			return start;
		}
	}
	return start;
}

void
words_of(struct words *words, struct span text)
{
	const char *s = text.at, *end = text.at + text.len, *word;

	words->count = words->length = 0;
	while (
	    words->count < MAX_WORDS && (word = next_word(&s, end)) != NULL) {
		size_t len = (size_t)(s - word);

		words->length++;
		if (!is_stop_word(word, len))
			words->stems[words->count++] = stem_of(word, len);
	}
	drop_repeated(words);
}

size_t
words_shared(const struct words *a, const struct words *b)
{
	size_t i = 0, j = 0, shared = 0;

	while (i < a->count && j < b->count) {
		if (a->stems[i] == b->stems[j]) {
			shared++;
			i++;
			j++;
		} else if (a->stems[i] < b->stems[j]) {
			i++;
		} else {
			j++;
		}
	}
	return shared;
}

double
words_cosine(const struct words *a, const struct words *b)
{
	if (a->count == 0 || b->count == 0)
		return 0;
	return (double)words_shared(a, b) /
	    sqrt((double)a->count * (double)b->count);
}
