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
	LETTER_S = 19,
	MAX_TERMS = 3, /* of a word of the table */
	MIN_WORDS = 1024,
	KEY_PART = 8, /* characters */
	MAX_KEY = 2 * KEY_PART,
	GATES = TRIE_CLASSES * TRIE_CLASSES * TRIE_CLASSES,
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

static void
begin(struct trie *trie)
{
	size_t size = GATES / 8 + sizeof *trie->gates;

	new_node(trie);
	trie->gates = xmalloc(size);
	memset(trie->gates, 0, size);
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

/* Adds a character to the key of a word of `len`. */
static inline void
lengthen(struct trie_key *key, size_t len, int class)
{
	uint64_t *part = len < KEY_PART ? &key->low : &key->high;

	*part = *part << 8 | (uint64_t) class;
}

/* Returns the word of the key, or the free place where it belongs. */
static inline struct trie_word *
find_word(const struct trie *trie, struct trie_key key)
{
	const uint64_t mix = 0x9e3779b97f4a7c15; /* 2^64 / golden ratio */
	uint64_t hash = (key.low ^ key.high * mix) * mix;
	size_t at = (size_t)(hash >> 32) & (trie->word_capacity - 1);

	while (trie->words[at].key.low != 0 &&
	    (trie->words[at].key.low != key.low ||
		trie->words[at].key.high != key.high))
		at = (at + 1) & (trie->word_capacity - 1);
	return &trie->words[at];
}

static void
grow_words(struct trie *trie)
{
	struct trie_word *old = trie->words;
	size_t count = trie->word_capacity;

	trie->word_capacity = count > 0 ? count * 2 : MIN_WORDS;
	trie->words = xmalloc(trie->word_capacity * sizeof *trie->words);
	memset(trie->words, 0, trie->word_capacity * sizeof *trie->words);
	for (size_t i = 0; i < count; i++)
		if (old[i].key.low != 0)
			find_word(trie, old[i].key)->key = old[i].key;
	free(old);
}

static void
add_word(struct trie *trie, struct trie_key key)
{
	struct trie_word *word;

	if (trie->word_count * 2 >= trie->word_capacity)
		grow_words(trie);
	word = find_word(trie, key);
	if (word->key.low == 0)
		trie->word_count++;
	word->key = key;
}

static size_t
key_len(struct trie_key key)
{
	size_t len = 0;

	for (; key.low != 0; key.low >>= 8)
		len++;
	for (; key.high != 0; key.high >>= 8)
		len++;
	return len;
}

/* Returns the class of the character `i` of a word of `len`. */
static int
class_in(struct trie_key key, size_t len, size_t i)
{
	size_t low_len = len < KEY_PART ? len : KEY_PART;

	return (int)((i < KEY_PART ? key.low >> (low_len - 1 - i) * 8
				   : key.high >> (len - 1 - i) * 8) &
	    0xff);
}

/* Tells whether a stem may begin as the ASCII word at `s` does. */
static inline bool
is_gate_open(const struct trie *trie, const char *s, size_t len)
{
	size_t gate = 0;

	for (size_t i = 0; i < 3; i++)
		gate = gate * TRIE_CLASSES +
		    (i < len ? classes[(unsigned char)s[i]] : 0);
	return (trie->gates[gate / 64] >> (gate % 64) & 1) != 0;
}

/* Opens the gates for a stem. */
static void
open_gates(struct trie *trie, struct trie_key key, size_t len)
{
	size_t first = 0, count = 1;

	for (size_t i = 0; i < 3; i++) {
		first = first * TRIE_CLASSES +
		    (i < len ? (size_t)class_in(key, len, i) : 0);
		if (i >= len)
			count *= TRIE_CLASSES;
	}
	for (size_t gate = first; gate < first + count; gate++)
		trie->gates[gate / 64] |= (uint64_t)1 << (gate % 64);
}

/* Notes the first word of a term, for the table of words or for the gates. */
static void
note_first_word(struct trie *trie, const char *term)
{
	const char *s = skip_gap(term), *end = skip_word(s);
	struct trie_key key = { 0, 0 };
	size_t len = (size_t)(end - s);

	if (len > MAX_KEY)
		return;
	for (size_t i = 0; i < len; i++)
		lengthen(&key, i, classes[(unsigned char)s[i] & 0x7f]);
	add_word(trie, key);
	if (*end == '*' && end[1] == '\0') {
		open_gates(trie, key, len);
	} else if (*skip_gap(end) == '\0' && len < MAX_KEY) {
		lengthen(&key, len, LETTER_S);
		add_word(trie, key);
	}
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
		begin(trie);
	note_first_word(trie, term);
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

/* Finds the terms that are in a word of the table alone. */
static void
settle_word(const struct trie *trie, struct trie_word *word)
{
	size_t count = 0, len = key_len(word->key);
	uint16_t at = ROOT, to;

	for (size_t i = 0; i < len; i++) {
		const struct trie_end *end;
		int class = class_in(word->key, len, i);

		if ((to = trie->nodes[at].next[class]) == 0)
			break;
		at = to & NODE;
		end = &trie->ends[at];
		if (end->stem != TRIE_NONE && count < MAX_TERMS)
			word->terms[count++] = end->stem;
		if (end->word != TRIE_NONE && count < MAX_TERMS &&
		    (i + 1 == len ||
			(i + 2 == len &&
			    class_in(word->key, len, i + 1) == LETTER_S)))
			word->terms[count++] = end->word;
		if (i + 1 == len && trie->nodes[at].next[GAP] != 0)
			word->walk = true;
	}
	if (count == MAX_TERMS)
		word->walk = true;
	else
		word->terms[count] = TRIE_NONE;
}

void
trie_settle(struct trie *trie)
{
	for (size_t i = 0; i < trie->word_capacity; i++)
		if (trie->words[i].key.low != 0)
			settle_word(trie, &trie->words[i]);
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
	hits->count = 0;
	if (++hits->text == 0) {
		memset(hits->seen, 0, trie->terms * sizeof *hits->seen);
		hits->text = 1;
	}
}

/*
 * Takes the terms that begin with the ASCII word of `len` at `s`, which has the
 * key. Most words are in no phrase, and begin no stem.
 */
static inline void
match_word(const struct trie *trie, const char *s, size_t len,
    struct trie_key key, struct trie_hits *hits, bool at_start)
{
	const struct trie_word *word = find_word(trie, key);
	bool known = word->key.low != 0;

	if (known ? word->walk : is_gate_open(trie, s, len)) {
		walk(trie, ROOT, s, hits, at_start);
		return;
	}
	for (size_t i = 0; known && word->terms[i] != TRIE_NONE; i++)
		hit(hits, word->terms[i], at_start);
}

/* Takes the terms that begin with the word at `s`; returns the word's end. */
static inline const char *
match_at(const struct trie *trie, const char *s, struct trie_hits *hits,
    bool at_start)
{
	struct trie_key key = { 0, 0 };
	size_t len = 0;
	uint8_t class;

	while ((unsigned char)s[len] < 0x80 &&
	    (class = classes[(unsigned char)s[len]]) != GAP)
		lengthen(&key, len++, class);
	if (len <= MAX_KEY && (unsigned char)s[len] < 0x80) {
		match_word(trie, s, len, key, hits, at_start);
		return s + len;
	}
	walk(trie, ROOT, s, hits, at_start);
	return skip_word(s + len);
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
		s = match_at(trie, s, hits, at_start);
		s = skip_gap(*s == ' ' ? s + 1 : s);
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
	free(trie->words);
	free(trie->gates);
	*trie = (struct trie) { 0 };
}

void
trie_hits_free(struct trie_hits *hits)
{
	free(hits->hits);
	free(hits->seen);
	*hits = (struct trie_hits) { 0 };
}
