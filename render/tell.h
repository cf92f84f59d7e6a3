/*
 * What a report says of the day as a whole: how much there is of what, and how
 * the sources fared.
 */
#ifndef TELL_H
#define TELL_H

#include "day.h"
#include "phrases.h"

/* Sets `out` to the overview: the digest's, or the number of items. */
void tell_overview(
    struct buf *out, const struct day *day, const struct phrases *words);

/*
 * Returns what is said where there are no items. A day on which all that was
 * tried has failed is no quiet day.
 */
const char *
tell_nothing(const struct account *account, const struct phrases *words);

/*
 * Appends one line if all went well, else a section that lists the sources
 * that failed, of which something was left out, or which have a note. Nothing
 * where no source gave an account of itself.
 */
void tell_sources(struct buf *out, const struct account *account,
    const struct phrases *words);

#endif
