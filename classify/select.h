/*
 * Which judged records go on: --min and --top.
 */
#ifndef SELECT_H
#define SELECT_H

#include "buf.h"
#include "map.h"
#include "rec.h"
#include "verdict.h"

enum {
	SELECT_KINDS = 5
};

/* Start with { 0 } and set `min`. */
struct select {
	double min; /* a lower score is left out */
	long top[SELECT_KINDS]; /* how many of a kind; 0: no bound */
	bool is_bounded; /* one of them is not 0 */
	struct map index; /* sources by name, in the order they appeared */
	struct source *sources;
	size_t count, capacity;
	char date[11]; /* of the last status that came; "" if none */
};

/*
 * Reads "kind=N,..." as --top has it; ends the program with status 2 if that
 * is wrong. `spec` is changed.
 */
void select_top(struct select *select, char *spec);

/* Takes note of a record that is not judged, for the date it gives. */
void select_note(struct select *select, const struct rec *rec);

/*
 * Takes a judged record with the JSON of its class: writes it, keeps it for
 * select_finish(), or leaves it out. A muted one is never among the best.
 */
void select_take(struct select *select, const struct rec *rec,
    const struct verdict *verdict, const struct buf *class);

/*
 * Writes what was kept, source by source, best first, and then a status for
 * each source of which something was left out.
 */
void select_finish(struct select *select);

/* Gives everything back. */
void select_free(struct select *select);

#endif
