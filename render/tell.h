/*
 * What a report says of the day as a whole, in plain text: how much there is
 * of what, and how the sources and the summaries came about.
 */
#ifndef TELL_H
#define TELL_H

#include "arrange.h"
#include "made.h"
#include "phrases.h"
#include "sentences.h"
#include "sources.h"

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
 * Tells how the sources fared. If all went well and nothing was left out, that
 * is one line, and the result is true. Else there is a line for each source
 * that failed, of which something was left out, or which has a note, one for
 * all the others, for each section without room, and for the summaries.
 * Nothing at all where no source gave an account of itself and all has room.
 */
bool tell_sources(struct sentences *lines, const struct sources *sources,
    const struct groups sections[], const struct made *made,
    const struct phrases *words);

#endif
