/*
 * Letters and marks that TeX spells by commands.
 */
#include <string.h>

#include "tex_letter.h"
#include "tex_names.h"
#include "utf8.h"

/*
 * Sets `base` to the letter that an accent is for, as it stands, in braces, or
 * as \i or \j, which are there to carry accents. Returns its length; 0: none.
 */
static size_t
base_letter(struct span text, char *base)
{
	bool braced = text.len > 0 && *text.at == '{', dotless;
	size_t at = braced ? 1 : 0;

	dotless = at < text.len && text.at[at] == '\\';
	at += dotless;
	if (at >= text.len || !ascii_is_letter(text.at[at]) ||
	    (dotless && strchr("ij", text.at[at]) == NULL))
		return 0;
	*base = text.at[at++];
	if (dotless && at < text.len && ascii_is_letter(text.at[at]))
		return 0;
	if (!braced)
		return at;
	return at < text.len && text.at[at] == '}' ? at + 1 : 0;
}

size_t
tex_put_accent(struct buf *out, struct span text)
{
	struct span name = tex_command(text);
	size_t at = 1 + name.len, len;
	const char *accented;
	char base;

	if (name.len != 1)
		return 0;
	/* \c c is an accent, \cc another command; \'e needs no gap. */
	if (ascii_is_letter(*name.at) && at < text.len && text.at[at] != '{') {
		if (tex_blanks(tex_behind(text, at)) == 0)
			return 0;
		at += tex_blanks(tex_behind(text, at));
	}
	len = base_letter(tex_behind(text, at), &base);
	if (len == 0 || (accented = tex_accented(*name.at, base)) == NULL)
		return 0;
	buf_add(out, accented, utf8_len(accented));
	return at + len;
}

/* A letter swallows the blanks behind it, or an empty group. */
size_t
tex_put_named(struct buf *out, struct span text)
{
	struct span name = tex_command(text);
	const char *letter = tex_letter(name.at, name.len);
	const char *mark = tex_mark(name.at, name.len);
	size_t at = 1 + name.len;

	if (letter == NULL && mark == NULL)
		return 0;
	buf_str(out, letter != NULL ? letter : mark);
	if (at + 1 < text.len && memcmp(text.at + at, "{}", 2) == 0)
		return at + 2;
	return letter != NULL ? at + tex_blanks(tex_behind(text, at)) : at;
}
