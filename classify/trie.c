/*
 * Words and phrases in text. No failure links: a walk from each word start
 * finds overlapping terms too, and most walks end after two or three letters.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "text.h"
#include "trie.h"

enum {
	GAP = 0,
	TIMES = 37,
	PERCENT = 38,
	OTHER = TRIE_CLASSES, /* a letter that no term has */
	ROOT = 0,
	NODE = TRIE_ENDS - 1, /* the number of a node in an edge */
	MAX_MEMO = 16, /* bytes */
	MAX_NUMBER = 24 /* bytes, with what sets its unit apart */
};

/* Of ASCII characters; a gap where nothing is said. */
static const uint8_t classes[128] = {
	['0'] = 27,
	28,
	29,
	30,
	31,
	32,
	33,
	34,
	35,
	36,
	['A'] = 1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	9,
	10,
	11,
	12,
	13,
	14,
	15,
	16,
	17,
	18,
	19,
	20,
	21,
	22,
	23,
	24,
	25,
	26,
	['a'] = 1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	9,
	10,
	11,
	12,
	13,
	14,
	15,
	16,
	17,
	18,
	19,
	20,
	21,
	22,
	23,
	24,
	25,
	26,
};

/* Returns the class of the character at `*s` and moves behind it. */
static inline int
next_class(const char **s)
{
	unsigned char c = (unsigned char)**s;

	if (c >= 0x80)
		return utf8_is_word(utf8_next(s)) ? OTHER : GAP;
	(*s)++;
	return classes[c];
}

/* Tells whether a gap, or the end of the text, is at `s`. */
static inline bool
is_gap(const char *s)
{
	return next_class(&s) == GAP;
}

static inline const char *
skip_gap(const char *s)
{
	const char *next = s;

	while (*s != '\0' && next_class(&next) == GAP)
		s = next;
	return s;
}

static inline const char *
skip_word(const char *s)
{
	const char *next = s;

	while (next_class(&next) != GAP)
		s = next;
	return s;
}

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
 * Returns TIMES or PERCENT if a number with that unit, however it is set, is at
 * `*s`, and moves behind the unit's letters; else GAP.
 */
static int
number_class(const char **s)
{
	const char *unit = skip_number(*s);
	int class = GAP;

	if (starts_with(unit, "times") || starts_with(unit, "\u00d7") ||
	    ((*unit | 0x20) == 'x' && is_gap(unit + 1)))
		class = TIMES;
	else if (*unit == '%' || starts_with(unit, "percent"))
		class = PERCENT;
	if (class != GAP)
		*s = skip_word(unit);
	return class;
}

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

/* As next_class(), but for a term: the first character of `*s` is no gap. */
static int
term_class(const char **s, bool word_start)
{
	int unit = **s != 'N'                  ? GAP
	    : (*s)[1] == '%'                   ? PERCENT
	    : (*s)[1] == 'x' && is_gap(*s + 2) ? TIMES
					       : GAP;

	if (!word_start || unit == GAP)
		return next_class(s);
	*s += 2;
	return unit;
}

size_t
trie_add(struct trie *trie, const char *term)
{
	const char *s = skip_gap(term);
	uint16_t node = ROOT, *last = NULL, *end;
	bool word_start = true;

	if (*s == '\0' || trie->terms >= TRIE_NONE - 1 ||
	    trie->count + strlen(term) >= TRIE_ENDS)
		return TRIE_NONE;
	if (trie->count == 0)
		new_node(trie);
	while (*s != '\0') {
		int class = term_class(&s, word_start);

		if (class == OTHER)
			return TRIE_NONE;
		if (class == GAP && *(s = skip_gap(s)) == '\0')
			break;
		last = edge(trie, node, class);
		node = *last & NODE;
		word_start = class == GAP;
	}
	*last |= TRIE_ENDS;
	end = term[strlen(term) - 1] == '*' ? &trie->ends[node].stem
					    : &trie->ends[node].word;
	if (*end == TRIE_NONE)
		*end = (uint16_t)trie->terms++;
	return *end;
}

static inline void
hit(struct trie_hits *hits, uint16_t term, bool at_start)
{
	if (term == TRIE_NONE || hits->seen[term] == hits->text)
		return;
	hits->seen[term] = hits->text;
	if (hits->count == hits->capacity)
		hits->hits = xgrow(hits->hits, &hits->capacity, hits->count + 1,
		    sizeof *hits->hits);
	hits->hits[hits->count++] = (struct trie_hit) { term, at_start };
}

/* Tells whether a word, or its plural, ends at `s`. */
static inline bool
ends_word(const char *s)
{
	return is_gap(s) || ((*s | 0x20) == 's' && is_gap(s + 1));
}

/* Takes the terms that end behind the edge `to`, which leads to `s`. */
static void
arrive(const struct trie *trie, uint16_t to, const char *s,
    struct trie_hits *hits, bool at_start)
{
	const struct trie_end *end = &trie->ends[to & NODE];

	if (end->stem != TRIE_NONE)
		hit(hits, end->stem, at_start);
	if (end->word != TRIE_NONE && ends_word(s))
		hit(hits, end->word, at_start);
}

static void walk(const struct trie *trie, uint16_t at, const char *s,
    struct trie_hits *hits, bool at_start);

