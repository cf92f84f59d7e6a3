/*
 * The report as Markdown, in the layout of its model.
 */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include <stdbool.h>

#include "day.h"
#include "lang.h"

struct markdown_style {
	enum lang lang;
	bool inline_links; /* each item's link below it, not in a list */
};

/*
 * Appends the report of `day`: title, overview, sections, conclusion and the
 * account of the sources. `date` stands in the title; "" for none.
 */
void markdown_report(struct buf *out, const struct day *day, const char *date,
    const struct markdown_style *style);

#endif
