/*
 * Words and phrases as a trie over words.
 */
#include <stdlib.h>

#include "alloc.h"
#include "trie.h"

enum {
	MIN_SLOTS = 32 * 1024
};

/* Makes room for one more edge, in a table that is at most a quarter full. */
static void
grow(struct trie *trie)
{
	trie->edges = xgrow(
	    trie->edges, &trie->capacity, trie->count + 1, sizeof *trie->edges);
	if (trie->count * 4 < trie->slot_count)
		return;
	free(trie->slots);
	trie->slot_count = trie->slot_count > 0 ? trie->slot_count * 2
						: MIN_SLOTS;
	trie->slots = xzeros(trie->slot_count, sizeof *trie->slots);
	for (size_t i = 1; i < trie->count; i++)
		*trie_slot(trie, trie->edges[i].from,
		    trie->edges[i].number) = (uint32_t)i;
}

static void
begin(struct trie *trie)
{
	grow(trie);
	trie->nodes = TRIE_ROOT + 1;
	trie->edges[trie->count++] = (struct trie_edge) {
		.word = TRIE_NONE, .singular = TRIE_NONE, .stem = TRIE_NONE
	};
}

/* Returns the edge, which is made if need be. */
static struct trie_edge *
edge(struct trie *trie, uint32_t from, uint32_t number)
{
	uint32_t *slot;

	grow(trie);
	slot = trie_slot(trie, from, number);
	if (*slot == 0) {
		*slot = (uint32_t)trie->count++;
		trie->edges[*slot] = trie->edges[0];
		trie->edges[*slot].number = number;
		trie->edges[*slot].from = from;
	}
	return &trie->edges[*slot];
}

/* Returns the node that the edge leads to, which is made if need be. */
static uint32_t
node(struct trie *trie, uint32_t from, uint32_t number)
{
	struct trie_edge *to = edge(trie, from, number);

	if (to->to == 0)
		to->to = (uint32_t)trie->nodes++;
	return to->to;
}

/* Returns the unit of the number at `s`, as a term has it, or NUL. */
static char
term_unit(const char *s)
{
	if (s[0] == 'N' && s[1] == '%')
		return WORDS_PERCENT;
	if (s[0] == 'N' && s[1] == 'x' && letters_is_gap(s + 2))
		return WORDS_TIMES;
	return '\0';
}

/* Adds a part that another one follows. */
static uint32_t
add_part(struct lexicon *lexicon, uint32_t from, struct word_key key)
{
	key.low |= WORDS_GOES_ON;
	return lexicon_add(lexicon, from, key);
}

/* Adds the plural of the word that ends with the part `last`. */
static uint32_t
add_plural(struct lexicon *lexicon, uint32_t from, const struct word *last)
{
	struct word_key key = last->key;
	size_t len = last->len;

	if (len == WORDS_PART) {
		from = add_part(lexicon, from, key);
		key = (struct word_key) { 0, 0 };
		len = 0;
	}
	words_lengthen(&key, len, 's');
	return lexicon_add(lexicon, from, key);
}

/*
 * Adds the unit or the word at `*s`, moves behind it, and sets `*last` to its
 * last part, `*from` to what is before that. LEXICON_NONE: it is no word of
 * ASCII letters and digits.
 */
static uint32_t
add_word(
    struct lexicon *lexicon, const char **s, uint32_t *from, struct word *last)
{
	const char *end = *s + strlen(*s);
	char unit = term_unit(*s);

	*from = LEXICON_NONE;
	if (unit != '\0') {
		*last = (struct word) { .key = words_unit(unit), .len = 1 };
		*s += 2;
		return lexicon_add(lexicon, LEXICON_NONE, last->key);
	}
	words_read(last, *s, end);
	while (last->goes_on) {
		*from = add_part(lexicon, *from, last->key);
		words_read(last, last->end, end);
	}
	*s = last->end;
	return last->len > 0 && last->ends
	    ? lexicon_add(lexicon, *from, last->key)
	    : LEXICON_NONE;
}

/* Returns the number of the term that ends with the word, new or known. */
static uint16_t
end_term(struct trie *trie, uint32_t at, uint32_t number, bool is_stem)
{
	struct trie_edge *last = edge(trie, at, number);
	uint16_t *end = is_stem ? &last->stem : &last->word;

	if (*end == TRIE_NONE)
		*end = (uint16_t)trie->terms++;
	return *end;
}

size_t
trie_add(struct trie *trie, const char *term)
{
	const char *s = letters_skip_gap(term);
	bool is_stem = *term != '\0' && term[strlen(term) - 1] == '*';
	size_t known = trie->terms;
	uint32_t at = TRIE_ROOT, number, from;
	struct word last;
	uint16_t added;

	if (*s == '\0' || trie->terms >= TRIE_NONE - 1)
		return TRIE_NONE;
	if (trie->count == 0)
		begin(trie);
	for (;;) {
		number = add_word(&trie->lexicon, &s, &from, &last);
		if (number == LEXICON_NONE)
			return TRIE_NONE;
		s = letters_skip_gap(s);
		if (*s == '\0')
			break;
		at = node(trie, at, number);
	}
	added = end_term(trie, at, number, is_stem);
	if (is_stem)
		lexicon_add_stem(&trie->lexicon, number);
	else if (added == known)
		edge(trie, at, add_plural(&trie->lexicon, from, &last))
		    ->singular = added;
	return added;
}

/* Returns the only term that the word of `edge` ends, or is. */
static uint16_t
only_term(const struct lexicon *lexicon, const struct trie_edge *edge)
{
	bool is_only = edge->singular == TRIE_NONE && edge->stem == TRIE_NONE &&
	    lexicon->lexemes[edge->number].stem == LEXICON_NONE;

	return is_only ? edge->word : TRIE_NONE;
}

/* Returns the mark of a word without its stems. */
static uint64_t
mark(uint32_t number)
{
	return UINT64_C(1) << number % 64;
}

void
trie_settle(struct trie *trie)
{
	const struct lexicon *lexicon = &trie->lexicon;

	lexicon_settle(&trie->lexicon);
	trie->words = xzeros(lexicon->count + 1, sizeof *trie->words);
	trie->follow = xzeros(trie->nodes + 1, sizeof *trie->follow);
	for (uint32_t i = 0; i < lexicon->count; i++) {
		struct trie_word *word = &trie->words[i];

		word->edge = *trie_slot(trie, TRIE_ROOT, i);
		word->to = trie->edges[word->edge].to;
		word->term = only_term(lexicon, &trie->edges[word->edge]);
		for (uint32_t k = i; k != LEXICON_NONE;
		     k = lexicon->lexemes[k].stem)
			word->marks |= mark(k);
	}
	for (size_t i = 1; i < trie->count; i++)
		trie->follow[trie->edges[i].from] |= mark(
		    trie->edges[i].number);
}

void
trie_free(struct trie *trie)
{
	lexicon_free(&trie->lexicon);
	free(trie->edges);
	free(trie->slots);
	free(trie->words);
	free(trie->follow);
	*trie = (struct trie) { 0 };
}
