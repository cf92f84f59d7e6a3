/*
 * Lines of the operands of a filter, or of standard input, of any length up to
 * a bound, in flat memory.
 */
#ifndef LINES_H
#define LINES_H

#include <stdbool.h>
#include <stddef.h>

struct lines {
	char *const *operands; /* what is still to be read */
	const char *name; /* of the file being read, for messages */
	unsigned long long number; /* of the line, from 1, in that file */
	size_t max_line; /* bytes */
	size_t opened, refused; /* files that could and could not be read */
	int fd; /* -1: none is open */
	char *bytes; /* what was read; lines are ended in place */
	size_t start, end, capacity;
	size_t searched; /* up to there is no line feed */
};

/*
 * Prepares to read the files named in `operands`, which a NULL ends ("-" is
 * standard input; no operand means the same). Lines of more than `max_line`
 * bytes are reported and passed over.
 */
void lines_open(struct lines *lines, char *const operands[], size_t max_line);

/*
 * Returns the next line without its line feed, ended by a NUL, its length in
 * `*len`; NULL at the end. The line may be changed and lives until the next
 * call. A file that cannot be read is reported (status PARTIAL). Standard output is flushed before a read that would
 * wait.
 */
char *lines_next(struct lines *lines, size_t *len);

/* Tells whether none of the files could be read. */
bool lines_failed(const struct lines *lines);

/* Closes what is open and gives the room back. */
void lines_close(struct lines *lines);

#endif
