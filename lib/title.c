/*
 * Titles of commits, issues and pull requests.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "scan.h"
#include "text.h"
#include "title.h"

enum {
	MAX_TAG = 40 /* bytes in a pair of brackets that is still a tag */
};

/*
 * Types of <https://www.conventionalcommits.org>, and what else is used. "fix"
 * and "revert" are no tags: without them a title names the fault alone.
 */
static const char *const prefixes[] = { "feat", "feature", "perf", "refactor",
	"doc", "docs", "test", "tests", "ci", "build", "chore", "style", "misc",
	"minor", "bench", "deps", "cleanup", "enhancement" };

static bool
is_prefix(const char *s, size_t len)
{
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (strlen(prefixes[i]) == len &&
		    strncasecmp(prefixes[i], s, len) == 0)
			return true;
	return false;
}

static const char *
skip_blanks(const char *s)
{
	return s + strspn(s, " :");
}

/* Returns what follows a "[tag]" at `s`, or `s`. */
static const char *
skip_brackets(const char *s)
{
	const char *close;

	if (*s != '[' || (close = strchr(s, ']')) == NULL ||
	    close - s > MAX_TAG)
		return s;
	return close + 1;
}

/* Returns what follows a "type(scope)!:" at `s`, or `s`. */
static const char *
skip_prefix(const char *s)
{
	const char *p = s;

	while (ascii_is_letter(*p))
		p++;
	if (!is_prefix(s, (size_t)(p - s)))
		return s;
	if (*p == '(' && (p = strchr(p, ')')) != NULL)
		p++;
	if (p != NULL && *p == '!')
		p++;
	return p != NULL && p[0] == ':' && p[1] == ' ' ? p + 2 : s;
}

/* Returns how much of the `len` bytes at `s` is left before a "(#123)". */
static size_t
without_number(const char *s, size_t len)
{
	size_t at = len;

	if (at < 4 || s[at - 1] != ')')
		return len;
	at--;
	while (at > 0 && ascii_is_digit(s[at - 1]))
		at--;
	if (at == len - 1 || at < 2 || s[at - 1] != '#' || s[at - 2] != '(')
		return len;
	at -= 2;
	while (at > 0 && s[at - 1] == ' ')
		at--;
	return at;
}

void
title_bare(struct buf *out, const char *title)
{
	const char *start = title, *next = title;
	size_t len, shorter;

	do {
		start = next;
		next = skip_blanks(skip_prefix(skip_brackets(start)));
	} while (next != start && *next != '\0');
	len = strlen(start);
	while ((shorter = without_number(start, len)) != len)
		len = shorter;
	buf_clear(out);
	buf_add(out, len > 0 ? start : title, len > 0 ? len : strlen(title));
	if (start != title && len > 0)
		text_capitalize(out->at);
}
