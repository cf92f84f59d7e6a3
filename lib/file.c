/*
 * Reading files whole, folders, and their locks.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "diag.h"
#include "file.h"

bool
file_read(struct buf *out, const char *path, size_t max)
{
	FILE *in = fopen(path, "re");
	char chunk[16 * 1024];
	size_t got, start = out->len;
	int error = 0;

	if (in == NULL)
		return false;
	while ((got = fread(chunk, 1, sizeof chunk, in)) > 0) {
		buf_add(out, chunk, got);
		if (out->len - start > max) {
			error = EFBIG;
			break;
		}
	}
	if (ferror(in))
		error = errno;
	fclose(in);
	errno = error;
	return error == 0;
}

bool
file_is_regular(const char *path)
{
	struct stat info;

	if (stat(path, &info) != 0)
		return false;
	if (S_ISREG(info.st_mode))
		return true;
	errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
	return false;
}

/* Tells whether the folder is the one that was asked about before. */
static bool
is_same_folder(int fd)
{
	static struct stat last;
	struct stat info;
	bool same;

	if (fstat(fd, &info) != 0)
		return false;
	same = info.st_dev == last.st_dev && info.st_ino == last.st_ino;
	last = info;
	return same;
}

void
file_lock_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		diag_die("%s: %s", dir, strerror(errno));
	if (is_same_folder(fd)) {
		close(fd);
		return;
	}
	while (flock(fd, LOCK_EX) != 0)
		if (errno != EINTR)
			diag_die(
			    "%s: cannot be locked: %s", dir, strerror(errno));
}

void
file_make_folder(const char *dir)
{
	char *path = xstrdup(dir);

	for (char *p = path + 1; *path != '\0'; p++) {
		char c = *p;

		if (c != '/' && c != '\0')
			continue;
		*p = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			diag_die(
			    "%s: cannot be made: %s", path, strerror(errno));
		*p = c;
		if (c == '\0')
			break;
	}
	free(path);
}
