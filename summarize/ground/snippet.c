/*
 * The code of a statement. White space, quotes, equals signs and commas at the
 * end of a list are nothing that a model copies well, and say little.
 */
#include <string.h>

#include "ascii.h"
#include "snippet.h"

enum {
	SAYS_SOMETHING = 6, /* bytes of a line */
	WORTH_SEEKING = 5 /* bytes of one that is squashed */
};

static size_t
fence_len(const char *s)
{
	return strncmp(s, "```", 3) == 0 || strncmp(s, "~~~", 3) == 0 ? 3 : 0;
}

/* Tells whether a line has an operator, a bracket or two words. */
static bool
is_code(const char *s, size_t len)
{
	if (len < SAYS_SOMETHING)
		return false;
	for (size_t i = 0; i < len; i++)
		if (memchr("=(){}[];<>:+*", s[i], 13) != NULL ||
		    (s[i] == ' ' && i > 0 && i + 1 < len &&
			view_is_word(s[i - 1]) && view_is_word(s[i + 1])))
			return true;
	return false;
}

/* Returns the length of a line without a comment at its end. */
static size_t
without_comment(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((s[i] == '#' ||
			(i + 1 < len && s[i] == '/' &&
			    (s[i + 1] == '/' || s[i + 1] == '*'))) &&
		    (i == 0 || s[i - 1] == ' '))
			return i;
	return len;
}

/* Who has each part of a line between its ellipses? */
static uint64_t
who_wrote(struct seek *seek, const char *s, size_t len)
{
	uint64_t who = SOURCE_ALL;
	struct buf squashed = { 0 };

	for (size_t start = 0, end; start < len; start = end + 3) {
		const char *gap = memmem(s + start, len - start, "...", 3);

		end = gap != NULL ? (size_t)(gap - s) : len;
		buf_clear(&squashed);
		view_squash(&squashed, s + start, end - start);
		while (squashed.len > 0 &&
		    strchr(",;", squashed.at[squashed.len - 1]) != NULL)
			buf_cut(&squashed, squashed.len - 1);
		if (squashed.len >= WORTH_SEEKING)
			who &= seek_bytes(
			    seek, VIEW_CODE, 0, squashed.at, squashed.len);
	}
	buf_free(&squashed);
	return who;
}

static void
check_line(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at;

	len = without_comment(s + at, len);
	while (len > 0 && memchr("+- \t\r", s[at], 5) != NULL) {
		at++;
		len--;
	}
	while (len > 0 && ascii_is_space(s[at + len - 1]))
		len--;
	if (is_code(s + at, len)) {
		statement_claim(statement, GROUND_CODE, at, len,
		    who_wrote(statement->seek, s + at, len));
		statement_blank(statement, at, len);
	} else {
		statement_mark_code(statement, at, len);
	}
}

static void
check_block(struct statement *statement, size_t at, size_t end)
{
	const char *s = statement->text.at;

	for (size_t next; at < end; at = next + 1) {
		const char *stop = memchr(s + at, '\n', end - at);

		next = stop != NULL ? (size_t)(stop - s) : end;
		check_line(statement, at, next - at);
	}
}

/* Checks the fenced block that is open at `at`; returns its end. */
static size_t
check_fence(struct statement *statement, size_t at)
{
	const char *s = statement->text.at, *close, *line;
	char mark[4] = { 0 };
	size_t start = at + 3, end;

	memcpy(mark, s + at, 3);
	close = strstr(s + start, mark);
	end = close != NULL ? (size_t)(close - s) : statement->text.len;
	statement_blank(statement, at, 3);
	if (close != NULL)
		statement_blank(statement, end, 3);
	line = memchr(s + start, '\n', end - start);
	if (line != NULL) { /* behind the fence stands a language */
		statement_blank(statement, start, (size_t)(line - s) - start);
		start = (size_t)(line - s);
	}
	check_block(statement, start, end);
	return close != NULL ? end + 3 : end;
}

/* Checks the code span that is open at `at`; returns its end. */
static size_t
check_span(struct statement *statement, size_t at)
{
	const char *s = statement->text.at;
	size_t start = at + strspn(s + at, "`"), end, close;

	end = start + strcspn(s + start, "`\n");
	if (s[end] != '`')
		return end;
	close = end + strspn(s + end, "`");
	statement_blank(statement, at, start - at);
	statement_blank(statement, end, close - end);
	check_line(statement, start, end - start);
	return close;
}

void
snippet_check(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0; i < statement->text.len;) {
		if (fence_len(s + i) > 0)
			i = check_fence(statement, i);
		else if (s[i] == '`')
			i = check_span(statement, i);
		else
			i++;
	}
}
