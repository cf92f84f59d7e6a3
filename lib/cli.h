/*
 * The command line that all programs share: one table of options each, help
 * and version made from it, and an end that is checked.
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>

/* An option. The last one of a table is { 0 }. */
struct cli_option {
	int letter; /* `-x`, and what cli_next() returns; over 255: no letter */
	const char *name; /* `--name` */
	const char *argument; /* what it takes, for the help; NULL: nothing */
	const char *help; /* one line, lower case */
};

struct cli {
	const char *name; /* of the program */
	const char *about; /* one line: what it does */
	const char *synopsis; /* what follows the name, a line each form; a line
				 that begins with a tab continues a form */
	const struct cli_option *options; /* its own, in the manual's order */
};

/*
 * Returns the letter of the next option, its argument in optarg; -1 when only
 * operands are left, which begin at argv[optind]. The options that all
 * programs have (-h, -V, -v, -q) are dealt with here. Anything unknown ends
 * the program with status 2.
 */
int cli_next(const struct cli *cli, int argc, char *argv[]);

/* Returns `s` as a whole number from `min` to `max`, else ends with status 2.
 * `option` is named in the message. */
long cli_integer(const char *option, const char *s, long min, long max);

/* Returns `s` as a number from `min` to `max`, else ends with status 2. */
double cli_number(const char *option, const char *s, double min, double max);

/* Checks that `s` is a date, YYYY-MM-DD, and returns it; else as above. */
const char *cli_date(const char *option, const char *s);

/*
 * The last call of every main: closes standard output and returns the exit
 * status. What could not be written ends the program with status 3; a reader
 * that went away, as by SIGPIPE.
 */
int cli_finish(void);

#endif
