/*
 * The command line that all programs share.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "diag.h"
#include "out.h"
#include "when.h"

#ifndef VERSION
#define VERSION "unreleased"
#endif

enum {
	MAX_OPTIONS = 32,
	STDIO_BUFFER = 64 * 1024
};

static const struct cli_option common[] = {
	{ 'h', "help", NULL, "print this help" },
	{ 'V', "version", NULL, "print the version" },
	{ 'v', "verbose", NULL, "say what is done" },
	{ 'q', "quiet", NULL, "say nothing but errors" },
	{ 0 },
};

static void
print_options(const struct cli_option *option)
{
	for (; option->name != NULL; option++) {
		char left[64];
		bool has_letter = option->letter < 256;

		snprintf(left, sizeof left, "%c%c%s --%s%s%s",
		    has_letter ? '-' : ' ', has_letter ? option->letter : ' ',
		    has_letter ? "," : " ", option->name,
		    option->argument != NULL ? " " : "",
		    option->argument != NULL ? option->argument : "");
		printf("  %-26s %s\n", left, option->help);
	}
}

static void
print_synopsis(const struct cli *cli)
{
	const char *line = cli->synopsis, *lead = "usage:";

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");

		if (*line == '\t')
			printf("%s%.*s\n", lead, (int)len, line);
		else
			printf("%s %s %.*s\n", lead, cli->name, (int)len, line);
		line += len + (line[len] == '\n');
		lead = "      ";
	}
}

static _Noreturn void
help(const struct cli *cli)
{
	print_synopsis(cli);
	printf("\n%s\n\n", cli->about);
	print_options(cli->options);
	print_options(common);
	printf("\nSee %s(1) and dair(7).\n", cli->name);
	exit(cli_finish());
}

static _Noreturn void
version(const struct cli *cli)
{
	printf("%s (dair) %s\n", cli->name, VERSION);
	exit(cli_finish());
}

/* What getopt_long(3) takes, made from both tables. */
struct table {
	struct option options[MAX_OPTIONS];
	char letters[MAX_OPTIONS * 2 + 2];
	size_t count, letter_count;
};

static void
add_options(struct table *table, const struct cli_option *option)
{
	for (; option->name != NULL; option++) {
		bool takes = option->argument != NULL;

		table->options[table->count++] = (struct option) { option->name,
			takes ? required_argument : no_argument, NULL,
			option->letter };
		if (option->letter > 255)
			continue;
		table->letters[table->letter_count++] = (char)option->letter;
		if (takes)
			table->letters[table->letter_count++] = ':';
	}
}

/* A closed standard file must not be taken by a file that we open. */
static void
hold_standard_files(void)
{
	static const int flags[] = { O_WRONLY, O_RDONLY, O_WRONLY };

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			open("/dev/null", flags[fd]);
}

static void
start(const struct cli *cli, struct table *table)
{
	hold_standard_files();
	diag_start(cli->name);
	setvbuf(stdout, NULL, _IOFBF, STDIO_BUFFER);
	table->letters[table->letter_count++] = ':';
	add_options(table, cli->options);
	add_options(table, common);
	opterr = 0;
}

static _Noreturn void
refuse(char *argv[], int letter)
{
	const char *word = argv[optind - 1];
	const char *problem = letter == ':' ? "needs an argument"
					    : "is not an option";

	if (optopt > 0 && optopt < 256 && word[1] != '-')
		diag_usage("-%c %s; see --help", optopt, problem);
	diag_usage("%s %s; see --help", word, problem);
}

int
cli_next(const struct cli *cli, int argc, char *argv[])
{
	static struct table table;
	int letter;

	if (table.count == 0)
		start(cli, &table);
	for (;;) {
		letter = getopt_long(
		    argc, argv, table.letters, table.options, NULL);
		switch (letter) {
		case 'h':
			help(cli);
		case 'V':
			version(cli);
		case 'v':
			diag_level(DIAG_VERBOSE);
			break;
		case 'q':
			diag_level(DIAG_QUIET);
			break;
		case '?':
		case ':':
			refuse(argv, letter);
		default:
			return letter;
		}
	}
}

long
cli_integer(const char *option, const char *s, long min, long max)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(s, &end, 10);
	if (*s == '\0' || *end != '\0' || errno != 0 || n < min || n > max)
		diag_usage("%s %s: not a whole number from %ld to %ld", option,
		    s, min, max);
	return n;
}

double
cli_number(const char *option, const char *s, double min, double max)
{
	char *end;
	double n = strtod(s, &end);

	if (*s == '\0' || *end != '\0' || !isfinite(n) || n < min || n > max)
		diag_usage(
		    "%s %s: not a number from %g to %g", option, s, min, max);
	return n;
}

const char *
cli_date(const char *option, const char *s)
{
	time_t time;

	if (!when_date(s, &time))
		diag_usage("%s %s: not a date like 2026-02-02", option, s);
	return s;
}

int
cli_finish(void)
{
	diag_progress_end();
	out_close();
	return diag_status();
}