/* Follows the trie from `at` over the number with a unit that is at `s`. */
static void
walk_number(const struct trie *trie, uint16_t at, const char *s,
    struct trie_hits *hits, bool at_start)
{
	int class = number_class(&s);
	uint16_t to = class != GAP ? trie->nodes[at].next[class] : 0;

	if (to == 0)
		return;
	arrive(trie, to, s, hits, at_start);
	walk(trie, to & NODE, s, hits, at_start);
}

/* Follows the trie behind the gap at `s`, to which `at` belongs. */
static void
walk_on(const struct trie *trie, uint16_t at, const char *s,
    struct trie_hits *hits, bool at_start)
{
	s = skip_gap(s);
	if (ascii_is_digit(*s))
		walk_number(trie, at, s, hits, at_start);
	walk(trie, at, s, hits, at_start);
}

/* Follows the trie from the node `at` over what is at `s`. */
static void
walk(const struct trie *trie, uint16_t at, const char *s,
    struct trie_hits *hits, bool at_start)
{
	for (;;) {
		const char *here = s;
		int class = next_class(&s);
		uint16_t to;

		if (class == OTHER || (to = trie->nodes[at].next[class]) == 0)
			return;
		at = to & NODE;
		if (class == GAP) {
			if (*here != '\0')
				walk_on(trie, at, s, hits, at_start);
			return;
		}
		if ((to & TRIE_ENDS) != 0)
			arrive(trie, to, s, hits, at_start);
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
	if (hits->memos == NULL) {
		hits->memos = xmalloc(TRIE_MEMOS * sizeof *hits->memos);
		memset(hits->memos, 0, TRIE_MEMOS * sizeof *hits->memos);
	}
	hits->count = 0;
	if (++hits->text == 0) {
		memset(hits->seen, 0, trie->terms * sizeof *hits->seen);
		hits->text = 1;
	}
}

/* Finds the terms that are in the word from `s` to `end` alone. */
static void
look_up(const struct trie *trie, const char *s, const char *end,
    struct trie_memo *memo)
{
	size_t count = 0, max = sizeof memo->terms / sizeof *memo->terms;
	uint16_t at = ROOT, to;

	memo->walk = false;
	while (s < end) {
		const struct trie_end *found;

		if ((to = trie->nodes[at].next[next_class(&s)]) == 0)
			break;
		at = to & NODE;
		found = &trie->ends[at];
		if (found->stem != TRIE_NONE && count < max)
			memo->terms[count++] = found->stem;
		if (found->word != TRIE_NONE && ends_word(s) && count < max)
			memo->terms[count++] = found->word;
		if (s == end && trie->nodes[at].next[GAP] != 0)
			memo->walk = true;
	}
	if (count == max)
		memo->walk = true;
	else
		memo->terms[count] = TRIE_NONE;
}

/*
 * Takes the terms that begin with the word at `s`, which is ASCII and has
 * `high` and `low` as its bytes. Words come again and again, and most are in no
 * phrase: what was found for one is kept.
 */
static void
match_word(const struct trie *trie, const char *s, const char *end,
    uint64_t high, uint64_t low, struct trie_hits *hits, bool at_start)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	size_t slot = ((low ^ (high * mix)) * mix) >> 52 & (TRIE_MEMOS - 1);
	struct trie_memo *memo = &hits->memos[slot];

	if (memo->low != low || memo->high != high) {
		memo->low = low;
		memo->high = high;
		look_up(trie, s, end, memo);
	}
	if (memo->walk) {
		walk(trie, ROOT, s, hits, at_start);
		return;
	}
	for (size_t i = 0; memo->terms[i] != TRIE_NONE; i++)
		hit(hits, memo->terms[i], at_start);
}

/* Takes the terms that begin with the word at `s`; returns the word's end. */
static const char *
match_at(const struct trie *trie, const char *s, struct trie_hits *hits,
    bool at_start)
{
	uint64_t high = 0, low = 0;
	const char *end = s;

	while (
	    (unsigned char)*end < 0x80 && classes[(unsigned char)*end] != GAP) {
		high = high << 8 | low >> 56;
		low = low << 8 | (unsigned char)*end;
		end++;
	}
	if (end - s <= MAX_MEMO && (unsigned char)*end < 0x80) {
		match_word(trie, s, end, high, low, hits, at_start);
		return end;
	}
	walk(trie, ROOT, s, hits, at_start);
	return skip_word(end);
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
		if (ascii_is_digit(*s))
			walk_number(trie, ROOT, s, hits, at_start);
		s = skip_gap(match_at(trie, s, hits, at_start));
		at_start = false;
	}
}

bool
trie_word(const char **text, const char **word, size_t *len)
{
	const char *s = *text, *next;
	bool foreign;

	do {
		*word = s = skip_gap(s);
		foreign = false;
		for (next = s; next_class(&next) != GAP; s = next)
			if ((unsigned char)*s >= 0x80)
				foreign = true;
	} while (foreign);
	*text = s;
	*len = (size_t)(s - *word);
	return *len > 0;
}

void
trie_free(struct trie *trie)
{
	free(trie->nodes);
	free(trie->ends);
	*trie = (struct trie) { 0 };
}

void
trie_hits_free(struct trie_hits *hits)
{
	free(hits->hits);
	free(hits->seen);
	free(hits->memos);
	*hits = (struct trie_hits) { 0 };
}
