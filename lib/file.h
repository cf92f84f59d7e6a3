/*
 * Files that are replaced whole: whoever reads one sees the old content or the
 * new, never a part, and a program that is stopped leaves nothing behind.
 */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "buf.h"

/* A file in the making. Start with { NULL }. */
struct file {
	FILE *out; /* write here */
	char *path; /* what will be replaced */
	char *temporary; /* what is written, beside it */
};

/*
 * Begins a new content for `path` (for what it points at, if it is a symbolic
 * link). Ends the program with status 3 if that cannot be written.
 */
void file_begin(struct file *file, const char *path);

/*
 * Makes sure that what was written is on the disk; ends the program with
 * status 3, `path` untouched, if it is not.
 */
void file_settle(struct file *file);

/* Puts the settled content in place of the old one; ends as above. */
void file_replace(struct file *file);

/* Forgets what was written; `path` stays as it is. */
void file_abandon(struct file *file);

/*
 * Appends the content of the file `path` to `out`. False with errno set when
 * it cannot be read; EFBIG when it has more than `max` bytes.
 */
bool file_read(struct buf *out, const char *path, size_t max);

/*
 * Waits until no other process holds the lock on the folder `dir` and takes
 * it until the program ends. Ends the program if that cannot be done.
 */
void file_lock_folder(const char *dir);

/* Makes the folder `dir` and those above it; ends the program if it cannot. */
void file_make_folder(const char *dir);

#endif
