/*
 * Saying the same with fewer words. Nothing is cut that a condition or a
 * negation hangs on.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "compress.h"
#include "text.h"

enum {
	MAX_LEAD_IN = 160, /* bytes of a clause before ", we" */
	MAX_ASIDE = 200, /* bytes between brackets */
	SHORT_VERB = 4 /* letters; "is" and "has" need their subject */
};

static const char *const lead_ins[] = { "in this paper, ", "in this work, ",
	"in this paper ", "in this work ", "in this study, ",
	"in this article, ", "here, ", "however, ", "to this end, ",
	"therefore, ", "specifically, ", "in particular, ", "moreover, ",
	"furthermore, ", "additionally, ", "in addition, ", "thus, ", "hence, ",
	"concretely, ", "notably, ", "finally, ", "first, ",
	"to address this, ", "as a result, ", "consequently, ", "in response, ",
	"by contrast, ", "in contrast, ", "hi, ", "hello, ", "we show that ",
	"we demonstrate that ", "we find that ", "we observe that ",
	"we prove that ", "our results show that ", "results show that ",
	"experiments show that ", "our experiments show that " };

/* The subject of a change; a verb such as "adds" stands well without it. */
static const char *const changes[] = { "this pr ", "this mr ", "this patch ",
	"this commit " };

/* Who speaks where the sentence itself begins. */
static const char *const speakers[] = { ", we ", ", this paper ",
	", this work " };

/* What is said with these words limits the rest. */
static const char *const limits[] = { "if", "unless", "without", "except",
	"only", "when", "while", "although", "though", "despite", "not", "no",
	"given", "under", "assuming" };

/* A clause that begins so says where the rest holds. */
static const char *const places[] = { "for", "with", "on", "at", "in", "after",
	"before", "until", "where", "whenever", "even", "once", "provided",
	"compared", "relative" };

/* Returns the length of the phrase of the list that `s` begins with, or 0. */
static size_t
begins_with(const char *s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncasecmp(s, list[i], strlen(list[i])) == 0)
			return strlen(list[i]);
	return 0;
}

#define BEGINS_WITH(s, list) begins_with(s, list, sizeof list / sizeof *list)

/* Tells whether the first word of `s` is in the list. */
static bool
is_word_of(const char *s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(list[i]);

		if (strncasecmp(s, list[i], len) == 0 &&
		    !ascii_is_letter(s[len]))
			return true;
	}
	return false;
}

#define IS_WORD_OF(s, list) is_word_of(s, list, sizeof list / sizeof *list)

/* Tells whether a word that limits begins between the two places. */
static bool
has_limit(const char *start, const char *end)
{
	for (const char *p = start; p < end; p++)
		if ((p == start || !ascii_is_letter(p[-1])) &&
		    IS_WORD_OF(p, limits))
			return true;
	return false;
}

/* Returns where the speaker's clause begins if what is before it may go. */
static size_t
clause_before_speaker(const char *s)
{
	const char *we = NULL;

	for (size_t i = 0; i < sizeof speakers / sizeof *speakers; i++)
		if (we == NULL)
			we = strstr(s, speakers[i]);
	if (we == NULL || we - s > MAX_LEAD_IN || IS_WORD_OF(s, places) ||
	    has_limit(s, we))
		return 0;
	for (const char *p = s; p < we; p++)
		if (strchr("([;:", *p) != NULL)
			return 0;
	return (size_t)(we + 2 - s);
}

/* Returns the length of a subject that its verb does not need. */
static size_t
idle_subject(const char *s)
{
	size_t len = BEGINS_WITH(s, changes), end = len;

	while (ascii_is_letter(s[end]))
		end++;
	return len > 0 && end - len >= SHORT_VERB && s[end - 1] == 's' ? len
								       : 0;
}

static const char *
skip_lead_in(const char *s)
{
	size_t len;

	while ((len = BEGINS_WITH(s, lead_ins)) > 0 ||
	    (len = clause_before_speaker(s)) > 0 || (len = idle_subject(s)) > 0)
		s += len;
	return s;
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

/*
 * An aside stands apart: a blank before it, a blank or the end behind. In
 * square brackets only numbers are one: a citation.
 */
static bool
is_aside(const char *start, const char *p, const char *end)
{
	if (p == start || p[-1] != ' ' || end == NULL || has_limit(p + 1, end))
		return false;
	if (*p == '(' && (p[1] == ')' || p[2] == ')'))
		return false; /* (i), (2): a label */
	if (*p == '[' && p + 1 + strspn(p + 1, "0123456789, -") != end - 1)
		return false;
	return strchr(" .,;", *end) != NULL;
}

static void
without_asides(struct buf *out, const char *s)
{
	const char *start = s;
	char quoted = '\0';

	while (*s != '\0') {
		if (*s == '`' || *s == '$')
			quoted = quoted == '\0' ? *s
			    : quoted == *s      ? '\0'
						: quoted;
		if (quoted == '\0' && (*s == '(' || *s == '[')) {
			const char *end = aside_end(s);

			if (is_aside(start, s, end)) {
				buf_cut(out, out->len - 1);
				s = end;
				continue;
			}
		}
		buf_char(out, *s++);
	}
}

void
compress(struct buf *out, struct span sentence)
{
	struct buf raw = { 0 }, line = { 0 };
	size_t start = out->len;
	const char *s;

	buf_add(&raw, sentence.at, sentence.len);
	text_line(&line, raw.at);
	s = skip_lead_in(line.at);
	if (*s == '\0')
		s = line.at;
	without_asides(out, s);
	if (s != line.at)
		text_capitalize(out->at + start);
	buf_free(&raw);
	buf_free(&line);
}
