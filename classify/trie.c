/*
 * Words and phrases in text. No failure links: a walk from each word start
 * finds overlapping terms too, and most walks end after two or three letters.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "text.h"
#include "trie.h"

enum {
	GAP = 0,
	LETTER_A = 1,
	DIGIT_0 = 27,
	OTHER = TRIE_CLASSES - 1,
	ROOT = 0
};

/* Returns the class of the character at `*s` and moves behind it. */
static int
next_class(const char **s)
{
	char c = **s;

	if ((unsigned char)c >= 0x80)
		return utf8_is_word(utf8_next(s)) ? OTHER : GAP;
	(*s)++;
	c = ascii_lower(c);
	if (c >= 'a' && c <= 'z')
		return LETTER_A + (c - 'a');
	if (ascii_is_digit(c))
		return DIGIT_0 + (c - '0');
	return GAP;
}

/* Tells whether a gap, or the end of the text, is at `s`. */
static bool
is_gap(const char *s)
{
	return *s == '\0' || next_class(&s) == GAP;
}

static const char *
skip_gap(const char *s)
{
	const char *next = s;

	while (*s != '\0' && next_class(&next) == GAP)
		s = next;
	return s;
}

static uint16_t
new_node(struct trie *trie)
{
	trie->nodes = xgrow(
	    trie->nodes, &trie->capacity, trie->count + 1, sizeof *trie->nodes);
	trie->nodes[trie->count] = (struct trie_node) { .word = TRIE_NONE,
		.stem = TRIE_NONE };
	return (uint16_t)trie->count++;
}

static uint16_t
step(struct trie *trie, uint16_t node, int class)
{
	uint16_t next = trie->nodes[node].next[class];

	if (next == 0) {
		next = new_node(trie);
		trie->nodes[node].next[class] = next;
	}
	return next;
}

size_t
trie_add(struct trie *trie, const char *term)
{
	const char *s = skip_gap(term);
	uint16_t node = ROOT, *end;

	if (*s == '\0' || trie->terms >= TRIE_NONE - 1 ||
	    trie->count + strlen(term) >= UINT16_MAX)
		return TRIE_NONE;
	if (trie->count == 0)
		new_node(trie);
	while (*s != '\0') {
		int class = next_class(&s);

		if (class == OTHER)
			return TRIE_NONE;
		if (class == GAP && *(s = skip_gap(s)) == '\0')
			break;
		node = step(trie, node, class);
	}
	end = term[strlen(term) - 1] == '*' ? &trie->nodes[node].stem
					    : &trie->nodes[node].word;
	if (*end == TRIE_NONE)
		*end = (uint16_t)trie->terms++;
	return *end;
}

static void
hit(struct trie_hits *hits, uint16_t term, bool at_start)
{
	if (term == TRIE_NONE || hits->seen[term] == hits->text)
		return;
	hits->seen[term] = hits->text;
	hits->hits = xgrow(
	    hits->hits, &hits->capacity, hits->count + 1, sizeof *hits->hits);
	hits->hits[hits->count++] = (struct trie_hit) { term, at_start };
}

/* Follows the trie from the word that begins at `s`. */
static void
walk(const struct trie *trie, const char *s, struct trie_hits *hits,
    bool at_start)
{
	uint16_t at = ROOT;

	while (*s != '\0') {
		const struct trie_node *node;
		int class = next_class(&s);

		if (class == GAP)
			s = skip_gap(s);
		if ((at = trie->nodes[at].next[class]) == 0)
			return;
		node = &trie->nodes[at];
		hit(hits, node->stem, at_start);
		if (node->word != TRIE_NONE &&
		    (is_gap(s) || (ascii_lower(*s) == 's' && is_gap(s + 1))))
			hit(hits, node->word, at_start);
	}
}

/* Makes room to remember every term of the trie. */
static void
begin_text(const struct trie *trie, struct trie_hits *hits)
{
	if (hits->seen_capacity < trie->terms) {
		hits->seen = xrealloc(
		    hits->seen, trie->terms * sizeof *hits->seen);
		memset(hits->seen, 0, trie->terms * sizeof *hits->seen);
		hits->seen_capacity = trie->terms;
		hits->text = 0;
	}
	hits->count = 0;
	if (++hits->text == 0) {
		memset(hits->seen, 0, trie->terms * sizeof *hits->seen);
		hits->text = 1;
	}
}

void
trie_match(const struct trie *trie, const char *text, struct trie_hits *hits)
{
	const char *s = skip_gap(text);
	bool at_start = true;

	begin_text(trie, hits);
	if (trie->count == 0)
		return;
	while (*s != '\0') {
		walk(trie, s, hits, at_start);
		at_start = false;
		while (*s != '\0' && next_class(&s) != GAP)
			;
		s = skip_gap(s);
	}
}

void
trie_free(struct trie *trie)
{
	free(trie->nodes);
	*trie = (struct trie) { 0 };
}

void
trie_hits_free(struct trie_hits *hits)
{
	free(hits->hits);
	free(hits->seen);
	*hits = (struct trie_hits) { 0 };
}
