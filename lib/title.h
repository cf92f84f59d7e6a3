/*
 * Titles of commits, issues and pull requests.
 */
#ifndef TITLE_H
#define TITLE_H

#include "buf.h"

/*
 * Sets `out` to the title without what is said for machines: leading tags
 * ("[Bugfix][Kernel]", "feat(api)!:"), after which a plain word gets a capital,
 * and trailing numbers ("(#123)"). A title that is nothing else stays as it is. One line comes in, one line goes out.
 */
void title_bare(struct buf *out, const char *title);

#endif
