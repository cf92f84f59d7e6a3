/*
 * Finding terms. The words of the text are looked up first, each once. No
 * failure links: a walk from each word finds overlapping terms too, and most
 * walks end with the first word.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "ascii.h"
#include "match.h"

enum {
	MAX_TEXT = 64 * 1024, /* bytes; the rest is not looked at */
	MAX_NUMBER = 24 /* bytes, with what sets its unit apart */
};

static bool
starts_with(const char *s, const char *word)
{
	return strncasecmp(s, word, strlen(word)) == 0;
}

/* Returns where the number at `s` ends, and what sets its unit apart. */
static const char *
skip_number(const char *s)
{
	const char *end = s + MAX_NUMBER;

	while (s < end &&
	    (ascii_is_digit(*s) ||
		((*s == '.' || *s == ',') && ascii_is_digit(s[1]))))
		s++;
	while (s < end && *s != '\0' && strchr("$\\{}~ ", *s) != NULL)
		s++;
	return s;
}

/*
 * Returns WORDS_TIMES or WORDS_PERCENT if a number with that unit, however it
 * is set, is at `*s`, and moves behind the unit's letters; else NUL.
 */
static char
number_unit(const char **s)
{
	const char *at = skip_number(*s);
	char unit = '\0';

	if (starts_with(at, "times") || starts_with(at, "\u00d7") ||
	    ((*at | 0x20) == 'x' && letters_is_gap(at + 1)))
		unit = WORDS_TIMES;
	else if (*at == '%' || starts_with(at, "percent"))
		unit = WORDS_PERCENT;
	if (unit != '\0')
		*s = letters_skip_word(at);
	return unit;
}

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
walk_unit(const struct trie *trie, uint32_t from, const struct match_unit *unit,
    struct match *match, bool at_start)
{
	uint32_t to = take(trie, from, unit->number, match, at_start);

	walk(trie, to, unit->behind, match, at_start);
}

/* Takes the terms that go on behind a node with the word `i`. */
static inline void
walk(const struct trie *trie, uint32_t from, size_t i, struct match *match,
    bool at_start)
{
	for (; from != TRIE_ROOT && i < match->word_count; i++) {
		const struct match_word *word = &match->words[i];

		if (word->unit != 0)
			walk_unit(trie, from, &match->units[word->unit], match,
			    at_start);
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
	const struct match_word *word = &match->words[i];
	const struct trie_word *known;
	uint32_t number = word->number;

	if (word->unit != 0)
		walk_unit(
		    trie, TRIE_ROOT, &match->units[word->unit], match, i == 0);
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
	match->count = match->word_count = 0;
	match->unit_count = 1;
}

/* Takes note of the number with a unit at `s`, if there is one. */
static uint32_t
read_unit(const struct lexicon *lexicon, const char *s, struct match *match)
{
	char unit = number_unit(&s);

	if (unit == '\0')
		return 0;
	match->units = xgrow(match->units, &match->unit_capacity,
	    match->unit_count + 1, sizeof *match->units);
	match->units[match->unit_count] = (struct match_unit) {
		.number = lexicon_find(lexicon, LEXICON_NONE, words_unit(unit)),
		.end = s
	};
	return (uint32_t)match->unit_count++;
}

static void
read_words(const struct lexicon *lexicon, const char *text, struct match *match)
{
	const char *s = letters_skip_gap(text), *end;
	size_t len = strnlen(text, MAX_TEXT), units = 1;

	match->words = xgrow(match->words, &match->word_capacity, len / 2 + 1,
	    sizeof *match->words);
	for (end = text + len; s < end;
	     s = letters_skip_gap(*s == ' ' ? s + 1 : s)) {
		struct match_word word = { 0 };

		while (
		    units < match->unit_count && match->units[units].end <= s)
			match->units[units++].behind = match->word_count;
		if (ascii_is_digit(*s))
			word.unit = read_unit(lexicon, s, match);
		word.number = lexicon_read(lexicon, &s, end);
		match->words[match->word_count++] = word;
	}
	while (units < match->unit_count)
		match->units[units++].behind = match->word_count;
}

void
match_text(const struct trie *trie, const char *text, struct match *match)
{
	begin_text(trie, match);
	if (trie->count == 0)
		return;
	read_words(&trie->lexicon, text, match);
	for (size_t i = 0; i < match->word_count; i++)
		walk_from(trie, i, match);
}

bool
match_next_word(const char **text, const char **word, size_t *len)
{
	const char *s = *text, *next;
	bool foreign;

	do {
		*word = s = letters_skip_gap(s);
		foreign = false;
		for (next = s; letters_next(&next) != LETTERS_GAP; s = next)
			if ((unsigned char)*s >= 0x80)
				foreign = true;
	} while (foreign);
	*text = s;
	*len = (size_t)(s - *word);
	return *len > 0;
}

void
match_free(struct match *match)
{
	free(match->hits);
	free(match->words);
	free(match->units);
	free(match->seen_words);
	*match = (struct match) { 0 };
}
