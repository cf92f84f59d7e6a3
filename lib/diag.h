/*
 * What a program says to a person, and the exit status that follows from it.
 * Every message is one line on standard error, `program: ...`, in which bytes
 * that are no printable text are replaced.
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>

/* Exit statuses; see dair(7). */
enum {
	STATUS_WELL = 0,
	STATUS_PARTIAL = 1, /* some records or sources failed */
	STATUS_USAGE = 2, /* the command line or the configuration is wrong */
	STATUS_FAILED = 3 /* the job could not be done */
};

/* How much is said: -q takes one from DIAG_NORMAL, -v adds one. */
enum {
	DIAG_QUIET,
	DIAG_NORMAL,
	DIAG_VERBOSE
};

/* Names the program; call it first. `name` is kept, not copied. */
void diag_start(const char *name);

/* Sets how much is said, one of the DIAG values. */
void diag_level(int level);

/* Says that something failed; the exit status becomes at least PARTIAL. */
void diag_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

/*
 * The same for one of many things in `file`, the name of which comes before the
 * message: ":17: no id". Behind the 20th such message in a row about one file
 * they are counted, and the count is said at its end.
 */
void diag_bad(const char *file, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says something worth knowing, unless quiet; the exit status stays. */
void diag_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says something, if verbose. */
void diag_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The caller is wrong: says how and ends the program with status 2. */
_Noreturn void
diag_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The job cannot be done: says why and ends the program with status 3. */
_Noreturn void
diag_die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Raises the exit status to at least `status`, saying nothing. */
void diag_raise(int status);

/* Returns the exit status so far. */
int diag_status(void);

/*
 * Shows how far the work has come, on a terminal and at most five times a
 * second: call it as often as you like. A later message clears the line.
 */
void
diag_progress(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Clears the progress line. */
void diag_progress_end(void);

#endif
