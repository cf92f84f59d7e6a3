/*
 * render: makes the day's report of the day's records.
 */
#include <getopt.h>
#include <string.h>

#include "cli.h"
#include "diag.h"
#include "gfm.h"
#include "markdown.h"
#include "out.h"
#include "publish.h"

enum {
	OPT_LANG = 'l',
	OPT_DATE = 'd',
	OPT_LINKS = 'L',
	OPT_DIR = 'o',
	OPT_FORCE = 'f'
};

static const struct cli_option options[] = {
	{ OPT_LANG, "lang", "LANG", "write in zh (default) or en" },
	{ OPT_DATE, "date", "DATE", "the day of the report" },
	{ OPT_LINKS, "links", "HOW", "in a list (default), or inline" },
	{ OPT_DIR, "dir", "DIR", "write DIR/DATE.md and DIR/DATE.ndjson" },
	{ OPT_FORCE, "force", NULL, "replace a better report too" },
	{ 0 },
};

static const struct cli cli = {
	.name = "render",
	.about = "Makes a report in Markdown of the records of a day.",
	.synopsis = "[-hqVv] [-l LANG] [-d DATE] [-L list|inline] [FILE ...]\n"
		    "[-fhqVv] [-l LANG] [-L list|inline] -d DATE -o DIR "
		    "[FILE ...]",
	.options = options,
};

struct settings {
	struct markdown_style style;
	const char *date, *dir; /* NULL: not given */
	bool force;
};

static void
read_links(struct settings *settings, const char *how)
{
	settings->style.inline_links = strcmp(how, "inline") == 0;
	if (!settings->style.inline_links && strcmp(how, "list") != 0)
		diag_usage("--links %s: not list or inline", how);
}

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		switch (letter) {
		case OPT_LANG:
			settings->style.lang = lang_option(optarg);
			break;
		case OPT_DATE:
			settings->date = cli_date("--date", optarg);
			break;
		case OPT_LINKS:
			read_links(settings, optarg);
			break;
		case OPT_DIR:
			settings->dir = optarg;
			break;
		case OPT_FORCE:
			settings->force = true;
			break;
		}
	}
	if (settings->dir != NULL && settings->date == NULL)
		diag_usage("--dir needs --date, the day of the report");
}

static void
print(const struct settings *settings, const struct day *day)
{
	struct buf markdown = { 0 };

	markdown_report(&markdown, day,
	    settings->date != NULL ? settings->date : day->date,
	    &settings->style);
	out_write(markdown.at, markdown.len);
	buf_free(&markdown);
}

static void
publish(
    const struct settings *settings, struct publish *to, const struct day *day)
{
	struct report report = { 0 };
	struct buf json = { 0 };

	publish_finish(to, day, &settings->style, settings->force, &report);
	report_emit(&report, &json);
	rec_write(&json);
	report_free(&report);
	buf_free(&json);
}

static void
render(const struct settings *settings, char *const operands[])
{
	struct rec_in in;
	struct day day = { 0 };
	struct publish to;

	if (settings->dir != NULL)
		publish_begin(
		    &to, settings->dir, settings->date, settings->style.lang);
	rec_open(&in, operands);
	while (rec_next(&in)) {
		day_take(&day, &in.rec);
		if (settings->dir != NULL)
			publish_record(&to, &in.rec);
	}
	/* Input that could not be read at all is no quiet day. */
	if (diag_status() == STATUS_FAILED && settings->dir != NULL)
		file_abandon(&to.records);
	else if (settings->dir != NULL)
		publish(settings, &to, &day);
	else if (diag_status() != STATUS_FAILED)
		print(settings, &day);
	rec_close(&in);
	day_free(&day);
	gfm_finish();
}

int
main(int argc, char *argv[])
{
	struct settings settings = { .style = { .lang = LANG_ZH } };

	read_options(&settings, argc, argv);
	render(&settings, argv + optind);
	return cli_finish();
}
