/*
 * The words of one line of Markdown.
 */
#include <stdbool.h>
#include <string.h>

#include "inline.h"
#include "text.h"

enum {
	MAX_LINK = 4096, /* bytes; else a line of brackets takes its square */
	MAX_DEPTH = 16, /* brackets within each other, for the same reason */
	MAX_TAG = 512 /* bytes */
};

/* Returns the bracket that closes the one at `p`, or NULL. */
static const char *
closing(const char *p, char open, char close)
{
	const char *end = p + MAX_LINK;
	int depth = 0;

	for (; p < end && *p != '\0'; p++) {
		if (*p == open && ++depth > MAX_DEPTH)
			return NULL;
		else if (*p == close && --depth == 0)
			return p;
	}
	return NULL;
}

/* A link or image "[text](target)": returns its end and where the text is. */
static const char *
link_end(const char *p, const char **text, size_t *len)
{
	const char *close = closing(p, '[', ']'), *end;

	if (close == NULL || close[1] != '(')
		return NULL;
	*text = p + 1;
	*len = (size_t)(close - p - 1);
	end = closing(close + 1, '(', ')');
	return end != NULL ? end + 1 : NULL;
}

static const char *
code_end(const char *p)
{
	const char *close = strchr(p + 1, '`');

	return close != NULL ? close + 1 : p + 1;
}

static const char *
tag_end(const char *p)
{
	const char *close;

	if (!ascii_is_letter(p[1]) && p[1] != '/')
		return NULL;
	close = memchr(p, '>', strnlen(p, MAX_TAG));
	return close != NULL ? close + 1 : NULL;
}

static bool
is_address(const char *p)
{
	return *p == 'h' &&
	    (strncmp(p, "http://", 7) == 0 || strncmp(p, "https://", 8) == 0);
}

/* Appends "#7" for the address of an issue or a pull request on GitHub. */
static void
add_number(struct buf *out, const char *p, const char *end)
{
	static const char *const parts[] = { "/issues/", "/pull/" };

	if (strncmp(p, "https://github.com/", 19) != 0)
		return;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *part = strstr(p, parts[i]), *number;
		size_t digits;

		if (part == NULL || part >= end)
			continue;
		number = part + strlen(parts[i]);
		digits = strspn(number, "0123456789");
		if (digits == 0)
			return;
		buf_char(out, '#');
		buf_add(out, number, digits);
		return;
	}
}

/* Appends `len` bytes, with runs of white space as one blank. */
static void
add_folded(struct buf *out, const char *s, size_t len, size_t start)
{
	for (size_t i = 0; i < len; i++) {
		if (!ascii_is_space(s[i]))
			buf_char(out, s[i]);
		else if (out->len > start && out->at[out->len - 1] != ' ')
			buf_char(out, ' ');
	}
}

/*
 * Takes what stands at `p`, appends what is text of it, and returns what
 * follows.
 */
static const char *
take(struct buf *out, const char *p, size_t start)
{
	const char *text, *end;
	size_t len;

	if (*p == '`') {
		end = code_end(p);
		buf_add(out, p, (size_t)(end - p));
		return end;
	}
	if (*p == '!' && p[1] == '[' &&
	    (end = link_end(p + 1, &text, &len)) != NULL)
		return end;
	if (*p == '[' && (end = link_end(p, &text, &len)) != NULL) {
		if (!is_address(text) && strncmp(text, "![", 2) != 0)
			add_folded(out, text, len, start);
		return end;
	}
	if (*p == '<' && (end = tag_end(p)) != NULL)
		return end;
	if (is_address(p)) {
		end = p + strcspn(p, " \t)>,");
		while (strchr(".:;", end[-1]) != NULL)
			end--;
		add_number(out, p, end);
		/* Nothing is left of "(https://...)". */
		if (*end == ')' && out->len > start &&
		    out->at[out->len - 1] == '(') {
			buf_cut(out, out->len - 1);
			end++;
		}
		if (strchr(".,;:", *end) != NULL && out->len > start &&
		    out->at[out->len - 1] == ' ')
			buf_cut(out, out->len - 1);
		return end;
	}
	if ((*p == '*' || *p == '_') && p[1] == *p)
		return p + 2;
	add_folded(out, p, 1, start);
	return p + 1;
}

enum {
	SPECIAL = 1, /* may be more than text, or ends it */
	BLANK = 2, /* may be one of several */
	ADDRESS = 4 /* may begin one */
};

static const unsigned char at_first[256] = {
	['\0'] = SPECIAL,
	['\t'] = SPECIAL,
	['\n'] = SPECIAL,
	['\v'] = SPECIAL,
	['\f'] = SPECIAL,
	['\r'] = SPECIAL,
	[' '] = BLANK,
	['!'] = SPECIAL,
	['*'] = SPECIAL,
	['<'] = SPECIAL,
	['['] = SPECIAL,
	['_'] = SPECIAL,
	['`'] = SPECIAL,
	['h'] = ADDRESS,
};

/* What is still so of a byte by the next one. */
static const unsigned char at_second[256] = {
	['\t'] = BLANK,
	['\n'] = BLANK,
	['\v'] = BLANK,
	['\f'] = BLANK,
	['\r'] = BLANK,
	[' '] = BLANK,
	['t'] = ADDRESS,
};

/*
 * Returns the length of what is text at `line`, with single blanks, at first
 * sight.
 */
static size_t
plain_len(const char *line)
{
	const unsigned char *p = (const unsigned char *)line;
	size_t len = 0;

	if (*p == ' ')
		return 0;
	while ((at_first[p[len]] & SPECIAL) == 0 &&
	    (at_first[p[len]] & at_second[p[len + 1]]) == 0)
		len++;
	return len;
}

void
inline_text(struct buf *out, const char *line)
{
	size_t start = out->len;

	while (*line != '\0') {
		size_t plain = plain_len(line);

		buf_add(out, line, plain);
		line += plain;
		if (*line != '\0')
			line = take(out, line, start);
	}
	while (out->len > start && out->at[out->len - 1] == ' ')
		buf_cut(out, out->len - 1);
}
