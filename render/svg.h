/*
 * Pictures of counts, as SVG within an HTML page, each with all its numbers in
 * its text alternative.
 */
#ifndef SVG_H
#define SVG_H

#include "buf.h"
#include "chart.h"

/* Appends a bar for each of the first counts; `caption` stands above them. */
void svg_bars(struct buf *out, const struct chart *chart, const char *caption);

/* Appends a column for each count, from left to right. */
void
svg_columns(struct buf *out, const struct chart *chart, const char *caption);

#endif
