/*
 * Weights learned from what a reader said of records.
 */
#ifndef LEARN_H
#define LEARN_H

#include "examples.h"

/*
 * Returns what the reader said of a record: the number in its member `label`,
 * 0 to 1, or 1 and 0 for true and false; NAN if there is none.
 */
double learn_label(const struct rec *rec);

/*
 * Writes to standard output a topics file that includes `base`, by which the
 * examples were judged, and adds to its weights what makes them fit the
 * labels. False: no example has a label.
 */
bool
learn(struct examples *examples, const struct topics *topics, const char *base);

#endif
