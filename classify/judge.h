/*
 * What is thought of a record: its score, its subjects, its sort, and why.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include <stdbool.h>

#include "buf.h"
#include "facts.h"
#include "rec.h"
#include "verdict.h"

/* What counts for a kind of record. */
struct manner {
	const char *kind;
	enum facet own; /* terms for or against it */
	enum facet subject; /* what its topics are */
	enum facet sort; /* its type is one of these; FACET_COUNT: none */
	const char *usual_type; /* where no term tells */
	bool has_impact;
};

/* Start with judge_start(). */
struct judge {
	const struct manner *manner; /* of the last record */
	struct points points; /* for it */
	struct verdict verdict; /* on it */
	struct facts facts; /* that hold for it */
	struct buf title, text; /* of it, that were looked at */
	struct buf raw;
};

/* Prepares to judge by `topics`, which must outlive the judge. */
void judge_start(struct judge *judge, const struct topics *topics);

/*
 * Judges the record and sets the rest of `judge`, which lives until the next
 * call. False: the record is of no kind that is judged.
 */
bool judge_record(struct judge *judge, const struct rec *rec);

/* Gives everything back. */
void judge_free(struct judge *judge);

#endif
