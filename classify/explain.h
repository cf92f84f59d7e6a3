/*
 * How a score came about, for a person.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "judge.h"

/*
 * Writes to standard output how the record that was judged last got its score:
 * one line for the record, which tells if that is less than `min`, and one for
 * each term and section.
 */
void explain(const struct judge *judge, const struct rec *rec, double min);

#endif
