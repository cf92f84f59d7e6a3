/*
 * Writing lines of a page that may have had others before: with the line ends
 * that it has.
 */
#ifndef WRITER_H
#define WRITER_H

#include "buf.h"
#include "reader.h"
#include "report.h"

struct writer {
	struct buf *out;
	const char *line_end; /* what ends our lines: "\n" or "\r\n" */
};

/*
 * Returns a writer that appends to `out` lines that end as the first one of
 * the page `old` does.
 */
struct writer writer_for(struct buf *out, const char *old);

/* Appends text of ours, in which '\n' ends a line. */
void writer_put(const struct writer *writer, const char *text);

/* Appends a link to the file `name` in `folder` ("": beside the page). */
void writer_link(const struct writer *writer, const char *text,
    const char *folder, const char *name);

/* Appends a link to `report` that has `text`. */
void writer_report(const struct writer *writer, const char *text,
    const char *folder, const struct report *report);

/* Appends links to `report` in its other languages, each behind `before`. */
void writer_translations(const struct writer *writer, const char *before,
    const char *folder, const struct report *report);

/* Ends the last line and appends a blank one, unless there is one or nothing is written yet. */
void writer_separate(const struct writer *writer);

#endif
