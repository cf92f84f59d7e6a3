/*
 * Known words, in one hash table.
 */
#include <stdlib.h>

#include "alloc.h"
#include "lexicon.h"

enum {
	MIN_SLOTS = 32 * 1024
};

/* Makes room for one more, in a table that is at most a quarter full. */
static void
grow(struct lexicon *lexicon)
{
	lexicon->lexemes = xgrow(lexicon->lexemes, &lexicon->capacity,
	    lexicon->count + 1, sizeof *lexicon->lexemes);
	if (lexicon->count * 4 < lexicon->slot_count)
		return;
	free(lexicon->slots);
	lexicon->slot_count = lexicon->slot_count > 0 ? lexicon->slot_count * 2
						      : MIN_SLOTS;
	lexicon->slots = xzeros(lexicon->slot_count, sizeof *lexicon->slots);
	for (size_t i = 1; i < lexicon->count; i++) {
		const struct lexeme *lexeme = &lexicon->lexemes[i];

		*lexicon_slot(lexicon, lexicon_hash(lexeme->from, lexeme->key),
		    lexeme->from, lexeme->key) = (uint32_t)i;
	}
}

uint32_t
lexicon_add(struct lexicon *lexicon, uint32_t from, struct word_key key)
{
	size_t hash = lexicon_hash(from, key);
	size_t bit = hash >> 16 & (LEXICON_FILTER - 1);
	uint32_t *slot;

	grow(lexicon);
	if (lexicon->count == 0) {
		lexicon->lexemes[lexicon->count++] = (struct lexeme) { 0 };
		lexicon->gates = xzeros(LEXICON_GATES, sizeof *lexicon->gates);
		lexicon->filter = xzeros(
		    LEXICON_FILTER / 64, sizeof *lexicon->filter);
		grow(lexicon);
	}
	lexicon->filter[bit / 64] |= UINT64_C(1) << bit % 64;
	slot = lexicon_slot(lexicon, hash, from, key);
	if (*slot == LEXICON_NONE) {
		*slot = (uint32_t)lexicon->count++;
		lexicon->lexemes[*slot] = (struct lexeme) { .key = key,
			.from = from };
	}
	return *slot;
}

/* Returns the lexeme as a word without anything behind it. */
static struct word
word_of(const struct lexeme *lexeme)
{
	struct word word = { .key = lexeme->key };

	word.key.low &= ~WORDS_GOES_ON;
	word.len = words_len(word.key);
	return word;
}

/* Opens the gates for words that begin as `begin` and hold a stem of `len`. */
static void
open_gates(struct lexicon *lexicon, uint32_t from, const struct word *begin,
    size_t len)
{
	*lexicon_gate(lexicon, from, begin->key) |= (uint16_t)(1U << (len - 1));
	if (begin->len >= LEXICON_GATE)
		return;
	for (const char *c = "abcdefghijklmnopqrstuvwxyz0123456789"; *c != '\0';
	     c++) {
		struct word longer = *begin;

		words_lengthen(&longer.key, longer.len++, *c);
		open_gates(lexicon, from, &longer, len);
	}
}

void
lexicon_add_stem(struct lexicon *lexicon, uint32_t number)
{
	struct lexeme *lexeme = &lexicon->lexemes[number];
	struct word word = word_of(lexeme);

	if (!lexeme->is_stem)
		open_gates(lexicon, lexeme->from, &word, word.len);
	lexeme->is_stem = true;
}

/* Returns the longest stem of up to `most` characters in a part. */
static uint32_t
longest_stem(const struct lexicon *lexicon, uint32_t from,
    const struct word *part, size_t most)
{
	unsigned lengths = *lexicon_gate(lexicon, from, part->key);

	for (size_t len = most; lengths != 0 && len > 0; len--) {
		uint32_t number;

		if ((lengths >> (len - 1) & 1) == 0)
			continue;
		number = lexicon_find(lexicon, from, words_prefix(part, len));
		if (lexicon->lexemes[number].is_stem)
			return number;
	}
	return LEXICON_NONE;
}

void
lexicon_settle(struct lexicon *lexicon)
{
	for (size_t i = 1; i < lexicon->count; i++) {
		struct lexeme *lexeme = &lexicon->lexemes[i];
		bool goes_on = (lexeme->key.low & WORDS_GOES_ON) != 0;
		struct word word = word_of(lexeme);

		lexeme->stem = longest_stem(lexicon, lexeme->from, &word,
		    goes_on ? word.len : word.len - 1);
		if (lexeme->stem == LEXICON_NONE)
			lexeme->stem = lexicon->lexemes[lexeme->from].stem;
	}
}

uint32_t
lexicon_read_parts(
    const struct lexicon *lexicon, const char **s, const char *end)
{
	uint32_t from = LEXICON_NONE, best = LEXICON_NONE,
		 number = LEXICON_NONE;
	struct word part = { .end = *s, .goes_on = true };

	for (;;) {
		words_read(&part, part.end, end);
		if (part.ends)
			number = lexicon_find(lexicon, from, part.key);
		if (number != LEXICON_NONE)
			break;
		number = longest_stem(lexicon, from, &part, part.len);
		if (number != LEXICON_NONE)
			best = number | LEXICON_STEM;
		number = LEXICON_NONE;
		part.key.low |= WORDS_GOES_ON;
		if (!part.goes_on ||
		    (from = lexicon_find(lexicon, from, part.key)) ==
			LEXICON_NONE)
			break;
	}
	*s = part.ends ? part.end : letters_skip_word(part.end);
	return number != LEXICON_NONE ? number : best;
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon->lexemes);
	free(lexicon->slots);
	free(lexicon->gates);
	free(lexicon->filter);
	*lexicon = (struct lexicon) { 0 };
}
