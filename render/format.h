/*
 * The formats of a report, and the bound that all keep.
 */
#ifndef FORMAT_H
#define FORMAT_H

#include "buf.h"
#include "day.h"
#include "document.h"

enum {
	FORMAT_MAX = 512000 /* bytes; of more, GitHub shows nothing */
};

enum format {
	FORMAT_MD,
	FORMAT_HTML,
	FORMAT_ATOM,
	FORMAT_JSON,
	FORMAT_TEXT,
	FORMAT_COUNT
};

/* Returns the format of that name; FORMAT_COUNT if there is none. */
enum format format_of(const char *name);

/*
 * Sets `out` to the report of `day`, of FORMAT_MAX bytes at the most; or, if
 * all that came were reports, to what the format makes of an archive.
 */
void format_write(struct buf *out, enum format format, struct day *day,
    const struct wish *wish);

#endif
