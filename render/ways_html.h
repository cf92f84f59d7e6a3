/*
 * The way from an HTML page to others.
 */
#ifndef WAYS_HTML_H
#define WAYS_HTML_H

#include "document.h"

/* Appends what tells a browser of them, to stand in the page's head. */
void ways_html_head(struct buf *out, const struct wish *wish);

/* Appends the links that people follow; nothing if there are none. */
void ways_html_links(struct buf *out, const struct wish *wish);

#endif
