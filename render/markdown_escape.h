/*
 * Text from outside in Markdown: escaped where GitHub would read it as markup,
 * and nowhere else.
 */
#ifndef MARKDOWN_ESCAPE_H
#define MARKDOWN_ESCAPE_H

#include "buf.h"

/*
 * Appends `before`, the text `text` (one line) and `after`, such that GitHub
 * shows `text` as it is wherever `before`x`after` would show x. `before` and
 * `after` are ours: "1. **" and "**", for example. Code spans that are well
 * formed stay code spans. An address of the form name@host gets an invisible
 * U+2060 behind its @, since nothing else keeps it from becoming a link.
 */
void markdown_escape(
    struct buf *out, const char *before, const char *text, const char *after);

#endif
