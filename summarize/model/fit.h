/*
 * Whether what a model wrote may stand in a report: plain text in the language
 * that was asked for, whole, about what it was asked about. That what it claims
 * is true is for others to say; see ground.h.
 */
#ifndef FIT_H
#define FIT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "lang.h"

/*
 * Each tells whether the one line `text` passes, and else sets `reason` to a
 * clause that says why it does not, in English, for the model and for people.
 */

/* Its language, its length of `max` characters at the most, no markup, no
 * address, an end. */
bool
fit_plain(const char *text, enum lang lang, size_t max, struct buf *reason);

/* It does not say how many papers, changes or issues there are. */
bool fit_counts_nothing(const char *text, struct buf *reason);

/* It says more than the title. */
bool fit_adds(const char *text, const char *title, struct buf *reason);

/* It names something that the text `source` names as well. */
bool fit_is_about(const char *text, const char *source, struct buf *reason);

#endif
