/*
 * Saying the same with fewer words. Nothing is cut that a condition or a
 * negation hangs on.
 */
#include <stdbool.h>
#include <string.h>

#include "compress.h"
#include "lead.h"
#include "phrase.h"
#include "text.h"

enum {
	MAX_ASIDE = 200, /* bytes between brackets */
	MIN_BEFORE_LIST = 8 /* words that stand well without their list */
};

/* A sentence that begins so may have its main clause behind a comma. */
static struct phrases subordinate = PHRASES("after", "although", "among", "as",
    "at", "based", "because", "before", "by", "compared", "despite", "due",
    "during", "even", "for", "from", "given", "if", "in", "inspired", "instead",
    "motivated", "on", "once", "since", "though", "through", "to", "under",
    "unless", "unlike", "using", "via", "when", "where", "whereas", "while",
    "with", "without");

static void
find_heads(struct cuts *cuts, const char *line)
{
	const char *s = line;
	size_t len;

	cuts->heads[0] = 0;
	cuts->head_count = 1;
	while ((len = lead_len(s)) > 0 && s[len] != '\0') {
		s += len;
		if (cuts->head_count < MAX_HEADS)
			cuts->head_count++;
		cuts->heads[cuts->head_count - 1] = (size_t)(s - line);
	}
}

/* Returns what follows the aside that opens at `p`, or NULL. */
static const char *
aside_end(const char *p)
{
	char close = *p == '(' ? ')' : ']';
	int depth = 0;

	for (int i = 0; i < MAX_ASIDE && p[i] != '\0'; i++) {
		if (p[i] == *p)
			depth++;
		else if (p[i] == close && --depth == 0)
			return p + i + 1;
	}
	return NULL;
}

/* Tells whether the bracket at `p` holds a label: (i), (2). */
static bool
is_label(const char *p)
{
	size_t len = strspn(p + 1, "0123456789ivxabcde");

	return *p == '(' && len > 0 && len < 4 && p[1 + len] == ')';
}

/*
 * An aside stands apart: a blank before it, a blank or the end behind. In
 * square brackets only numbers are one: a citation.
 */
static bool
is_aside(const char *start, const char *p, const char *end)
{
	if (p == start || p[-1] != ' ' || end == NULL ||
	    phrase_limits(p + 1, end))
		return false;
	if (is_label(p) || p[1] == ')')
		return false;
	if (*p == '[' && p + 1 + strspn(p + 1, "0123456789, -") != end - 1)
		return false;
	return strchr(" .,;", *end) != NULL;
}

/* Returns what follows the bracket at `p`; notes it if it is an aside. */
static const char *
step_over(struct cuts *cuts, const char *line, const char *p)
{
	const char *end = aside_end(p);

	if (is_aside(line, p, end) && cuts->aside_count < MAX_ASIDES)
		cuts->asides[cuts->aside_count++] = (struct range) {
			(size_t)(p - 1 - line), (size_t)(end - line)
		};
	return end != NULL ? end : p + 1;
}

/* Returns what follows the formula or code that opens at `p`. */
static const char *
skip_quoted(const char *p)
{
	const char *end = strchr(p + 1, *p);

	return end != NULL ? end + 1 : p + strlen(p);
}

static void
find_tail(struct cuts *cuts, const char *line, const char *p)
{
	enum tail_kind kind = tail_at(p);

	if (kind != TAIL_NONE && cuts->tail_count < MAX_TAILS)
		cuts->tails[cuts->tail_count++] =
		    (struct tail) { (size_t)(p - line), kind };
}

/* Tells whether a tail may begin at `p`: behind most blanks none does. */
static bool
may_be_tail(const char *p)
{
	if (*p != ' ')
		return *p == ',' || *p == ';' || *p == ':';
	switch (p[1]) {
	case 'a':
		return p[2] == 'n'; /* and */
	case 'w':
		return p[2] == 'h'; /* which */
	case 's':
		return p[2] == 'u'; /* such as */
	default:
		return p[1] == '-' || p[1] == '\xe2'; /* dashes */
	}
}

/*
 * Looks at what stands between two words, from `p` up to `end`. Returns where
 * it ends: brackets, formulas and code are stepped over, words and all.
 */
static const char *
read_gap(struct cuts *cuts, const char *line, const char *p, const char *end,
    bool *whole)
{
	while (p < end) {
		if (*p == '`' || *p == '$') {
			p = skip_quoted(p);
		} else if (*p == '(' || *p == '[') {
			/* A list is not cut between its items. */
			*whole = *whole || is_label(p);
			p = step_over(cuts, line, p);
		} else {
			if (!*whole && may_be_tail(p))
				find_tail(cuts, line, p);
			p++;
		}
	}
	return p;
}

/*
 * A list of which only the first item is here goes, if enough is said before
 * it.
 */
static void
drop_lone_item(
    struct cuts *cuts, const char *line, const struct word *words, size_t count)
{
	const char *label = strstr(line, ": (");
	size_t before = 0;

	if (label == NULL || !is_label(label + 2))
		return;
	for (const char *p = label + 3; *p != '\0'; p++)
		if (*p == ' ' && p[1] == '(' && is_label(p + 1))
			return;
	while (before < count && line + words[before].start < label)
		before++;
	if (before < MIN_BEFORE_LIST)
		return;
	cuts->tails[0] = (struct tail) { (size_t)(label - line), TAIL_CLAUSE };
	while (cuts->tail_count > 1 &&
	    cuts->tails[cuts->tail_count - 1].at >= cuts->tails[0].at)
		cuts->tail_count--;
}

void
compress_find(
    struct cuts *cuts, const char *line, const struct word *words, size_t count)
{
	const char *p, *end = line + strlen(line);
	bool whole;

	find_heads(cuts, line);
	p = line + cuts->heads[cuts->head_count - 1];
	whole = phrase_is_word(&subordinate, p);
	cuts->tails[0] = (struct tail) { (size_t)(end - line), TAIL_NONE };
	cuts->tail_count = 1;
	cuts->aside_count = 0;
	for (size_t i = 0; i < count; i++) {
		const char *word = line + words[i].start;

		if (word < p)
			continue;
		if (*p != ' ' || p + 1 != word || may_be_tail(p))
			p = read_gap(cuts, line, p, word, &whole);
		if (p <= word)
			p = line + words[i].end;
	}
	read_gap(cuts, line, p, end, &whole);
	if (whole)
		drop_lone_item(cuts, line, words, count);
}

void
compress_put(struct buf *out, const char *line, const struct cuts *cuts,
    struct range kept)
{
	size_t start = out->len, at = kept.from;

	for (size_t i = 0; i < cuts->aside_count; i++) {
		struct range aside = cuts->asides[i];

		if (aside.from < at || aside.to > kept.to)
			continue;
		buf_add(out, line + at, aside.from - at);
		at = aside.to;
	}
	buf_add(out, line + at, kept.to - at);
	if (kept.from > 0)
		text_capitalize(out->at + start);
	if (line[kept.to] != '\0')
		buf_char(out, '.');
}

void
compress(struct buf *out, const char *line)
{
	static struct words words;
	struct cuts cuts;

	words_of(&words, (struct span) { line, strlen(line) });
	compress_find(&cuts, line, words.at, words.count);
	compress_put(out, line, &cuts,
	    (struct range) {
		cuts.heads[cuts.head_count - 1], cuts.tails[0].at });
}
