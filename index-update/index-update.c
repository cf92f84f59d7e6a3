/*
 * index-update: brings the README of a site up to date with its reports.
 */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "readme.h"

enum {
	OPT_MAX = 'n',
	OPT_REBUILD = 'r',
	MAX_FILE = 64 * 1024 * 1024 /* bytes */
};

static const struct cli_option options[] = {
	{ OPT_MAX, "max", "N", "list the N newest past reports (all)" },
	{ OPT_REBUILD, "rebuild", NULL, "make the whole README anew" },
	{ 0 },
};

static const struct cli cli = {
	.name = "index-update",
	.about = "Brings README up to date with the reports in the folder "
		 "reports beside it.",
	.synopsis = "[-hqrVv] [-n N] README",
	.options = options,
};

static const char folder[] = "reports";

struct settings {
	const char *readme;
	size_t max; /* 0: no bound */
	bool rebuild;
};

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		switch (letter) {
		case OPT_MAX:
			settings->max = (size_t)cli_integer(
			    "--max", optarg, 1, INT_MAX);
			break;
		case OPT_REBUILD:
			settings->rebuild = true;
			break;
		}
	}
	if (argc - optind != 1)
		diag_usage("one README must be named; see --help");
	settings->readme = argv[optind];
}

/* Reports may come down a pipe; nobody is made to type them. */
static void
read_stdin(struct archive *archive)
{
	static char *const none[] = { NULL };
	struct rec_in in;

	if (isatty(STDIN_FILENO))
		return;
	rec_open(&in, none);
	in.aside = true;
	while (rec_next(&in))
		archive_note(archive, &in.rec);
	rec_close(&in);
}

/* Sets `dir` to the folder that holds `path`, with its slash; "" if none. */
static void
folder_of(struct buf *dir, const char *path)
{
	const char *slash = strrchr(path, '/');

	buf_clear(dir);
	if (slash != NULL)
		buf_add(dir, path, (size_t)(slash - path + 1));
}

static void
read_old(const struct settings *settings, struct buf *old)
{
	buf_clear(old);
	if (!file_read(old, settings->readme, MAX_FILE) && errno != ENOENT)
		diag_die("%s: %s", settings->readme, strerror(errno));
	if (strlen(old->at) != old->len)
		diag_die(
		    "%s: holds a NUL byte, so it is no text", settings->readme);
}

/* Reads the newest report for its body. */
static void
read_newest(const struct archive *archive, struct buf *markdown)
{
	buf_clear(markdown);
	if (archive->count > 0 &&
	    !file_read(markdown, archive->reports[0].path.at, MAX_FILE))
		diag_die(
		    "%s: %s", archive->reports[0].path.at, strerror(errno));
}

static void
write_readme(const char *path, const struct buf *text)
{
	struct file file;

	file_begin(&file, path, true);
	fwrite(text->at, 1, text->len, file.out);
	file_settle(&file);
	file_replace((struct file *[]) { &file }, 1);
}

static void
update(const struct settings *settings, const struct archive *archive)
{
	struct buf old = { 0 }, new = { 0 }, newest = { 0 };

	if (archive->count == 0) {
		diag_warn("%s: left alone, for there is no report yet",
		    settings->readme);
		return;
	}
	read_old(settings, &old);
	read_newest(archive, &newest);
	readme_update(&new, settings->rebuild ? "" : old.at, archive, folder,
	    report_body(newest.at), settings->max);
	if (strcmp(new.at, old.at) != 0)
		write_readme(settings->readme, &new);
	buf_free(&old);
	buf_free(&new);
	buf_free(&newest);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	struct archive archive = { 0 };
	struct buf dir = { 0 };

	read_options(&settings, argc, argv);
	read_stdin(&archive);
	folder_of(&dir, settings.readme);
	file_lock_folder(*dir.at != '\0' ? dir.at : ".");
	buf_str(&dir, folder);
	archive_read(&archive, dir.at);
	update(&settings, &archive);
	archive_write(&archive);
	archive_free(&archive);
	buf_free(&dir);
	return cli_finish();
}
