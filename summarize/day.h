/*
 * A day that passes by: its records, each with a summary, and at its end what
 * it amounts to.
 */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>

#include "digest.h"
#include "item.h"
#include "lang.h"
#include "tell.h"

/* What is asked for. */
struct wish {
	enum lang lang;
	bool digest;
};

struct day {
	const struct wish *wish;
	struct labels labels;
	struct item item; /* the last one that was read */
	struct digest digest;
	struct buf json;
};

/* Prepares; ends the program with status 2 if a data file cannot be read. */
void day_start(struct day *day, const struct wish *wish);

/*
 * Reads a record into day->item and summarizes it; false: it is of no kind
 * that is summarized.
 */
bool day_read(struct day *day, const struct rec *rec);

/* Writes a record that day_read() has read, with the summary of day->item. */
void day_write(struct day *day, const struct rec *rec);

/* Writes any other record, unless an earlier summarize made it. */
void day_pass(struct day *day, const struct rec *rec);

/* Writes the digest, if one is wished, as it was `told`; see tell_digest(). */
void day_write_digest(struct day *day, const struct told *told);

/* Gives everything back. */
void day_end(struct day *day);

#endif
