/*
 * Views of a text: what is left of it for one kind of comparison.
 */
#ifndef VIEW_H
#define VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

enum view {
	VIEW_PLAIN, /* in lower case */
	VIEW_FLAT, /* also without what joins the parts of a name */
	VIEW_CODE, /* as lines of code, of a diff also each side alone */
	VIEW_INITIALS, /* the first letters of its words */
	VIEW_COUNT
};

/* Where an occurrence may begin and end; or-ed. */
enum {
	BORDER_NUMBER = 1, /* it cuts no number */
	BORDER_WORD = 2, /* it cuts no word, but for the s of a plural */
	BORDER_LEFT = 4, /* no letter, digit or "_" stands before it */
	BORDER_START = 8, /* it begins a sentence */
	BORDER_SERIES = 16 /* with NUMBER: v0.6 may be cut out of v0.6.4 */
};

/* Sets `out` to a view of the `len` bytes at `s`, which are normal. */
void view_make(struct buf *out, enum view view, const char *s, size_t len);

/*
 * Appends a name in VIEW_FLAT: in lower case, "-", "_", "/", "." and blanks
 * only where they keep digits apart.
 */
void view_flatten(struct buf *out, const char *s, size_t len);

/* Appends a line of code as VIEW_CODE has it. */
void view_squash(struct buf *out, const char *s, size_t len);

/* Tells whether the bytes [start, end) of a view have the borders wanted. */
bool view_borders(
    const struct buf *view, size_t start, size_t end, unsigned borders);

/*
 * Returns the length of the abbreviated or whole hash that begins at `s`: 7 to
 * 40 hexadecimal digits, with a letter and a decimal digit among them, that end
 * where the word ends; 0 if none does. What stands before is not looked at.
 */
size_t view_hash_len(const char *s, size_t len);

/* Tells whether `c` is a letter, a digit or "_". */
bool view_is_word(char c);

#endif
