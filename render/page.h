/*
 * The frame of an HTML page: one file that needs nothing else, no script but
 * its own, and that a browser lets load nothing at all.
 */
#ifndef PAGE_H
#define PAGE_H

#include "buf.h"

/*
 * Appends all that comes before the content. `head` is put into the page's
 * head, beside what all pages have. `lang` is a tag as in BCP 47;
 * `style` and `script` name files in share, `script` NULL for none. Ends the
 * program with status 2 if one cannot be read or could not stand in a page.
 */
void page_begin(struct buf *out, const char *lang, const char *title,
    const char *head, const char *style, const char *script);

/* Appends all that follows the content. */
void page_end(struct buf *out);

#endif
