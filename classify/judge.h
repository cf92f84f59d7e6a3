/*
 * What is thought of a record: its score, its subjects, its sort, and why.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include <stdbool.h>

#include "buf.h"
#include "rec.h"
#include "verdict.h"

/* Start with judge_start(). */
struct judge {
	struct points points; /* for the last record */
	struct verdict verdict; /* on it */
	struct buf text, prose;
};

/* Prepares to judge by `topics`, which must outlive the judge. */
void judge_start(struct judge *judge, const struct topics *topics);

/*
 * Judges the record and sets `verdict` and `points`, which live until the next
 * call. False: the record is of no kind that is judged.
 */
bool judge_record(struct judge *judge, const struct rec *rec);

/* Gives everything back. */
void judge_free(struct judge *judge);

#endif
