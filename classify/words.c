/*
 * A table of words, open-addressed.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "words.h"

enum {
	MIN_CAPACITY = 1024,
	GATES = LETTERS_CLASSES * LETTERS_CLASSES * LETTERS_CLASSES
};

static void
begin_gates(struct words *words)
{
	size_t size = (GATES / 64 + 1) * sizeof *words->gates;

	words->gates = xmalloc(size);
	memset(words->gates, 0, size);
}

static void
grow(struct words *words)
{
	struct word *old = words->entries;
	size_t count = words->capacity;

	words->capacity = count > 0 ? count * 2 : MIN_CAPACITY;
	words->entries = xmalloc(words->capacity * sizeof *words->entries);
	memset(words->entries, 0, words->capacity * sizeof *words->entries);
	for (size_t i = 0; i < count; i++)
		if (old[i].key.low != 0)
			words_find(words, old[i].key)->key = old[i].key;
	free(old);
}

void
words_begin(struct words *words)
{
	grow(words);
}

void
words_add(struct words *words, struct word_key key)
{
	struct word *word;

	if (words->count * 2 >= words->capacity)
		grow(words);
	word = words_find(words, key);
	if (word->key.low == 0)
		words->count++;
	word->key = key;
}

size_t
words_len(struct word_key key)
{
	size_t len = 0;

	for (; key.low != 0; key.low >>= 8)
		len++;
	for (; key.high != 0; key.high >>= 8)
		len++;
	return len;
}

int
words_class(struct word_key key, size_t len, size_t i)
{
	size_t low_len = len < WORDS_PART ? len : WORDS_PART;

	return (int)((i < WORDS_PART ? key.low >> (low_len - 1 - i) * 8
				     : key.high >> (len - 1 - i) * 8) &
	    0xff);
}

void
words_add_stem(struct words *words, struct word_key key, size_t len)
{
	size_t first = 0, count = 1;

	if (words->gates == NULL)
		begin_gates(words);
	for (size_t i = 0; i < 3; i++) {
		first = first * LETTERS_CLASSES +
		    (i < len ? (size_t)words_class(key, len, i) : 0);
		if (i >= len)
			count *= LETTERS_CLASSES;
	}
	for (size_t gate = first; gate < first + count; gate++)
		words->gates[gate / 64] |= (uint64_t)1 << (gate % 64);
}

void
words_free(struct words *words)
{
	free(words->entries);
	free(words->gates);
	*words = (struct words) { 0 };
}
