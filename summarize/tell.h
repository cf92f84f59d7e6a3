/*
 * The overview and the conclusion of a day in plain sentences.
 */
#ifndef TELL_H
#define TELL_H

#include "buf.h"
#include "digest.h"
#include "lang.h"

/* Appends the text of one part to `out`. */
typedef void tell_part(
    struct buf *out, const struct digest *digest, const struct labels *labels);

tell_part tell_overview_zh, tell_conclusion_zh;
tell_part tell_overview_en, tell_conclusion_en;

/*
 * Sets `json` to the `digest` record for one part, "overview" or
 * "conclusion", in the language `lang`.
 */
void tell_digest(struct buf *json, const struct digest *digest,
    const char *part, enum lang lang, const struct labels *labels);

/* Returns the name of a topic, or the topic itself if it has none. */
const char *tell_topic(const struct labels *labels, const char *topic);

/* Returns how many different faults the issues have that have a name. */
size_t
tell_count_faults(const struct digest *digest, const struct labels *labels);

/* Tells whether an item's summary says more than its title. */
bool tell_adds(const struct best_item *item);

/* Appends `text` without the full stop at its end. */
void tell_clause(struct buf *out, const char *text);

#endif
