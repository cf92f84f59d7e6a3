/*
 * Words and phrases as a trie over words.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "trie.h"

enum {
	MIN_SLOTS = 16 * 1024
};

static void *
zeros(size_t count, size_t size)
{
	return memset(xmalloc(count * size), 0, count * size);
}

/* Makes room for one more edge, in a table that is at most half full. */
static void
grow(struct trie *trie)
{
	trie->edges = xgrow(
	    trie->edges, &trie->capacity, trie->count + 1, sizeof *trie->edges);
	if (trie->count * 2 < trie->slot_count)
		return;
	free(trie->slots);
	trie->slot_count = trie->slot_count > 0 ? trie->slot_count * 2
						: MIN_SLOTS;
	trie->slots = zeros(trie->slot_count, sizeof *trie->slots);
	for (size_t i = 1; i < trie->count; i++)
		*trie_slot(trie, trie->edges[i].from,
		    trie->edges[i].key) = (uint32_t)i;
}

static uint32_t
new_node(struct trie *trie)
{
	trie->starts = xgrow(trie->starts, &trie->start_capacity,
	    trie->nodes + 1, sizeof *trie->starts);
	trie->starts[trie->nodes] = 0;
	return (uint32_t)trie->nodes++;
}

static void
begin(struct trie *trie)
{
	grow(trie);
	new_node(trie);
	trie->gates = zeros(TRIE_GATES, sizeof *trie->gates);
	trie->edges[trie->count++] = (struct trie_edge) {
		.word = TRIE_NONE, .singular = TRIE_NONE, .stem = TRIE_NONE
	};
}

/* Returns the edge, which is made if need be. */
static struct trie_edge *
edge(struct trie *trie, uint32_t from, struct word_key key)
{
	uint64_t start = key.low & ~WORDS_GOES_ON;
	uint32_t *slot;

	while (start > UINT8_MAX)
		start >>= 8;
	trie->starts[from] |= UINT64_C(1) << start;
	grow(trie);
	slot = trie_slot(trie, from, key);
	if (*slot == 0) {
		*slot = (uint32_t)trie->count++;
		trie->edges[*slot] = trie->edges[0];
		trie->edges[*slot].key = key;
		trie->edges[*slot].from = from;
	}
	return &trie->edges[*slot];
}

/* Returns the node that the edge leads to, which is made if need be. */
static uint32_t
node(struct trie *trie, uint32_t from, struct word_key key)
{
	struct trie_edge *to = edge(trie, from, key);

	if (to->to == 0)
		to->to = new_node(trie);
	return to->to;
}

/* Opens the gates for words that begin as `begin` and hold a stem of `len`. */
static void
open_gates(
    struct trie *trie, uint32_t from, const struct word *begin, size_t len)
{
	*trie_gate(trie, from, begin) |= (uint16_t)(1U << (len - 1));
	for (int class = 1; begin->len < TRIE_GATE && class < LETTERS_CLASSES;
	     class ++) {
		struct word longer = *begin;

		words_lengthen(&longer.key, longer.len++, class);
		open_gates(trie, from, &longer, len);
	}
}

/* Reads the unit or the word at `s`, as a term has it. */
static struct word
term_word(const char *s)
{
	int unit = *s != 'N'                       ? LETTERS_GAP
	    : s[1] == '%'                          ? LETTERS_PERCENT
	    : s[1] == 'x' && letters_is_gap(s + 2) ? LETTERS_TIMES
						   : LETTERS_GAP;

	if (unit == LETTERS_GAP)
		return words_read(s);
	return words_unit(unit, s + 2);
}

/* Adds the plural of the last word of a term, which is a part that ends. */
static void
add_plural(
    struct trie *trie, uint32_t from, const struct word *word, uint16_t term)
{
	struct word_key key = word->key;
	size_t len = word->len;

	if (len == WORDS_PART) {
		key.low |= WORDS_GOES_ON;
		from = node(trie, from, key);
		key = (struct word_key) { 0, 0 };
		len = 0;
	}
	words_lengthen(&key, len, LETTERS_S);
	edge(trie, from, key)->singular = term;
}

/* Returns the number of the term that ends with the word, new or known. */
static uint16_t
end_term(
    struct trie *trie, uint32_t from, const struct word *word, bool is_stem)
{
	struct trie_edge *last = edge(trie, from, word->key);
	uint16_t *end = is_stem ? &last->stem : &last->word, term = *end;

	if (term != TRIE_NONE)
		return term;
	*end = term = (uint16_t)trie->terms++;
	if (is_stem)
		open_gates(trie, from, word, word->len);
	else
		add_plural(trie, from, word, term);
	return term;
}

size_t
trie_add(struct trie *trie, const char *term)
{
	const char *s = letters_skip_gap(term);
	bool is_stem = *term != '\0' && term[strlen(term) - 1] == '*';
	bool goes_on = false;
	uint32_t from = TRIE_ROOT;
	struct word word;

	if (*s == '\0' || trie->terms >= TRIE_NONE - 1)
		return TRIE_NONE;
	if (trie->count == 0)
		begin(trie);
	for (;;) {
		word = goes_on ? words_read(s) : term_word(s);
		if (word.len == 0 || (!word.ends && !word.goes_on))
			return TRIE_NONE;
		s = letters_skip_gap(word.end);
		if (*s == '\0')
			break;
		goes_on = word.goes_on;
		if (goes_on)
			word.key.low |= WORDS_GOES_ON;
		from = node(trie, from, word.key);
	}
	return end_term(trie, from, &word, is_stem);
}

/* Returns the lengths of the stems that are shorter than the word. */
static unsigned
shorter_stems(const struct trie *trie, uint32_t from, const struct word *word)
{
	unsigned lengths = *trie_gate(trie, from, word);

	for (size_t len = 1; len <= WORDS_PART; len++)
		if ((lengths >> (len - 1) & 1) != 0 &&
		    (len >= word->len ||
			trie_find(trie, from, words_prefix(word, len))->stem ==
			    TRIE_NONE))
			lengths &= ~(1U << (len - 1));
	return lengths;
}

void
trie_settle(struct trie *trie)
{
	for (size_t i = 1; i < trie->count; i++) {
		struct trie_edge *edge = &trie->edges[i];
		struct word word = { .key = edge->key };

		word.key.low &= ~WORDS_GOES_ON;
		word.len = words_len(word.key);
		edge->stems = (uint16_t)shorter_stems(trie, edge->from, &word);
	}
}

void
trie_free(struct trie *trie)
{
	free(trie->edges);
	free(trie->slots);
	free(trie->gates);
	free(trie->starts);
	*trie = (struct trie) { 0 };
}
