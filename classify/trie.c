/*
 * Words and phrases as a trie over folded characters.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "trie.h"

static uint16_t
new_node(struct trie *trie)
{
	size_t node = trie->count++;

	trie->nodes = xgrow(
	    trie->nodes, &trie->capacity, node + 1, sizeof *trie->nodes);
	trie->ends = xgrow(
	    trie->ends, &trie->end_capacity, node + 1, sizeof *trie->ends);
	trie->nodes[node] = (struct trie_node) { { 0 } };
	trie->ends[node] = (struct trie_end) { TRIE_NONE, TRIE_NONE };
	return (uint16_t)node;
}

/* Returns the edge from the node, which is made if need be. */
static uint16_t *
edge(struct trie *trie, uint16_t node, int class)
{
	if (trie->nodes[node].next[class] == 0) {
		uint16_t next = new_node(trie);

		trie->nodes[node].next[class] = next;
	}
	return &trie->nodes[node].next[class];
}

/* Notes the first word of a term, for the table of words or for the gates. */
static void
note_first_word(struct trie *trie, const char *term)
{
	const char *s = letters_skip_gap(term), *end = letters_skip_word(s);
	struct word_key key = { 0, 0 };
	size_t len = (size_t)(end - s);

	if (len > WORDS_LONGEST)
		return;
	for (size_t i = 0; i < len; i++)
		words_lengthen(
		    &key, i, letters_classes[(unsigned char)s[i] & 0x7f]);
	words_add(&trie->words, key);
	if (*end == '*' && end[1] == '\0') {
		words_add_stem(&trie->words, key, len);
	} else if (*letters_skip_gap(end) == '\0' && len < WORDS_LONGEST) {
		words_lengthen(&key, len, LETTERS_S);
		words_add(&trie->words, key);
	}
}

/* As letters_next(), but for a term: the first character of `*s` is no gap. */
static int
term_class(const char **s, bool word_start)
{
	int unit = **s != 'N'                          ? LETTERS_GAP
	    : (*s)[1] == '%'                           ? LETTERS_PERCENT
	    : (*s)[1] == 'x' && letters_is_gap(*s + 2) ? LETTERS_TIMES
						       : LETTERS_GAP;

	if (!word_start || unit == LETTERS_GAP)
		return letters_next(s);
	*s += 2;
	return unit;
}

size_t
trie_add(struct trie *trie, const char *term)
{
	const char *s = letters_skip_gap(term);
	uint16_t node = TRIE_ROOT, *last = NULL, *end;
	bool word_start = true;

	if (*s == '\0' || trie->terms >= TRIE_NONE - 1 ||
	    trie->count + strlen(term) >= TRIE_ENDS)
		return TRIE_NONE;
	if (trie->count == 0) {
		new_node(trie);
		words_begin(&trie->words);
	}
	note_first_word(trie, term);
	while (*s != '\0') {
		int class = term_class(&s, word_start);

		if (class == LETTERS_OTHER)
			return TRIE_NONE;
		if (class == LETTERS_GAP && *(s = letters_skip_gap(s)) == '\0')
			break;
		last = edge(trie, node, class);
		node = *last & TRIE_NODE;
		word_start = class == LETTERS_GAP;
	}
	*last |= TRIE_ENDS;
	end = term[strlen(term) - 1] == '*' ? &trie->ends[node].stem
					    : &trie->ends[node].word;
	if (*end == TRIE_NONE)
		*end = (uint16_t)trie->terms++;
	return *end;
}

/* Finds the terms that are in a word of the table alone. */
static void
settle_word(const struct trie *trie, struct word *word)
{
	size_t count = 0, len = words_len(word->key);
	uint16_t at = TRIE_ROOT, to;

	for (size_t i = 0; i < len; i++) {
		const struct trie_end *end;
		int class = words_class(word->key, len, i);

		if ((to = trie->nodes[at].next[class]) == 0)
			break;
		at = to & TRIE_NODE;
		end = &trie->ends[at];
		if (end->stem != TRIE_NONE && count < WORDS_TERMS)
			word->terms[count++] = end->stem;
		if (end->word != TRIE_NONE && count < WORDS_TERMS &&
		    (i + 1 == len ||
			(i + 2 == len &&
			    words_class(word->key, len, i + 1) == LETTERS_S)))
			word->terms[count++] = end->word;
		if (i + 1 == len && trie->nodes[at].next[LETTERS_GAP] != 0)
			word->walk = true;
	}
	if (count == WORDS_TERMS)
		word->walk = true;
	else
		word->terms[count] = TRIE_NONE;
}

void
trie_settle(struct trie *trie)
{
	for (size_t i = 0; i < trie->words.capacity; i++)
		if (trie->words.entries[i].key.low != 0)
			settle_word(trie, &trie->words.entries[i]);
}

void
trie_free(struct trie *trie)
{
	free(trie->nodes);
	free(trie->ends);
	words_free(&trie->words);
	*trie = (struct trie) { 0 };
}
