/*
 * Data files for people: lines of words, with comments from a `#` that begins
 * a line or follows a blank.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include <stdbool.h>

#include "buf.h"

struct config {
	const char *path; /* the caller's */
	unsigned long long line; /* from 1 */
	bool indented; /* the line did not begin at the margin */
	struct buf bytes;
	char *next; /* what is still to be read */
};

/*
 * Reads the file `path`, which must outlive `config`. Ends the program with
 * status 2 if that cannot be done.
 */
void config_open(struct config *config, const char *path);

/*
 * Returns the next line that says something, without comment and without white
 * space around it; NULL at the end. It may be changed and lives until
 * config_close().
 */
char *config_next(struct config *config);

/* Ends the program with status 2: `reason`, in this line, because of `word`. */
_Noreturn void config_refuse(
    const struct config *config, const char *reason, const char *word);

/* Gives the file's content back. */
void config_close(struct config *config);

#endif
