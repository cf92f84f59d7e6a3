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

static inline void
hit(struct match *match, uint16_t term, bool at_start)
{
	if (term == TRIE_NONE || match->seen[term] == match->text)
		return;
	match->seen[term] = match->text;
	if (match->count == match->capacity)
		match->hits = xgrow(match->hits, &match->capacity,
		    match->count + 1, sizeof *match->hits);
	match->hits[match->count++] = (struct match_hit) { term, at_start };
}

/* Takes the terms that end with a stem behind a node, the shortest first. */
static void
take_stems(const struct trie *trie, uint32_t from, uint32_t stem,
    struct match *match, bool at_start)
{
	const struct lexeme *lexeme = &trie->lexicon.lexemes[stem];

	if (lexeme->stem != LEXICON_NONE)
		take_stems(trie, from, lexeme->stem, match, at_start);
	hit(match, trie_find(trie, from, stem)->stem, at_start);
}

/*
 * Takes the terms that end with the word `number` behind the node `from`.
 * Returns the node behind the word, 0 if no term goes on.
 */
static inline uint32_t
take(const struct trie *trie, uint32_t from, uint32_t number,
    struct match *match, bool at_start)
{
	const struct trie_edge *edge;
	uint32_t stem;

	if (number == LEXICON_NONE)
		return TRIE_ROOT;
	if ((number & LEXICON_STEM) != 0) {
		take_stems(
		    trie, from, number & ~LEXICON_STEM, match, at_start);
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

/* Returns which word follows the number with a unit at the word `i`. */
static size_t
behind_unit(const struct match *match, size_t i)
{
	const char *end = match->words[i].unit_end;

	while (i < match->word_count && match->words[i].at < end)
		i++;
	return i;
}

/* Takes the terms that begin with the word `i` of the text behind a node. */
static void
walk(const struct trie *trie, uint32_t from, size_t i, struct match *match,
    bool at_start)
{
	for (; i < match->word_count; i++) {
		const struct match_word *word = &match->words[i];
		uint32_t to;

		if (word->unit != LEXICON_NONE &&
		    (to = take(trie, from, word->unit, match, at_start)) !=
			TRIE_ROOT)
			walk(trie, to, behind_unit(match, i), match, at_start);
		from = take(trie, from, word->number, match, at_start);
		if (from == TRIE_ROOT)
			return;
	}
}

/* Makes room to remember every term of the trie. */
static void
begin_text(const struct trie *trie, struct match *match)
{
	if (match->seen_capacity < trie->terms) {
		match->seen = xrealloc(
		    match->seen, trie->terms * sizeof *match->seen);
		memset(match->seen, 0, trie->terms * sizeof *match->seen);
		match->seen_capacity = trie->terms;
		match->text = 0;
	}
	match->count = match->word_count = 0;
	if (++match->text == 0) {
		memset(match->seen, 0, trie->terms * sizeof *match->seen);
		match->text = 1;
	}
}

/* Reads the word at `*s`, and the number with a unit if one begins there. */
static struct match_word
read_word(const struct lexicon *lexicon, const char **s, const char *end)
{
	struct match_word word = { .at = *s, .unit_end = *s };
	char unit;

	if (ascii_is_digit(**s) && (unit = number_unit(&word.unit_end)) != '\0')
		word.unit = lexicon_find(
		    lexicon, LEXICON_NONE, words_unit(unit, *s).key);
	word.number = lexicon_read(lexicon, s, end);
	return word;
}

static void
read_words(const struct lexicon *lexicon, const char *text, struct match *match)
{
	const char *s = letters_skip_gap(text), *end;

	for (end = text + strnlen(text, MAX_TEXT); s < end;
	     s = letters_skip_gap(*s == ' ' ? s + 1 : s)) {
		if (match->word_count == match->word_capacity)
			match->words = xgrow(match->words,
			    &match->word_capacity, match->word_count + 1,
			    sizeof *match->words);
		match->words[match->word_count++] = read_word(
		    lexicon, &s, end);
	}
}

void
match_text(const struct trie *trie, const char *text, struct match *match)
{
	begin_text(trie, match);
	if (trie->count == 0)
		return;
	read_words(&trie->lexicon, text, match);
	for (size_t i = 0; i < match->word_count; i++)
		walk(trie, TRIE_ROOT, i, match, i == 0);
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
	free(match->seen);
	*match = (struct match) { 0 };
}
