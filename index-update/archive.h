/*
 * All reports of a reports folder.
 */
#ifndef ARCHIVE_H
#define ARCHIVE_H

#include <stddef.h>

#include "rec.h"
#include "report.h"

/* Start with { 0 }. */
struct archive {
	struct report *reports; /* newest first, one for each date */
	size_t count, capacity;
	struct map kept; /* DATE.LANG, or DATE, of what stayed when made anew */
};

/*
 * Takes a record from standard input: a `report` record can tell what the
 * files do not, that the kept report was better than the new one. Do this
 * before archive_read(): the end of the input is the end of the writing.
 */
void archive_note(struct archive *archive, const struct rec *rec);

/*
 * Reads the reports in the folder `dir`: DATE.md, and where there is none,
 * DATE.LANG.md. An absent folder is an empty archive; a file that cannot be
 * read is reported and passed over.
 */
void archive_read(struct archive *archive, const char *dir);

/* Writes the `report` records of all reports, in all their languages. */
void archive_write(const struct archive *archive);

/* Gives everything back. */
void archive_free(struct archive *archive);

#endif
