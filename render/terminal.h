/*
 * Text from outside on a terminal: neutralised, wrapped, and in colour where
 * that is wanted.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>

#include "buf.h"

struct terminal {
	int width; /* columns */
	bool colour;
};

enum terminal_style {
	TERMINAL_PLAIN,
	TERMINAL_STRONG,
	TERMINAL_LINK /* never broken, for who opens it takes the line */
};

/*
 * Returns what standard output is: as wide as COLUMNS says, else as the
 * terminal is, else 80 columns; in colour if it is a terminal, TERM is not
 * "dumb" and NO_COLOR is not set.
 */
struct terminal terminal_find(void);

/*
 * Appends `text` in lines that are no wider than the terminal, unless a single
 * word is. `lead`, which is ours and ASCII, stands before it; further lines
 * are indented as far. Whatever acts on a terminal is shown as "?".
 */
void terminal_put(struct buf *out, const struct terminal *terminal,
    const char *lead, const char *text, enum terminal_style style);

#endif
