/*
 * The README that leads to all reports: the list of past ones, and the newest
 * in full. All else in it is somebody's own.
 */
#ifndef README_H
#define README_H

#include "archive.h"
#include "buf.h"

/*
 * Appends to `out` the README `old` with what is ours brought up to date: the
 * list from "## Past reports" to the next line "---", and the newest report
 * from "## Latest report (DATE)" to a line "<!-- end -->" or the end. What is
 * missing is added; every other line stays to the byte. An empty `old` becomes
 * a whole README. The archive must not be empty. `max` past reports are listed at the most (0: all), the
 * others are left to a link to their folder, `folder`. `body` is the newest
 * report without its title and first heading.
 */
void
readme_update(struct buf *out, const char *old, const struct archive *archive,
    const char *folder, const char *body, size_t max);

#endif
