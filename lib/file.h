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
 * Begins a new content for `path`; if that is a symbolic link, in place of the
 * link, or, with `follow`, for what it points at. Ends the program with status
 * 3 if that cannot be written. Hold the lock on the folder: what an earlier
 * program left when it was killed is removed.
 */
void file_begin(struct file *file, const char *path, bool follow);

/*
 * Makes sure that what was written is on the disk; ends the program with
 * status 3, `path` untouched, if it is not.
 */
void file_settle(struct file *file);

/*
 * Puts the settled contents of `count` files in place of the old ones, all of
 * them before any signal ends the program; ends as above.
 */
void file_replace(struct file *const files[], size_t count);

/* Forgets what was written; `path` stays as it is. */
void file_abandon(struct file *file);

/*
 * Appends the content of the file `path` to `out`. False with errno set when
 * it cannot be read; EFBIG when it has more than `max` bytes.
 */
bool file_read(struct buf *out, const char *path, size_t max);

/*
 * Tells whether `path` is a regular file, so that reading it ends; errno says
 * why not.
 */
bool file_is_regular(const char *path);

/*
 * Waits until no other process holds the lock on the folder `dir` and takes
 * it until the program ends. Ends the program if that cannot be done. Of
 * several folders lock the outer one first.
 */
void file_lock_folder(const char *dir);

/* Makes the folder `dir` and those above it; ends the program if it cannot. */
void file_make_folder(const char *dir);

#endif
