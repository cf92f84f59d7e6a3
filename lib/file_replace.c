/*
 * Files that are replaced whole: a temporary file beside the target, fsync(2),
 * rename(2). Temporary files are removed at every way out but SIGKILL; what
 * that leaves, the next program that writes the same file removes.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "ascii.h"
#include "diag.h"
#include "file.h"

enum {
	MAX_OPEN = 8 /* files in the making at once */
};

/* Read by a signal handler: an entry is complete before it is in the table. */
static char *volatile temporaries[MAX_OPEN];

static void
remove_temporaries(void)
{
	for (int i = 0; i < MAX_OPEN; i++)
		if (temporaries[i] != NULL)
			unlink(temporaries[i]);
}

static void
remove_and_end(int signal_number)
{
	remove_temporaries();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

/* A signal that was ignored when the program began stays ignored. */
static void
watch(void)
{
	static const int ends[] = { SIGHUP, SIGINT, SIGQUIT, SIGALRM, SIGTERM,
		SIGPIPE, SIGUSR1, SIGUSR2, SIGXCPU };
	static bool watching;

	if (watching)
		return;
	watching = true;
	atexit(remove_temporaries);
	signal(SIGXFSZ, SIG_IGN); /* write(2) fails instead */
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (signal(ends[i], remove_and_end) == SIG_IGN)
			signal(ends[i], SIG_IGN);
}

static void
remember(char *path)
{
	for (int i = 0; i < MAX_OPEN; i++) {
		if (temporaries[i] == NULL) {
			temporaries[i] = path;
			return;
		}
	}
	diag_die("%s: too many files at once", path);
}

static void
forget(const char *path)
{
	for (int i = 0; i < MAX_OPEN; i++)
		if (temporaries[i] == path)
			temporaries[i] = NULL;
}

/* A new file has the rights that the old one had, or the usual ones. */
static mode_t
rights_for(const char *path)
{
	struct stat old;
	mode_t mask;

	if (stat(path, &old) == 0)
		return old.st_mode & 07777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* What mkostemp(3) makes a name of its own. */
static const char unique[] = "XXXXXX";

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Returns the path of the folder that holds `path`; free() it. */
static char *
folder_of(const char *path)
{
	struct buf out = { 0 };

	buf_add(&out, path, (size_t)(name_of(path) - path));
	buf_str(&out, out.len == 0 ? "." : "");
	return out.at;
}

static char *
temporary_name(const char *path)
{
	const char *name = name_of(path);
	struct buf out = { 0 };

	buf_add(&out, path, (size_t)(name - path));
	buf_printf(&out, ".%s.%s", name, unique);
	return out.at;
}

/* Tells whether `entry` is a temporary file for a file of the name `name`. */
static bool
is_temporary(const char *entry, const char *name)
{
	size_t len = strlen(name);

	if (entry[0] != '.' || strncmp(entry + 1, name, len) != 0 ||
	    entry[len + 1] != '.' || strlen(entry + len + 2) != strlen(unique))
		return false;
	entry += len + 2;
	while (ascii_is_letter(*entry) || ascii_is_digit(*entry))
		entry++;
	return *entry == '\0';
}

/* Removes what programs that were killed left of `path`. */
static void
sweep(const char *path)
{
	char *folder = folder_of(path);
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (is_temporary(entry->d_name, name_of(path)))
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir != NULL)
		closedir(dir);
	free(folder);
}

static bool
is_link(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

/*
 * Makes the temporary file; no signal may end the program before it is in the
 * table.
 */
static int
make_temporary(char *path)
{
	sigset_t all, before;
	int fd, error;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	fd = mkostemp(path, O_CLOEXEC);
	error = errno;
	if (fd >= 0)
		remember(path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = error;
	return fd;
}

void
file_begin(struct file *file, const char *path, bool follow)
{
	char *real = follow && is_link(path) ? realpath(path, NULL) : NULL;
	int fd;

	watch();
	if (real == NULL)
		sweep(path);
	file->path = real != NULL ? real : xstrdup(path);
	file->temporary = temporary_name(file->path);
	if ((fd = make_temporary(file->temporary)) < 0)
		diag_die("%s: cannot be written: %s", path, strerror(errno));
	file->out = fdopen(fd, "w");
	if (fchmod(fd, rights_for(file->path)) != 0 || file->out == NULL)
		diag_die("%s: %s", path, strerror(errno));
}

void
file_settle(struct file *file)
{
	int fd = fileno(file->out);
	bool ok = fflush(file->out) == 0 && fsync(fd) == 0;

	ok = ok && !ferror(file->out);
	if (fclose(file->out) != 0 || !ok)
		diag_die(
		    "%s: cannot be written: %s", file->path, strerror(errno));
	file->out = NULL;
}

static void
give_back(struct file *file)
{
	forget(file->temporary);
	free(file->path);
	free(file->temporary);
	*file = (struct file) { NULL };
}

/* The rename itself is on the disk only when the folder is. */
static void
settle_folder_of(const char *path)
{
	char *dir = folder_of(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(dir);
}

static void
replace_one(struct file *file)
{
	if (rename(file->temporary, file->path) != 0)
		diag_die(
		    "%s: cannot be replaced: %s", file->path, strerror(errno));
	settle_folder_of(file->path);
	give_back(file);
}

void
file_replace(struct file *const files[], size_t count)
{
	sigset_t all, before;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	for (size_t i = 0; i < count; i++)
		replace_one(files[i]);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

void
file_abandon(struct file *file)
{
	if (file->out != NULL)
		fclose(file->out);
	unlink(file->temporary);
	give_back(file);
}
