/*
 * Finding terms. No failure links: a walk from each word finds overlapping
 * terms too, and most walks end with the first word.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "ascii.h"
#include "match.h"

enum {
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
 * Returns LETTERS_TIMES or LETTERS_PERCENT if a number with that unit, however
 * it is set, is at `*s`, and moves behind the unit's letters; else LETTERS_GAP.
 */
static int
number_class(const char **s)
{
	const char *unit = skip_number(*s);
	int class = LETTERS_GAP;

	if (starts_with(unit, "times") || starts_with(unit, "\u00d7") ||
	    ((*unit | 0x20) == 'x' && letters_is_gap(unit + 1)))
		class = LETTERS_TIMES;
	else if (*unit == '%' || starts_with(unit, "percent"))
		class = LETTERS_PERCENT;
	if (class != LETTERS_GAP)
		*s = letters_skip_word(unit);
	return class;
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

static void walk_number(const struct trie *trie, uint32_t from, const char *s,
    struct match *match, bool at_start);

/* Takes the terms of stems that are shorter than the word, by their lengths. */
static void
shorter_stems(const struct trie *trie, uint32_t from, const struct word *word,
    unsigned lengths, struct match *match, bool at_start)
{
	for (size_t len = 1; len < word->len; len++)
		if ((lengths >> (len - 1) & 1) != 0)
			hit(match,
			    trie_find(trie, from, words_prefix(word, len))
				->stem,
			    at_start);
}

/*
 * Takes the terms that end with the word behind the node `from`, shortest stem
 * first. Returns the node behind the word, 0 if no term goes on.
 */
static inline uint32_t
step(const struct trie *trie, uint32_t from, const struct word *word,
    struct match *match, bool at_start)
{
	const struct trie_edge *edge = trie_find(trie, from, word->key);
	struct word_key key = word->key;
	unsigned stems = edge->key.low != 0 ? edge->stems
					    : *trie_gate(trie, from, word);

	if (stems != 0)
		shorter_stems(trie, from, word, stems, match, at_start);
	if (word->ends)
		hit(match, edge->singular, at_start);
	hit(match, edge->stem, at_start);
	if (word->ends) {
		hit(match, edge->word, at_start);
		return edge->to;
	}
	key.low |= WORDS_GOES_ON;
	return word->goes_on ? trie_find(trie, from, key)->to : 0;
}

/* Takes the terms that begin with the word, and go on behind it. */
static inline void
walk(const struct trie *trie, uint32_t from, struct word word,
    struct match *match, bool at_start)
{
	while (word.len > 0 &&
	    (from = step(trie, from, &word, match, at_start)) != TRIE_ROOT) {
		const char *next = word.goes_on ? word.end
						: letters_skip_gap(word.end);

		if (word.ends && ascii_is_digit(*next))
			walk_number(trie, from, next, match, at_start);
		if (!trie_may_start(trie, from, next))
			return;
		word = words_read(next);
	}
}

/* Takes the terms that have the number with a unit at `s` behind `from`. */
static void
walk_number(const struct trie *trie, uint32_t from, const char *s,
    struct match *match, bool at_start)
{
	int class = number_class(&s);

	if (class != LETTERS_GAP)
		walk(trie, from, words_unit(class, s), match, at_start);
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
	match->count = 0;
	if (++match->text == 0) {
		memset(match->seen, 0, trie->terms * sizeof *match->seen);
		match->text = 1;
	}
}

void
match_text(const struct trie *trie, const char *text, struct match *match)
{
	const char *s = letters_skip_gap(text);
	bool at_start = true;

	begin_text(trie, match);
	if (trie->count == 0)
		return;
	while (*s != '\0') {
		struct word word = words_read(s);

		if (ascii_is_digit(*s))
			walk_number(trie, TRIE_ROOT, s, match, at_start);
		walk(trie, TRIE_ROOT, word, match, at_start);
		s = word.ends ? word.end : letters_skip_word(word.end);
		s = letters_skip_gap(*s == ' ' ? s + 1 : s);
		at_start = false;
	}
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
	free(match->seen);
	*match = (struct match) { 0 };
}
