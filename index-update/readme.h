/*
 * The README that leads to all reports: the list of past ones, and the newest
 * in full. All else in it is somebody's own.
 */
#ifndef README_H
#define README_H

#include "archive.h"
#include "buf.h"

struct readme_source {
	const struct archive *archive; /* not empty */
	const char *folder; /* of the reports, seen from the README */
	const char *page; /* the name of the page of all reports in it */
	const char *body; /* the newest report behind its first heading */
	size_t max; /* past reports in the list; 0: all */
};

/*
 * Appends to `out` the README `old` with what is ours brought up to date: the
 * list from "## Past reports" to the next line "---", and the newest report
 * from "## Latest report (DATE)" to a line "<!-- end -->" or the end. What is
 * missing is added; every other line stays to the byte. An empty `old` becomes
 * a whole README. Past reports that `max` leaves out are left to the page of
 * all reports; of a newest report with which GitHub would not show the README,
 * its overview is told, with a link.
 */
void readme_update(
    struct buf *out, const char *old, const struct readme_source *source);

#endif
