/*
 * Formulas in TeX that say no more than a line of plain text does.
 */
#include <string.h>

#include "formula.h"
#include "tex_names.h"
#include "text.h"

enum {
	MAX_FORMULA = 1000 /* bytes */
};

/* Returns the length of a plain exponent at `rest`; 0: it is none. */
static size_t
put_exponent(struct buf *out, struct span rest)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶",
		"⁷", "⁸", "⁹" };
	static const char *const degrees[] = { "^{\\circ}", "^\\circ" };
	bool braced = rest.len > 1 && rest.at[1] == '{';
	size_t i = braced ? 2 : 1, first;

	for (size_t k = 0; k < sizeof degrees / sizeof *degrees; k++) {
		size_t len = strlen(degrees[k]);

		if (rest.len < len || memcmp(rest.at, degrees[k], len) != 0)
			continue;
		buf_str(out, "°");
		return len;
	}
	if (braced && i < rest.len && rest.at[i] == '-') {
		buf_str(out, "⁻");
		i++;
	}
	first = i;
	while (i < rest.len && ascii_is_digit(rest.at[i]) &&
	    (braced || i == first))
		buf_str(out, raised[rest.at[i++] - '0']);
	if (i == first || (braced && (i == rest.len || rest.at[i] != '}')))
		return 0;
	return braced ? i + 1 : i;
}

/* Returns the length of a sign's command at `rest`; 0: it is none. */
static size_t
put_sign(struct buf *out, struct span rest)
{
	size_t len = 1;
	const char *sign;

	while (len < rest.len && ascii_is_letter(rest.at[len]))
		len++;
	if (len == 1) {
		if (rest.len < 2 || strchr(",; !%", rest.at[1]) == NULL)
			return 0;
		if (rest.at[1] != '!')
			buf_char(out, rest.at[1] == '%' ? '%' : ' ');
		return 2;
	}
	if ((sign = tex_sign(rest.at + 1, len - 1)) == NULL)
		return 0;
	buf_str(out, sign);
	return len;
}

/* Returns the length of what is at `rest`; 0: it is not plain. */
static size_t
put_next(struct buf *out, struct span rest)
{
	static const char plain[] = "0123456789 .,:;+-=<>()[]/|";

	switch (*rest.at) {
	case '\\':
		return put_sign(out, rest);
	case '^':
		return put_exponent(out, rest);
	default:
		if (strchr(plain, *rest.at) == NULL)
			return 0;
		buf_char(out, *rest.at);
		return 1;
	}
}

/* Appends the formula, or nothing if it is not plain; false. */
static bool
put_plain(struct buf *out, struct span formula)
{
	size_t before = out->len;

	while (formula.len > 0) {
		size_t len = put_next(out, formula);

		if (len == 0) {
			buf_cut(out, before);
			return false;
		}
		formula.at += len;
		formula.len -= len;
	}
	return true;
}

/*
 * Returns the length of the formula at `text`, with its dollars: no blank
 * stands inside next to them, and no digit behind, for those are prices.
 */
static size_t
length(struct span text)
{
	if (text.len < 3 || ascii_is_space(text.at[1]) || text.at[1] == '$')
		return 0;
	for (size_t i = 1; i < text.len && i < MAX_FORMULA; i++) {
		if (text.at[i] == '\\')
			i++;
		else if (text.at[i] == '$')
			return !ascii_is_space(text.at[i - 1]) &&
				(i + 1 == text.len ||
				    !ascii_is_digit(text.at[i + 1]))
			    ? i + 1
			    : 0;
	}
	return 0;
}

size_t
formula_put(struct buf *out, struct span text)
{
	size_t len = length(text);

	if (len > 0 && !put_plain(out, (struct span) { text.at + 1, len - 2 }))
		buf_add(out, text.at, len);
	return len;
}
