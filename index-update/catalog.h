/*
 * The page of all reports, by year and month, with what each amounts to.
 */
#ifndef CATALOG_H
#define CATALOG_H

#include "archive.h"
#include "buf.h"

/*
 * Appends to `out` the page `old`, which lies beside the reports, with what is
 * ours brought up to date: from "## All reports" to a line "<!-- end -->" or
 * the end. It is added if it is missing; every other line stays to the byte.
 * An empty `old` becomes a whole page. The archive must not be empty.
 */
void
catalog_update(struct buf *out, const char *old, const struct archive *archive);

#endif
