/*
 * The status record of a list; see dair-record(5).
 */
#ifndef STATUS_H
#define STATUS_H

#include "buf.h"

struct status {
	const char *source; /* "OWNER/REPO commits" */
	const char *date; /* NULL: no single day */
	long landed, shown;
	const char *note, *error; /* NULL or empty: there is none */
};

/* Writes the record to standard output. */
void status_write(const struct status *status);

/* Appends to a note what it says more, as printf(3) would print it. */
void status_note(struct buf *note, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
