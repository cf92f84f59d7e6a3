/*
 * render: makes the day's report of the day's records.
 */
#include <getopt.h>
#include <string.h>

#include "cli.h"
#include "diag.h"
#include "format.h"
#include "gfm.h"
#include "out.h"
#include "publish.h"
#include "terminal.h"
#include "url.h"

enum {
	OPT_FORMAT = 't',
	OPT_LANG = 'l',
	OPT_DATE = 'd',
	OPT_PERIOD = 'p',
	OPT_LINKS = 'L',
	OPT_ENTRIES = 'e',
	OPT_BASE = 'b',
	OPT_NAV = 'n',
	OPT_DIR = 'o',
	OPT_FORCE = 'f'
};

static const struct cli_option options[] = {
	{ OPT_FORMAT, "format", "FORMAT",
	    "md (default), html, atom, json, text" },
	{ OPT_LANG, "lang", "LANG", "write in zh (default) or en" },
	{ OPT_DATE, "date", "DATE", "the day of the report, or its last one" },
	{ OPT_PERIOD, "period", "PERIOD", "a day (default), week or month" },
	{ OPT_LINKS, "links", "HOW", "in a list (default), or inline" },
	{ OPT_ENTRIES, "entries", "WHAT",
	    "a feed of reports (default), or item" },
	{ OPT_BASE, "base", "URL", "the address of the site" },
	{ OPT_NAV, "nav", "WHERE=FILE",
	    "link to FILE: zh, en, prev, all or feed" },
	{ OPT_DIR, "dir", "DIR", "write DIR/DATE.md and DIR/DATE.ndjson" },
	{ OPT_FORCE, "force", NULL, "replace a better report too" },
	{ 0 },
};

static const struct cli cli = {
	.name = "render",
	.about = "Makes a report of the records of a day, a week or a month.",
	.synopsis = "[-hqVv] [-t FORMAT] [-l LANG] [-d DATE] [-p PERIOD] "
		    "[-L list|inline]\n[-e report|item] [-b URL] "
		    "[-n WHERE=FILE] [FILE ...]\n"
		    "[-fhqVv] [-l LANG] [-L list|inline] [-n WHERE=FILE] "
		    "-d DATE -o DIR\n[FILE ...]",
	.options = options,
};

struct settings {
	struct wish wish;
	struct buf base;
	struct ways ways;
	enum format format;
	const char *dir; /* NULL: not given */
	bool force;
};

static void
read_links(struct settings *settings, const char *how)
{
	settings->wish.inline_links = strcmp(how, "inline") == 0;
	if (!settings->wish.inline_links && strcmp(how, "list") != 0)
		diag_usage("--links %s: not list or inline", how);
}

static void
read_entries(struct settings *settings, const char *what)
{
	settings->wish.entries_are_items = strcmp(what, "item") == 0;
	if (!settings->wish.entries_are_items && strcmp(what, "report") != 0)
		diag_usage("--entries %s: not report or item", what);
}

/* What follows the site's address is put right behind it. */
static void
read_base(struct settings *settings, const char *address)
{
	struct buf url = { 0 };
	size_t len = strlen(address);

	buf_str(&url, address);
	if (len == 0 || address[len - 1] != '/')
		buf_char(&url, '/');
	url_safe(&settings->base, url.at);
	if (settings->base.len == 0)
		diag_usage("--base %s: not an address like "
			   "https://example.org/",
		    address);
	settings->wish.base = settings->base.at;
	buf_free(&url);
}

static enum period
read_period(const char *name)
{
	static const char *const names[PERIOD_COUNT] = { "day", "week",
		"month" };
	enum period period = 0;

	while (period < PERIOD_COUNT && strcmp(names[period], name) != 0)
		period++;
	if (period == PERIOD_COUNT)
		diag_usage("--period %s: not day, week or month", name);
	return period;
}

static enum format
read_format(const char *name)
{
	enum format format = format_of(name);

	if (format == FORMAT_COUNT)
		diag_usage(
		    "--format %s: not md, html, atom, json or text", name);
	return format;
}

static void
read_option(struct settings *settings, int letter)
{
	switch (letter) {
	case OPT_FORMAT:
		settings->format = read_format(optarg);
		break;
	case OPT_LANG:
		settings->wish.lang = lang_option(optarg);
		break;
	case OPT_DATE:
		settings->wish.date = cli_date("--date", optarg);
		break;
	case OPT_PERIOD:
		settings->wish.period = read_period(optarg);
		break;
	case OPT_LINKS:
		read_links(settings, optarg);
		break;
	case OPT_ENTRIES:
		read_entries(settings, optarg);
		break;
	case OPT_BASE:
		read_base(settings, optarg);
		break;
	case OPT_NAV:
		ways_option(&settings->ways, optarg);
		break;
	case OPT_DIR:
		settings->dir = optarg;
		break;
	case OPT_FORCE:
		settings->force = true;
		break;
	}
}

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1)
		read_option(settings, letter);
	if (settings->dir == NULL)
		return;
	if (settings->wish.date == NULL)
		diag_usage("--dir needs --date, the day of the report");
	if (settings->wish.period != PERIOD_DAY ||
	    settings->format != FORMAT_MD)
		diag_usage("--dir keeps the days in Markdown; write anything "
			   "else to a file of your own");
}

static void
print(const struct settings *settings, struct day *day)
{
	struct buf out = { 0 };

	format_write(&out, settings->format, day, &settings->wish);
	out_write(out.at, out.len);
	buf_free(&out);
}

static void
publish(const struct settings *settings, struct publish *to, struct day *day)
{
	struct report report = { 0 };
	struct buf json = { 0 };

	publish_finish(to, day, &settings->wish, settings->force, &report);
	report_emit(&report, &json);
	rec_write(&json);
	report_free(&report);
	buf_free(&json);
}

static void
take(const struct settings *settings, struct day *day, struct publish *to,
    char *const operands[])
{
	struct rec_in in;

	day->account.by_day = settings->wish.period != PERIOD_DAY;
	day->past.lang = settings->wish.lang;
	rec_open(&in, operands);
	while (rec_next(&in)) {
		day_take(day, &in.rec);
		if (settings->dir != NULL)
			publish_record(to, &in.rec);
	}
	rec_close(&in);
}

static void
render(struct settings *settings, char *const operands[])
{
	struct day day = { 0 };
	struct publish to = { 0 };

	if (settings->dir != NULL)
		publish_begin(&to, settings->dir, settings->wish.date,
		    settings->wish.lang);
	take(settings, &day, &to, operands);
	if (settings->wish.date == NULL)
		settings->wish.date = day.date;
	/* Input that could not be read at all is no quiet day. */
	if (diag_status() == STATUS_FAILED && settings->dir != NULL)
		file_abandon(&to.records);
	else if (settings->dir != NULL)
		publish(settings, &to, &day);
	else if (diag_status() != STATUS_FAILED)
		print(settings, &day);
	day_free(&day);
	gfm_finish();
}

int
main(int argc, char *argv[])
{
	struct labels labels = { 0 };
	struct terminal terminal = terminal_find();
	struct settings settings = {
		.wish = {
			.lang = LANG_ZH,
			.terminal = &terminal,
			.labels = &labels,
		},
	};

	settings.wish.ways = &settings.ways;
	read_options(&settings, argc, argv);
	labels_load(&labels, settings.wish.lang);
	render(&settings, argv + optind);
	labels_free(&labels);
	buf_free(&settings.base);
	ways_free(&settings.ways);
	return cli_finish();
}
