/*
 * Messages on standard error and the exit status. Each message leaves in one
 * write(2), so that the stages of a pipeline do not mix their lines.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "diag.h"
#include "utf8.h"

enum {
	LINE_SIZE = 1024,
	MAX_BAD = 20, /* messages about one file */
	PROGRESS_SIZE = 160, /* bytes */
	PROGRESS_MS = 200
};

static const char *program = "dair";
static int level = DIAG_NORMAL;
static int status = STATUS_WELL;
static bool progress_shown;
static struct {
	char file[LINE_SIZE];
	unsigned long long count;
} bad;

void
diag_start(const char *name)
{
	program = name;
}

void
diag_level(int new_level)
{
	level = new_level;
}

void
diag_raise(int at_least)
{
	if (status < at_least)
		status = at_least;
}

int
diag_status(void)
{
	return status;
}

static void
put(const char *line, size_t len)
{
	while (len > 0) {
		ssize_t put = write(STDERR_FILENO, line, len);

		if (put <= 0)
			return;
		line += put;
		len -= (size_t)put;
	}
}

static void
say(const char *format, va_list args)
{
	char raw[LINE_SIZE], line[LINE_SIZE + 64];
	size_t len;

	diag_progress_end();
	vsnprintf(raw, sizeof raw, format, args);
	len = (size_t)snprintf(line, 64, "%s: ", program);
	if (len >= 64)
		len = 63;
	len += utf8_printable(line + len, sizeof line - len - 1, raw);
	line[len++] = '\n';
	put(line, len);
}

/* A va_list must be started where the dots are: hence four times the same. */
#define SAY(format)                     \
	do {                            \
		va_list args;           \
		va_start(args, format); \
		say(format, args);      \
		va_end(args);           \
	} while (0)

void
diag_error(const char *format, ...)
{
	diag_raise(STATUS_PARTIAL);
	SAY(format);
}

static void
say_how_many_more(void)
{
	if (bad.count > MAX_BAD)
		diag_error(
		    "%s: %llu more like these", bad.file, bad.count - MAX_BAD);
	bad.count = 0;
}

static void
count_bad(const char *file)
{
	static bool known;

	if (!known)
		atexit(say_how_many_more);
	known = true;
	if (strncmp(bad.file, file, sizeof bad.file - 1) != 0)
		say_how_many_more();
	snprintf(bad.file, sizeof bad.file, "%s", file);
	bad.count++;
}

void
diag_bad(const char *file, const char *format, ...)
{
	char what[LINE_SIZE];
	va_list args;

	diag_raise(STATUS_PARTIAL);
	count_bad(file);
	if (bad.count > MAX_BAD)
		return;
	va_start(args, format);
	vsnprintf(what, sizeof what, format, args);
	va_end(args);
	diag_error("%s%s", file, what);
}

void
diag_warn(const char *format, ...)
{
	if (level >= DIAG_NORMAL)
		SAY(format);
}

void
diag_note(const char *format, ...)
{
	if (level >= DIAG_VERBOSE)
		SAY(format);
}

_Noreturn void
diag_usage(const char *format, ...)
{
	SAY(format);
	exit(STATUS_USAGE);
}

_Noreturn void
diag_die(const char *format, ...)
{
	SAY(format);
	exit(STATUS_FAILED);
}

static long long
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void
diag_progress(const char *format, ...)
{
	static int watched = -1;
	static long long last;
	char what[PROGRESS_SIZE], line[LINE_SIZE];
	va_list arguments;
	long long now;
	int len;

	if (watched < 0)
		watched = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
	if (!watched || level < DIAG_NORMAL)
		return;
	now = milliseconds();
	if (now - last < PROGRESS_MS)
		return;
	last = now;
	progress_shown = true;
	va_start(arguments, format);
	vsnprintf(what, sizeof what, format, arguments);
	va_end(arguments);
	len = snprintf(line, sizeof line, "\r%s: %s\033[K", program, what);
	put(line, (size_t)len);
}

void
diag_progress_end(void)
{
	if (progress_shown)
		put("\r\033[K", 4);
	progress_shown = false;
}
