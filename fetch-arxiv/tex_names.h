/*
 * The characters that TeX's commands stand for.
 */
#ifndef TEX_NAMES_H
#define TEX_NAMES_H

#include <stdbool.h>
#include <stddef.h>

/* A command without its backslash, and what it stands for. */
struct tex_name {
	const char *name, *text;
};

/*
 * Each returns what the command of the `len` bytes at `name` stands for: a
 * letter of some alphabet, a mark or a name in text, a sign in formulas. NULL:
 * it is none of those.
 */
const char *tex_letter(const char *name, size_t len);
const char *tex_mark(const char *name, size_t len);
const char *tex_sign(const char *name, size_t len);

/* Tells whether the command sets its argument, or its group, in a font. */
bool tex_is_font(const char *name, size_t len);
bool tex_is_switch(const char *name, size_t len);

/*
 * Returns the letter `base` with the accent that TeX
 * calls `accent`; NULL if Unicode has no character for that.
 */
const char *tex_accented(char accent, char base);

#endif
