/*
 * TeX as plain text, from left to right. A construct that is not recognised to
 * its end stays as it is; none is looked at further than MAX_GROUP bytes, so
 * that no text takes long.
 */
#include <string.h>

#include "formula.h"
#include "tex.h"
#include "tex_letter.h"
#include "tex_names.h"
#include "text.h"

enum {
	MAX_GROUP = 1000, /* bytes of a group, a quotation or a formula */
	MAX_DEPTH = 8
};

bool
tex_is_in(const char *s)
{
	return strpbrk(s, "\\$~`") != NULL || strstr(s, "--") != NULL;
}

static void put_text(struct buf *out, struct span text, int depth);

/*
 * Returns the length of the group in braces at `text`, them too; 0 if there is
 * none or it has no end.
 */
static size_t
group(struct span text)
{
	int depth = 0;

	if (text.len == 0 || *text.at != '{')
		return 0;
	for (size_t i = 0; i < text.len && i < MAX_GROUP; i++) {
		if (text.at[i] == '\\')
			i++;
		else if (text.at[i] == '{')
			depth++;
		else if (text.at[i] == '}' && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* Returns where `end`, two bytes, begins behind the first two of `text`; 0. */
static size_t
find_end(struct span text, const char *end)
{
	for (size_t i = 2; i + 1 < text.len && i < MAX_GROUP; i++)
		if (memcmp(text.at + i, end, 2) == 0)
			return i;
	return 0;
}

/* Appends what the group of `len` bytes at `text` holds. */
static void
put_inside(struct buf *out, struct span text, size_t len, int depth)
{
	put_text(out, (struct span) { text.at + 1, len - 2 }, depth + 1);
}

/* Each of these returns how many bytes of `text` it has put; 0: none. */

static size_t
put_escape(struct buf *out, struct span text)
{
	if (text.len < 2 || strchr("%&#_$ {}", text.at[1]) == NULL)
		return 0;
	buf_char(out, text.at[1]);
	return 2;
}

static size_t
put_font(struct buf *out, struct span text, int depth)
{
	struct span name = tex_command(text), rest;
	size_t len;

	if (!tex_is_font(name.at, name.len))
		return 0;
	rest = tex_behind(text, 1 + name.len);
	if ((len = group(rest)) == 0)
		return 0;
	put_inside(out, rest, len, depth);
	return 1 + name.len + len;
}

/* \url{U} is U; \href{U}{T} is T, and U in brackets. */
static size_t
put_link(struct buf *out, struct span text, int depth)
{
	bool href = text.len > 6 && memcmp(text.at, "\\href{", 6) == 0;
	size_t at = href ? 5 : 4, len, shown;
	struct span url;

	if (!href && (text.len <= 5 || memcmp(text.at, "\\url{", 5) != 0))
		return 0;
	url = tex_behind(text, at);
	if ((len = group(url)) == 0)
		return 0;
	if (!href) {
		buf_add(out, url.at + 1, len - 2);
		return at + len;
	}
	if ((shown = group(tex_behind(url, len))) == 0)
		return 0;
	put_inside(out, tex_behind(url, len), shown, depth);
	buf_str(out, " (");
	buf_add(out, url.at + 1, len - 2);
	buf_char(out, ')');
	return at + len + shown;
}

/* A formula in \( \) or \[ \] stays as it is. */
static size_t
put_display(struct buf *out, struct span text)
{
	size_t end;

	if (text.len < 4 || (text.at[1] != '(' && text.at[1] != '['))
		return 0;
	end = find_end(text, text.at[1] == '[' ? "\\]" : "\\)");
	if (end == 0)
		return 0;
	buf_add(out, text.at, end + 2);
	return end + 2;
}

static size_t
put_command(struct buf *out, struct span text, int depth)
{
	size_t len;

	if ((len = put_escape(out, text)) > 0 ||
	    (len = tex_put_accent(out, text)) > 0 ||
	    (len = tex_put_named(out, text)) > 0 ||
	    (len = put_font(out, text, depth)) > 0 ||
	    (len = put_link(out, text, depth)) > 0)
		return len;
	return put_display(out, text);
}

/* {\bf X} is X, and {\'e} and {\o} are one letter; other braces stay. */
static size_t
put_group(struct buf *out, struct span text, int depth)
{
	struct span inside = tex_behind(text, 1), name = tex_command(inside);
	size_t len, before = out->len;

	if (text.len < 4 || *inside.at != '\\')
		return 0;
	if (tex_is_switch(name.at, name.len)) {
		if ((len = group(text)) == 0)
			return 0;
		inside.len = len - 2;
		inside = tex_behind(inside, 1 + name.len);
		put_text(
		    out, tex_behind(inside, tex_blanks(inside)), depth + 1);
		return len;
	}
	if ((len = tex_put_accent(out, inside)) == 0)
		len = tex_put_named(out, inside);
	if (len > 0 && len < inside.len && inside.at[len] == '}')
		return len + 2;
	buf_cut(out, before);
	return 0;
}

static bool
is_word(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) ||
	    (unsigned char)c >= 0x80;
}

/*
 * A tilde ties words, as in "Fig.~1"; before a number, as in "a ~5% gain" and
 * "5~10", it means "about" or "to", and in addresses it is itself.
 */
static size_t
put_tie(struct buf *out, struct span text, char before)
{
	char after = text.len > 1 ? text.at[1] : ' ';

	if (!(is_word(before) || strchr(".,:;)}$", before) != NULL) ||
	    !(is_word(after) || strchr("\\($", after) != NULL) ||
	    (ascii_is_digit(before) && ascii_is_digit(after)))
		return 0;
	buf_char(out, ' ');
	return 1;
}

/* Two hyphens are a dash but in options (--flag), three always. */
static size_t
put_dash(struct buf *out, struct span text, char before)
{
	size_t len = 1;
	char after;

	while (len < text.len && text.at[len] == '-')
		len++;
	after = len < text.len ? text.at[len] : ' ';
	if (len == 3) {
		buf_str(out, "—");
	} else if (len == 2 &&
	    ascii_is_space(before) == ascii_is_space(after)) {
		buf_str(out, "–");
	} else {
		buf_add(out, text.at, len);
	}
	return len;
}

/* Marks in a row, of which the first begins nothing, are looked at once. */
static size_t
put_quotation(struct buf *out, struct span text, int depth)
{
	size_t marks = 0, end;

	while (marks < text.len && text.at[marks] == '`')
		marks++;
	if (marks < 2)
		return 0;
	if ((end = find_end(text, "''")) == 0) {
		buf_add(out, text.at, marks);
		return marks;
	}
	buf_str(out, "“");
	put_text(out, (struct span) { text.at + 2, end - 2 }, depth + 1);
	buf_str(out, "”");
	return end + 2;
}

static size_t
put_next(struct buf *out, struct span text, char before, int depth)
{
	if (depth > MAX_DEPTH)
		return 0;
	switch (*text.at) {
	case '\\':
		return put_command(out, text, depth);
	case '{':
		return put_group(out, text, depth);
	case '$':
		return formula_put(out, text);
	case '~':
		return put_tie(out, text, before);
	case '-':
		return put_dash(out, text, before);
	case '`':
		return put_quotation(out, text, depth);
	default:
		return 0;
	}
}

static void
put_text(struct buf *out, struct span text, int depth)
{
	char before = ' ';

	while (text.len > 0) {
		size_t len = put_next(out, text, before, depth);

		if (len == 0) {
			len = 1 + strcspn(text.at + 1, "\\{}$~-`");
			if (len > text.len)
				len = text.len;
			buf_add(out, text.at, len);
		}
		before = text.at[len - 1];
		text = tex_behind(text, len);
	}
}

void
tex_plain(struct buf *out, const char *s)
{
	buf_clear(out);
	put_text(out, (struct span) { s, strlen(s) }, 0);
}
