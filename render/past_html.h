/*
 * The archive as one HTML page: its trend, and all reports with a search box
 * over their titles and topics that works from a plain file.
 */
#ifndef PAST_HTML_H
#define PAST_HTML_H

#include "document.h"
#include "past.h"

/* Appends the page; its links lead from where it is to the reports' folder. */
void past_html_write(
    struct buf *out, const struct past *past, const struct wish *wish);

#endif
