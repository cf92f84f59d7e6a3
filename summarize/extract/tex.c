/*
 * Plain text from TeX. A command's braces are stepped over one by one, so that
 * what they hold is read like the rest.
 */
#include <stdbool.h>
#include <string.h>

#include "ascii.h"
#include "phrase.h"
#include "tex.h"

enum {
	MAX_ARGUMENT = 400, /* bytes in braces that are left out whole */
	MAX_FORMULA = 400,
	MAX_OPEN = 16 /* emphases within each other */
};

/* Commands before what is shown in another letter. */
static struct phrases fonts = PHRASES("\\emph{", "\\mbox{", "\\textbf{",
    "\\textit{", "\\textrm{", "\\textsc{", "\\textsf{", "\\texttt{", "\\text{",
    "\\uline{", "\\underline{", "{\\bf ", "{\\em ", "{\\it ", "{\\rm ",
    "{\\sc ", "{\\sf ", "{\\tt ");

/* Commands whose argument is not shown here. */
static struct phrases references = PHRASES("\\citep{", "\\citet{", "\\cite{",
    "\\footnote{", "\\label{", "\\ref{", "~\\citep{", "~\\cite{", "~\\ref{");

/* Commands of whose two arguments the second is shown. */
static struct phrases links = PHRASES("\\href{");

/* Returns what follows the brace that closes the text at `s`, or NULL. */
static const char *
closing(const char *s, const char *end)
{
	int depth = 1;

	for (const char *p = s; p < end && p - s < MAX_ARGUMENT; p++) {
		if (*p == '{')
			depth++;
		else if (*p == '}' && --depth == 0)
			return p + 1;
	}
	return NULL;
}

/* Returns what follows the formula at `s`, or NULL. */
static const char *
formula_end(const char *s, const char *end)
{
	const char *close = memchr(s + 1, '$', (size_t)(end - s - 1));

	return close != NULL && close - s < MAX_FORMULA ? close + 1 : NULL;
}

/*
 * Sets `*text` to the one that a formula at `s` consists of, and returns what
 * follows the formula; NULL if it is more than emphasized text.
 */
static const char *
emphasis_end(const char *s, const char *end, struct span *text)
{
	size_t command = phrase_len(&fonts, s + 1);
	const char *close = command > 0 ? closing(s + 1 + command, end) : NULL;

	if (close == NULL || close == end || *close != '$')
		return NULL;
	text->at = s + 1 + command;
	text->len = (size_t)(close - 1 - text->at);
	return close + 1;
}

/* Returns what follows a command without its text, or NULL if it has one. */
static const char *
skip_reference(const char *s, const char *end)
{
	size_t len = phrase_len(&references, s);
	const char *next;

	if (len > 0)
		return closing(s + len, end);
	len = phrase_len(&links, s);
	next = len > 0 ? closing(s + len, end) : NULL;
	return next != NULL && *next == '{' ? next : NULL;
}

void
tex_plain(struct buf *out, const char *s, size_t len)
{
	const char *end = s + len, *next;
	bool ours[MAX_OPEN] = { false }; /* braces whose command went */
	size_t depth = 0, command;
	struct span text;

	for (; s < end; s = next) {
		size_t plain = strcspn(s, "\\{}$~`'");

		if (plain > (size_t)(end - s))
			plain = (size_t)(end - s);
		buf_add(out, s, plain);
		s += plain;
		next = s + 1;
		if (s == end)
			break;
		command = phrase_len(&fonts, s);
		if (*s == '$' && emphasis_end(s, end, &text) != NULL) {
			next = emphasis_end(s, end, &text);
			tex_plain(out, text.at, text.len);
		} else if (*s == '$' && formula_end(s, end) != NULL) {
			next = formula_end(s, end);
			buf_add(out, s, (size_t)(next - s));
		} else if (command > 0 && depth < MAX_OPEN) {
			ours[depth++] = true;
			next = s + command;
		} else if (skip_reference(s, end) != NULL) {
			next = skip_reference(s, end);
			if (*next == '{' && depth < MAX_OPEN) {
				ours[depth++] = true;
				next++;
			}
		} else if (*s == '{' && depth < MAX_OPEN) {
			ours[depth++] = false;
			buf_char(out, *s);
		} else if (*s == '}' && depth > 0) {
			if (!ours[--depth])
				buf_char(out, *s);
		} else if (strncmp(s, "``", 2) == 0 ||
		    strncmp(s, "''", 2) == 0) {
			next = s + 2 + strspn(s + 2, s[0] == '`' ? "`" : "'");
			buf_char(out, '"');
		} else if (*s != '\\' || strchr("%&_#", s[1]) == NULL ||
		    s[1] == '\0') {
			buf_char(out, *s);
		}
	}
}
