/*
 * What the reports of other days already have: a text file with a line
 * "DATE SOURCE" for each source that was read whole for that day, and a line
 * "DATE ID" for each item that came with it, reported or not.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>
#include <time.h>

#include "map.h"

/* Start with { 0 }, which has seen nothing. */
struct seen {
	struct map days; /* "DATE SOURCE" */
	struct map items; /* ids */
};

/*
 * Reads the file `path`, but for the lines of the day `date`, which is to be
 * made anew; a file that is not there has no lines. A line that is none of the
 * two ends the program with status 2 and the place.
 */
void seen_read(struct seen *seen, const char *path, const char *date);

/* Tells whether `source` was read whole for the day of `time`. */
bool seen_day(const struct seen *seen, time_t time, const char *source);

/* Tells whether the item `id` came with another day. */
bool seen_item(const struct seen *seen, const char *id);

/* Gives everything back. */
void seen_free(struct seen *seen);

#endif
