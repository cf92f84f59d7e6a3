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
#include "catalog.h"
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
	{ OPT_REBUILD, "rebuild", NULL, "make the pages anew" },
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
/* The page of all reports; GitHub shows it below the list of the folder. */
static const char catalog[] = "README.md";

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

/* Sets `old` to what the page `path` says; nothing if there is none. */
static void
read_page(struct buf *old, const char *path)
{
	buf_clear(old);
	if ((!file_is_regular(path) || !file_read(old, path, MAX_FILE)) &&
	    errno != ENOENT)
		diag_die("%s: %s", path, strerror(errno));
	if (strlen(old->at) != old->len)
		diag_die("%s: holds a NUL byte, so it is no text", path);
}

static void
write_page(const char *path, const struct buf *text)
{
	struct file file;

	file_begin(&file, path, true);
	fwrite(text->at, 1, text->len, file.out);
	file_settle(&file);
	file_replace((struct file *[]) { &file }, 1);
}

static void
update_catalog(const struct settings *settings, const struct archive *archive,
    const char *dir)
{
	struct buf path = { 0 }, old = { 0 }, new = { 0 };

	buf_printf(&path, "%s/%s", dir, catalog);
	read_page(&old, path.at);
	catalog_update(&new, settings->rebuild ? "" : old.at, archive);
	if (strcmp(new.at, old.at) != 0)
		write_page(path.at, &new);
	buf_free(&path);
	buf_free(&old);
	buf_free(&new);
}

static void
update_readme(const struct settings *settings, const struct archive *archive)
{
	struct buf old = { 0 }, new = { 0 }, newest = { 0 };
	const char *path = archive->reports[0].path.at;

	if (!file_read(&newest, path, MAX_FILE))
		diag_die("%s: %s", path, strerror(errno));
	read_page(&old, settings->readme);
	readme_update(&new, settings->rebuild ? "" : old.at,
	    &(struct readme_source) {
		.archive = archive,
		.folder = folder,
		.page = catalog,
		.body = report_body(newest.at),
		.max = settings->max,
	    });
	if (strcmp(new.at, old.at) != 0)
		write_page(settings->readme, &new);
	buf_free(&old);
	buf_free(&new);
	buf_free(&newest);
}

/* The README last: it leads to the page of all reports. */
static void
update(const struct settings *settings, const struct archive *archive,
    const char *dir)
{
	int age = archive->count > 0 ? report_age(&archive->reports[0]) : 0;

	if (archive->count == 0) {
		diag_warn("%s: left alone, for there is no report yet",
		    settings->readme);
		return;
	}
	update_catalog(settings, archive, dir);
	update_readme(settings, archive);
	if (age >= REPORT_STALE)
		diag_warn("%s: its newest item is %d days older than it",
		    archive->reports[0].path.at, age);
}

/*
 * Two of us must not write one README, and what render(1) is about to write is
 * waited for.
 */
static void
lock(const struct settings *settings, const char *reports)
{
	struct buf dir = { 0 };

	folder_of(&dir, settings->readme);
	file_lock_folder(*dir.at != '\0' ? dir.at : ".");
	if (access(reports, F_OK) == 0)
		file_lock_folder(reports);
	buf_free(&dir);
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
	buf_str(&dir, folder);
	lock(&settings, dir.at);
	archive_read(&archive, dir.at);
	update(&settings, &archive, dir.at);
	archive_write(&archive);
	archive_free(&archive);
	buf_free(&dir);
	return cli_finish();
}
