/*
 * Views of a text.
 */
#include <string.h>

#include "ascii.h"
#include "view.h"

enum {
	HASH_SHORTEST = 7,
	HASH_LONGEST = 40
};

bool
view_is_word(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c) || c == '_';
}

size_t
view_hash_len(const char *s, size_t len)
{
	size_t n = 0;
	bool letter = false, digit = false;

	for (; n < len && n <= HASH_LONGEST; n++) {
		if (ascii_is_digit(s[n]))
			digit = true;
		else if (s[n] >= 'a' && s[n] <= 'f')
			letter = true;
		else
			break;
	}
	if (!letter || !digit || n < HASH_SHORTEST || n > HASH_LONGEST ||
	    (n < len && view_is_word(s[n])))
		return 0;
	return n;
}

static void
make_plain(struct buf *out, const char *s, size_t len)
{
	buf_add(out, s, len);
	for (size_t i = 0; i < len; i++)
		out->at[i] = ascii_lower(out->at[i]);
}

/* Returns what joins names in `c`: itself, "-" or a blank; or NUL. */
static char
joint(char c)
{
	if (c == '.')
		return c;
	if (c == '-' || c == '_' || c == '/' || c == '\\')
		return '-';
	return ascii_is_space(c) ? ' ' : '\0';
}

/* Returns the length of what only sets letters in TeX: \textbf{, }, $; but
 * \name{} is a name. */
static size_t
markup_len(const char *s, size_t len)
{
	size_t n = 1;

	if (*s == '{' || *s == '}' || *s == '$')
		return 1;
	if (*s != '\\')
		return 0;
	while (n < len && ascii_is_letter(s[n]))
		n++;
	return n > 1 && n + 1 < len && s[n] == '{' && s[n + 1] != '}' ? n + 1
								      : 0;
}

void
view_flatten(struct buf *out, const char *s, size_t len)
{
	char between = '\0';

	for (size_t i = 0; i < len; i++) {
		char c = joint(s[i]);
		size_t markup = markup_len(s + i, len - i);

		if (markup > 0) {
			i += markup - 1;
			continue;
		}
		if (c != '\0') {
			between = between == '\0' || c == ' ' ? c : between;
			continue;
		}
		if (between != '\0' && ascii_is_digit(s[i]) && out->len > 0 &&
		    ascii_is_digit(out->at[out->len - 1]))
			buf_char(out, between);
		between = '\0';
		buf_char(out, ascii_lower(s[i]));
	}
}

/* Flattens all but hashes, in which any short name is found by chance. */
static void
make_flat(struct buf *out, const char *s, size_t len)
{
	size_t start = 0, i = 0;

	while (i < len) {
		size_t hash = i > 0 && (s[i - 1] == '-' || s[i - 1] == '.')
		    ? 0
		    : view_hash_len(s + i, len - i);

		if (hash > 0) {
			view_flatten(out, s + start, i - start);
			buf_char(out, '#');
			start = i + hash;
			i = start;
		}
		while (i < len && view_is_word(s[i]))
			i++;
		while (i < len && !view_is_word(s[i]))
			i++;
	}
	view_flatten(out, s + start, len - start);
}

void
view_squash(struct buf *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (ascii_is_space(s[i]) || strchr("'\"\\`=", s[i]) != NULL)
			continue;
		if (out->len > 0 && out->at[out->len - 1] == ',' &&
		    strchr(")]}", s[i]) != NULL)
			buf_cut(out, out->len - 1);
		buf_char(out, ascii_lower(s[i]));
	}
}

/* The whole, then a diff's new side, then its old one. */
static void
make_code(struct buf *out, const char *s, size_t len)
{
	static const char dropped[] = { '\0', '-', '+' };

	for (size_t pass = 0; pass < sizeof dropped; pass++) {
		const char *line = s, *end = s + len;

		while (line < end) {
			const char *stop = memchr(
			    line, '\n', (size_t)(end - line));

			stop = stop != NULL ? stop : end;
			if (dropped[pass] == '\0' || *line != dropped[pass]) {
				line += line < stop &&
				    memchr("+- ", *line, 3) != NULL;
				view_squash(out, line, (size_t)(stop - line));
			}
			line = stop + 1;
		}
		buf_char(out, '\n');
	}
}

static bool
is_small_word(const char *s, size_t len)
{
	static const char *const words[] = { "of", "the", "and", "for", "in",
		"to", "on", "with", "a", "an" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len &&
		    strncasecmp(words[i], s, len) == 0)
			return true;
	return false;
}

/* Of all words, then of those that abbreviations count. */
static void
make_initials(struct buf *out, const char *s, size_t len)
{
	for (int small = 1; small >= 0; small--) {
		for (size_t i = 0, end; i < len; i = end) {
			for (end = i; end < len && ascii_is_letter(s[end]);)
				end++;
			if (end == i)
				end++;
			else if (small == 1 || !is_small_word(s + i, end - i))
				buf_char(out, ascii_lower(s[i]));
		}
		buf_char(out, ' ');
	}
}

void
view_make(struct buf *out, enum view view, const char *s, size_t len)
{
	static void (*const makers[VIEW_COUNT])(
	    struct buf * out, const char *s, size_t len) = {
		[VIEW_PLAIN] = make_plain,
		[VIEW_FLAT] = make_flat,
		[VIEW_CODE] = make_code,
		[VIEW_INITIALS] = make_initials,
	};

	buf_clear(out);
	makers[view](out, s, len);
}

static bool
cuts_number(const char *s, const char *end, const char *start, bool series)
{
	if (ascii_is_digit(*start) && start > s &&
	    (ascii_is_digit(start[-1]) ||
		(start - 1 > s && start[-1] == '.' &&
		    ascii_is_digit(start[-2]))))
		return true;
	if (!ascii_is_digit(end[-1]))
		return false;
	return ascii_is_digit(*end) ||
	    (*end == '.' && ascii_is_digit(end[1]) && !series);
}

static bool
cuts_word(const char *s, const char *end, const char *start)
{
	if (ascii_is_letter(*start) && start > s && ascii_is_letter(start[-1]))
		return true;
	if (!ascii_is_letter(end[-1]) || !ascii_is_letter(*end))
		return false;
	return *end != 's' || ascii_is_letter(end[1]);
}

/* Tells whether what ends at `start` leaves room for a sentence to begin. */
static bool
begins_sentence(const char *s, const char *start)
{
	static const char stop[] = "\xe3\x80\x82"; /* the ideographic one */
	const char *back = start;

	while (back > s && strchr(" \t\"'`*_([", back[-1]) != NULL)
		back--;
	if (back == s || strchr(".!?:;\n-|>", back[-1]) != NULL)
		return true;
	return back - s >= 3 && memcmp(back - 3, stop, 3) == 0;
}

/* Tells whether what ends at `start` says how many: 8xH100. */
static bool
is_factor(const char *s, const char *start)
{
	return start - s >= 2 && start[-1] == 'x' && ascii_is_digit(start[-2]);
}

bool
view_borders(const struct buf *view, size_t start, size_t end, unsigned borders)
{
	const char *s = view->at, *from = s + start, *to = s + end;

	if ((borders & BORDER_NUMBER) != 0 &&
	    cuts_number(s, to, from, (borders & BORDER_SERIES) != 0))
		return false;
	if ((borders & BORDER_WORD) != 0 && cuts_word(s, to, from))
		return false;
	if ((borders & BORDER_LEFT) != 0 && start > 0 &&
	    view_is_word(from[-1]) && !is_factor(s, from))
		return false;
	return (borders & BORDER_START) == 0 || begins_sentence(s, from);
}
