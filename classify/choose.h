/*
 * Choosing by points: the topics, the type and the impact of a record.
 */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "judge.h"

/* Names the best topics in the verdict; the points must be given already. */
void choose_topics(struct judge *judge);

/* Sets type and impact in the verdict, and counts what they weigh. */
void choose_sort(struct judge *judge, const struct manner *manner);

/* Sets `json` to the `class` member that the verdict is written as. */
void choose_class(const struct judge *judge, struct buf *json);

#endif
