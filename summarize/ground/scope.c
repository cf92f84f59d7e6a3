/*
 * Which repositories a clause is about.
 */
#include <string.h>
#include <strings.h>

#include "scope.h"
#include "view.h"

static bool
is_name_char(char c)
{
	return view_is_word(c) || c == '-' || c == '.' || c == '/';
}

/* Returns the bit of a repository, whose name is said in the clause. */
static uint64_t
name(const struct sources *source, size_t i, const char **repo)
{
	if (*repo == NULL)
		*repo = source->repos[i].name;
	return UINT64_C(1) << i;
}

/* Returns the bits of the repositories whose base name is `flat`. */
static uint64_t
named(const struct sources *source, const char *flat, const char **repo)
{
	uint64_t scope = SOURCE_NONE;

	for (size_t i = 0; i < source->repo_count; i++)
		if (strcmp(source->repos[i].base, flat) == 0)
			scope |= name(source, i, repo);
	return scope;
}

/* Returns the bit of OWNER/REPO. */
static uint64_t
named_whole(
    const struct sources *source, const char *s, size_t len, const char **repo)
{
	for (size_t i = 0; i < source->repo_count; i++)
		if (strlen(source->repos[i].name) == len &&
		    strncasecmp(source->repos[i].name, s, len) == 0)
			return name(source, i, repo);
	return SOURCE_NONE;
}

/* Returns the bits of what a word without blanks names; `last` is the one
 * before it, flat, or empty, and becomes this one. */
static uint64_t
named_by_word(const struct sources *source, const char *s, size_t len,
    struct buf *last, const char **repo)
{
	const char *slash = memchr(s, '/', len);
	struct buf pair = { 0 };
	uint64_t scope;

	if (slash != NULL) { /* two names, but for a path of folders or files */
		size_t first = (size_t)(slash - s), rest = len - first - 1;

		buf_clear(last);
		scope = named_whole(source, s, len, repo);
		if (scope != SOURCE_NONE || memchr(slash, '.', rest) != NULL ||
		    memchr(slash + 1, '/', rest) != NULL)
			return scope;
		scope = named_by_word(source, s, first, last, repo);
		buf_clear(last);
		return scope |
		    named_by_word(source, slash + 1, rest, last, repo);
	}
	buf_add(&pair, last->at, last->len);
	buf_clear(last);
	view_flatten(last, s, len);
	buf_add(&pair, last->at, last->len);
	scope = named(source, last->at, repo) | named(source, pair.at, repo);
	buf_free(&pair);
	return scope;
}

uint64_t
scope_of(const struct sources *source, const char *s, const char **repo)
{
	struct buf last = { 0 };
	uint64_t scope = SOURCE_NONE;
	const char *end;

	buf_clear(&last);
	for (; *s != '\0'; s = end) {
		size_t len;

		for (end = s; is_name_char(*end);)
			end++;
		len = (size_t)(end - s);
		while (len > 0 && strchr("./-", s[len - 1]) != NULL)
			len--;
		if (len > 0)
			scope |= named_by_word(source, s, len, &last, repo);
		else if (*s != ' ')
			buf_clear(&last);
		end += end == s;
	}
	buf_free(&last);
	return scope != SOURCE_NONE ? scope : SOURCE_ANY;
}
