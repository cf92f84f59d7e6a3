/*
 * Letters and marks that TeX spells by commands.
 */
#ifndef TEX_LETTER_H
#define TEX_LETTER_H

#include "ascii.h"
#include "buf.h"
#include "scan.h"

/* Returns the name of the command at a backslash: its letters, or one other character. */
static inline struct span
tex_command(struct span text)
{
	struct span name = { text.at + 1, 0 };

	while (name.len + 1 < text.len && ascii_is_letter(name.at[name.len]))
		name.len++;
	if (name.len == 0 && text.len > 1)
		name.len = 1;
	return name;
}

/* Returns what is left of `text` behind its first `len` bytes. */
static inline struct span
tex_behind(struct span text, size_t len)
{
	return (struct span) { text.at + len, text.len - len };
}

/* Returns how many blanks `text` begins with. */
static inline size_t
tex_blanks(struct span text)
{
	size_t len = 0;

	while (len < text.len && ascii_is_space(text.at[len]))
		len++;
	return len;
}

/*
 * Each appends the character that the command at the beginning of `text`, a
 * backslash, stands for, and returns the length of the command; 0: it stands
 * for none. An accent is a command before its letter: \'e, \c{c}, \v s.
 */
size_t tex_put_accent(struct buf *out, struct span text);
size_t tex_put_named(struct buf *out, struct span text);

#endif
