/*
 * Records in and records out: what every stage's loop is made of.
 *
 *	while (rec_next(&in)) {
 *		if (rec_is(&in.rec, "paper"))
 *			rec_pass_with(&in.rec, "class", class_of(&in.rec));
 *		else
 *			rec_pass(&in.rec);
 *	}
 */
#ifndef REC_H
#define REC_H

#include <stdbool.h>

#include "buf.h"
#include "json.h"
#include "lines.h"
#include "scan.h"

/* A record as it came, and where; it lives until the next rec_next(). */
struct rec {
	struct object object;
	const char *file;
	unsigned long long line;
};

/* A stream of records. */
struct rec_in {
	struct rec rec;
	struct lines lines;
	unsigned long long count; /* of good records so far */
	bool aside; /* the job can be done without these records */
};

/*
 * Reads the files named in `operands`, as lines_open() does. If none of them
 * can be read the exit status is FAILED at the end, unless `aside` is set.
 */
void rec_open(struct rec_in *in, char *const operands[]);

/*
 * Moves to the next record; false at the end. Blank lines are passed over in
 * silence, bad records with a message (status PARTIAL).
 */
bool rec_next(struct rec_in *in);

/* Gives back what the stream holds. */
void rec_close(struct rec_in *in);

/* Tells whether the record's kind is `kind`. */
bool rec_is(const struct rec *rec, const char *kind);

/*
 * Sets `store` to the text of the string member `key`, and returns it; NULL,
 * and `store` empty, if there is no such string.
 */
const char *rec_str(const struct rec *rec, const char *key, struct buf *store);

/* As rec_str(), but as one line: see text_line(). */
const char *rec_line(const struct rec *rec, const char *key, struct buf *store);

/* Tells whether the member `key` is true. */
bool rec_true(const struct rec *rec, const char *key);

/*
 * Returns the value of the member `key`; json_free() it. One of more than
 * 256 KiB is invalid, for libjq takes a hundred times the room.
 */
jv rec_value(const struct rec *rec, const char *key);

/* Says on standard error what is wrong with the record. */
void rec_bad(const struct rec *rec, const char *reason);

/* Writes the record to standard output, as it came. */
void rec_pass(const struct rec *rec);

/* Writes the record with the member `key` set to the JSON text `value`. */
void
rec_pass_with(const struct rec *rec, const char *key, const struct buf *value);

/* Writes one line of JSON that is no record of the input. */
void rec_write(const struct buf *json);

#endif
