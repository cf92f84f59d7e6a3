/*
 * Finding terms. The words of the text are looked up first, each once. No
 * failure links: a walk from each word finds overlapping terms too, and most
 * walks end with the first word.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "match.h"

static void
add_hit(struct match *match, uint16_t term, bool at_start)
{
	match->seen_terms[term] = match->text;
	match->hits = xgrow(match->hits, &match->capacity, match->count + 1,
	    sizeof *match->hits);
	match->hits[match->count++] = (struct match_hit) { term, at_start };
}

static inline void
hit(struct match *match, uint16_t term, bool at_start)
{
	if (term != TRIE_NONE && match->seen_terms[term] != match->text)
		add_hit(match, term, at_start);
}

/* Takes the terms that end with a stem behind a node, the shortest first. */
static void
take_stems(const struct trie *trie, uint32_t from, uint32_t stem,
    struct match *match, bool at_start)
{
	uint32_t shorter = trie->lexicon.lexemes[stem].stem;

	if (shorter != LEXICON_NONE)
		take_stems(trie, from, shorter, match, at_start);
	hit(match, trie_find(trie, from, stem)->stem, at_start);
}

/*
 * Takes the terms that end with the word `number` behind the node `from`.
 * Returns the node behind the word, TRIE_ROOT if no term goes on.
 */
static uint32_t
take(const struct trie *trie, uint32_t from, uint32_t number,
    struct match *match, bool at_start)
{
	const struct trie_edge *edge;
	uint32_t stem;

	if ((number & LEXICON_STEM) != 0) {
		take_stems(trie, from, number & ~LEXICON_STEM, match, at_start);
		return TRIE_ROOT;
	}
	stem = trie->lexicon.lexemes[number].stem;
	if (stem != LEXICON_NONE)
		take_stems(trie, from, stem, match, at_start);
	edge = trie_find(trie, from, number);
	hit(match, edge->singular, at_start);
	hit(match, edge->stem, at_start);
	hit(match, edge->word, at_start);
	return edge->to;
}

static inline void walk(const struct trie *trie, uint32_t from, size_t i,
    struct match *match, bool at_start);

/* Takes the terms that go on behind a node with a number and its unit. */
static void
walk_unit(const struct trie *trie, uint32_t from,
    const struct reading_unit *unit, struct match *match, bool at_start)
{
	uint32_t to = take(trie, from, unit->number, match, at_start);

	walk(trie, to, unit->behind, match, at_start);
}

/* Takes the terms that go on behind a node with the word `i`. */
static inline void
walk(const struct trie *trie, uint32_t from, size_t i, struct match *match,
    bool at_start)
{
	for (; from != TRIE_ROOT && i < match->reading.word_count; i++) {
		const struct reading_word *word = &match->reading.words[i];

		if (word->unit != 0)
			walk_unit(trie, from, &match->reading.units[word->unit],
			    match, at_start);
		if ((trie->words[word->number & ~LEXICON_STEM].marks &
			trie->follow[from]) == 0)
			return;
		from = take(trie, from, word->number, match, at_start);
	}
}

/* Takes the terms that begin with the word `i`. */
static inline void
walk_from(const struct trie *trie, size_t i, struct match *match)
{
	const struct reading_word *word = &match->reading.words[i];
	const struct trie_word *known;
	uint32_t number = word->number;

	if (word->unit != 0)
		walk_unit(trie, TRIE_ROOT, &match->reading.units[word->unit],
		    match, i == 0);
	if ((number & LEXICON_STEM) != 0) {
		take(trie, TRIE_ROOT, number, match, i == 0);
		return;
	}
	known = &trie->words[number];
	if (match->seen_words[number] != match->text) {
		match->seen_words[number] = match->text;
		if (known->term != TRIE_NONE)
			hit(match, known->term, i == 0);
		else
			take(trie, TRIE_ROOT, number, match, i == 0);
	}
	walk(trie, known->to, i + 1, match, i == 0);
}

/* Makes room to remember every word and term of the trie. */
static void
begin_text(const struct trie *trie, struct match *match)
{
	size_t count = trie->lexicon.count + trie->terms;

	if (match->seen_count < count || ++match->text == 0) {
		match->seen_words = xrealloc(
		    match->seen_words, count * sizeof *match->seen_words);
		memset(match->seen_words, 0, count * sizeof *match->seen_words);
		match->seen_terms = match->seen_words + trie->lexicon.count;
		match->seen_count = count;
		match->text = 1;
	}
	match->count = 0;
}

void
match_text(const struct trie *trie, const char *text, struct match *match)
{
	begin_text(trie, match);
	if (trie->terms == 0)
		return;
	reading_of(&match->reading, &trie->lexicon, text);
	for (size_t i = 0; i < match->reading.word_count; i++)
		walk_from(trie, i, match);
}

void
match_free(struct match *match)
{
	free(match->hits);
	reading_free(&match->reading);
	free(match->seen_words);
	*match = (struct match) { 0 };
}
