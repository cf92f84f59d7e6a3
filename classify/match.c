/*
 * Finding terms. No failure links: a walk from each word start finds
 * overlapping terms too, and most walks end after two or three letters.
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
 * Returns LETTERS_TIMES or LETTERS_PERCENT if a number with that unit, however it is set, is at
 * `*s`, and moves behind the unit's letters; else LETTERS_GAP.
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

/* Tells whether a word, or its plural, ends at `s`. */
static inline bool
ends_word(const char *s)
{
	return letters_is_gap(s) ||
	    ((*s | 0x20) == 's' && letters_is_gap(s + 1));
}

/* Takes the terms that end behind the edge `to`, which leads to `s`. */
static void
arrive(const struct trie *trie, uint16_t to, const char *s, struct match *match,
    bool at_start)
{
	const struct trie_end *end = &trie->ends[to & TRIE_NODE];

	if (end->stem != TRIE_NONE)
		hit(match, end->stem, at_start);
	if (end->word != TRIE_NONE && ends_word(s))
		hit(match, end->word, at_start);
}

static void walk(const struct trie *trie, uint16_t at, const char *s,
    struct match *match, bool at_start);

/* Follows the trie from `at` over the number with a unit that is at `s`. */
static void
walk_number(const struct trie *trie, uint16_t at, const char *s,
    struct match *match, bool at_start)
{
	int class = number_class(&s);
	uint16_t to = class != LETTERS_GAP ? trie->nodes[at].next[class] : 0;

	if (to == 0)
		return;
	arrive(trie, to, s, match, at_start);
	walk(trie, to & TRIE_NODE, s, match, at_start);
}

/* Follows the trie behind the gap at `s`, to which `at` belongs. */
static void
walk_on(const struct trie *trie, uint16_t at, const char *s,
    struct match *match, bool at_start)
{
	s = letters_skip_gap(s);
	if (ascii_is_digit(*s))
		walk_number(trie, at, s, match, at_start);
	walk(trie, at, s, match, at_start);
}

/* Follows the trie from the node `at` over what is at `s`. */
static void
walk(const struct trie *trie, uint16_t at, const char *s, struct match *match,
    bool at_start)
{
	for (;;) {
		const char *here = s;
		int class = letters_next(&s);
		uint16_t to;

		if (class == LETTERS_OTHER ||
		    (to = trie->nodes[at].next[class]) == 0)
			return;
		at = to & TRIE_NODE;
		if (class == LETTERS_GAP) {
			if (*here != '\0')
				walk_on(trie, at, s, match, at_start);
			return;
		}
		if ((to & TRIE_ENDS) != 0)
			arrive(trie, to, s, match, at_start);
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
	match->count = 0;
	if (++match->text == 0) {
		memset(match->seen, 0, trie->terms * sizeof *match->seen);
		match->text = 1;
	}
}

/*
 * Takes the terms that begin with the ASCII word of `len` at `s`, which has the
 * key. Most words are in no phrase, and begin no stem.
 */
static inline void
match_word(const struct trie *trie, const char *s, size_t len,
    struct word_key key, struct match *match, bool at_start)
{
	const struct word *word = words_find(&trie->words, key);
	bool known = word->key.low != 0;

	if (known ? word->walk : words_may_be_stem(&trie->words, s, len)) {
		walk(trie, TRIE_ROOT, s, match, at_start);
		return;
	}
	for (size_t i = 0; known && word->terms[i] != TRIE_NONE; i++)
		hit(match, word->terms[i], at_start);
}

/* Takes the terms that begin with the word at `s`; returns the word's end. */
static inline const char *
match_at(
    const struct trie *trie, const char *s, struct match *match, bool at_start)
{
	struct word_key key = { 0, 0 };
	size_t len = 0;
	uint8_t class;

	while ((unsigned char)s[len] < 0x80 &&
	    (class = letters_classes[(unsigned char)s[len]]) != LETTERS_GAP)
		words_lengthen(&key, len++, class);
	if (len <= WORDS_LONGEST && (unsigned char)s[len] < 0x80) {
		match_word(trie, s, len, key, match, at_start);
		return s + len;
	}
	walk(trie, TRIE_ROOT, s, match, at_start);
	return letters_skip_word(s + len);
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
		if (ascii_is_digit(*s))
			walk_number(trie, TRIE_ROOT, s, match, at_start);
		s = match_at(trie, s, match, at_start);
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
