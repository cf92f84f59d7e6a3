/*
 * The report as one HTML page.
 */
#ifndef HTML_H
#define HTML_H

#include "document.h"

/* Appends the document as a page. */
void html_write(struct buf *out, const struct document *document);

/* Appends the document's content alone, without its title and its pictures. */
void html_content(struct buf *out, const struct document *document);

/* Appends what is said of an item below its head. */
void html_item(
    struct buf *out, const struct item *item, const struct phrases *words);

/* Appends a link that shows `text`, or the text alone if `url` is "". */
void html_link(struct buf *out, const char *url, const char *text);

#endif
