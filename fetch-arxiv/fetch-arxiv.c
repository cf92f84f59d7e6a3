/*
 * fetch-arxiv: the papers that arXiv announced on a day, as records.
 */
#include <errno.h>
#include <getopt.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alloc.h"
#include "calendar.h"
#include "diag.h"
#include "emit.h"
#include "fetch.h"
#include "file.h"
#include "query.h"
#include "rec.h"
#include "share.h"

enum {
	OPT_BY = 'b',
	OPT_CATEGORY = 'k',
	OPT_QUERY = 'Q',
	OPT_ID = 'i',
	OPT_PARSE = 'p',
	MAX_SAVED = 512 * 1024 * 1024 /* bytes */
};

static const struct cli_option options[] = {
	FETCH_OPTION_DATE,
	FETCH_OPTION_FROM,
	FETCH_OPTION_TO,
	{ OPT_BY, "by", "WHAT", "announced (default), submitted or updated" },
	{ OPT_CATEGORY, "category", "CAT",
	    "of this category; may be repeated" },
	{ OPT_QUERY, "query", "Q", "that match Q, as arXiv's manual has it" },
	{ OPT_ID, "id", "ID", "this paper; may be repeated" },
	{ FETCH_MAX, "max", "N", "the N newest" },
	FETCH_OPTION_CACHE,
	FETCH_OPTION_OFFLINE,
	FETCH_OPTION_PATIENCE,
	{ OPT_PARSE, "parse", "FILE", "read a saved answer, ask nobody" },
	{ 0 },
};

static const struct cli cli = {
	.name = "fetch-arxiv",
	.about = "Prints the papers that arXiv announced on a day, as records.",
	.synopsis =
	    "[-hoqVv] [-d DATE | --from TIME --to TIME] [-b WHAT] [-k CAT]...\n"
	    "[-Q Q] [-i ID]... [-n N] [-c DIR] [--patience S] [-p FILE]",
	.options = options,
};

/* Where papers on AI infrastructure are found. */
static const char *const usual_categories[] = { "cs.LG", "cs.DC", "cs.AR",
	"cs.PF", "cs.CL", "cs.AI", "cs.CV", "cs.NI", "cs.OS", "cs.PL" };

struct words {
	const char **words;
	size_t count, capacity;
};

struct settings {
	struct fetch_options fetch;
	struct query query;
	struct words categories, ids;
	struct arena text;
	const char *by, *saved; /* NULL: not given */
};

static void
add(struct words *words, const char *word)
{
	words->words = xgrow(words->words, &words->capacity, words->count + 1,
	    sizeof *words->words);
	words->words[words->count++] = word;
}

/* Which date the window is about: a time of day says that it is no listing. */
static enum query_by
read_by(const struct settings *settings)
{
	bool is_span = settings->fetch.from_text != NULL;
	const char *word = settings->by;
	static const char *const names[] = { [QUERY_ANNOUNCED] = "announced",
		[QUERY_SUBMITTED] = "submitted",
		[QUERY_UPDATED] = "updated" };

	if (word == NULL)
		return is_span ? QUERY_SUBMITTED : QUERY_ANNOUNCED;
	if (is_span && strcmp(word, names[QUERY_ANNOUNCED]) == 0)
		diag_usage("--by announced needs --date, a listing's");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], word) == 0)
			return (enum query_by)i;
	diag_usage("--by %s: not announced, submitted or updated", word);
}

static void
add_id(struct settings *settings, const char *id)
{
	struct paper paper = { 0 };

	if (!paper_set_id(&paper, id))
		diag_usage("--id %s: not a paper's identifier", id);
	if (paper.version > 0)
		buf_printf(&paper.id, "v%d", paper.version);
	add(&settings->ids, arena_str(&settings->text, paper.id.at));
	paper_free(&paper);
}

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		if (fetch_option(&settings->fetch, letter, optarg))
			continue;
		switch (letter) {
		case OPT_BY:
			settings->by = optarg;
			break;
		case OPT_CATEGORY:
			if (!paper_is_category(optarg))
				diag_usage(
				    "--category %s: not a category", optarg);
			add(&settings->categories, optarg);
			break;
		case OPT_QUERY:
			settings->query.text = optarg;
			break;
		case OPT_ID:
			add_id(settings, optarg);
			break;
		case OPT_PARSE:
			settings->saved = optarg;
			break;
		}
	}
	if (optind < argc)
		diag_usage("%s: no operand is taken; see --help", argv[optind]);
}

static void
complete_query(struct settings *settings)
{
	struct query *query = &settings->query;

	if (settings->categories.count == 0 && query->text == NULL &&
	    settings->ids.count == 0)
		for (size_t i = 0;
		     i < sizeof usual_categories / sizeof *usual_categories;
		     i++)
			add(&settings->categories, usual_categories[i]);
	query->categories = settings->categories.words;
	query->category_count = settings->categories.count;
	query->ids = settings->ids.words;
	query->id_count = settings->ids.count;
	query->by = read_by(settings);
	query->window = settings->fetch.window;
	query->max = settings->fetch.max;
	query->base = getenv("ARXIV_API_URL");
	if (query->base == NULL || *query->base == '\0')
		query->base = "https://export.arxiv.org/api/query";
	http_check_base("ARXIV_API_URL", query->base);
}

static void
write_status(const struct settings *settings, const struct query_run *run,
    const char *note)
{
	struct buf json = { 0 };
	bool ok = run->error.len == 0;

	emit_open(&json, NULL, '{');
	emit_string(&json, "kind", "status");
	emit_string(&json, "stage", "fetch-arxiv");
	emit_string(&json, "source", "arxiv");
	if (settings->fetch.date != NULL)
		emit_string(&json, "date", settings->fetch.date);
	emit_bool(&json, "ok", ok);
	emit_integer(&json, "landed", run->landed);
	emit_integer(&json, "shown", run->shown);
	if (note != NULL)
		emit_string(&json, "note", note);
	if (!ok)
		emit_string(&json, "error", run->error.at);
	emit_close(&json, '}');
	rec_write(&json);
	if (!ok) {
		diag_error("arxiv: %s", run->error.at);
		diag_raise(STATUS_FAILED);
	}
	buf_free(&json);
}

static void
ask(struct settings *settings)
{
	struct http_manners manners = { .base = settings->query.base,
		.service = "arxiv",
		.connections = 1,
		.pace = query_pace(settings->query.base),
		.retry = query_retry };
	struct http *http = http_open(&manners, &settings->fetch.wishes);
	const char *note = NULL;
	struct query_run run;

	query_begin(&run, &settings->query, http);
	http_run(http);
	http_close(http);
	if (settings->query.announced != NULL && run.landed == 0 &&
	    run.error.len == 0)
		note = "nothing found, though arXiv announces on this day; "
		       "its index may be late";
	write_status(settings, &run, note);
	query_free(&run);
}

/*
 * Turns the listing's date into the window of submissions; false if there is
 * no announcement on that day, which is an answer too.
 */
static bool
announced_window(struct settings *settings)
{
	struct calendar calendar = { NULL };
	struct query_run nothing = { .query = &settings->query };
	char *path = share_path("arxiv-holidays");
	time_t listing = settings->fetch.window.from;
	bool announced;

	calendar_load(&calendar, path);
	announced = calendar_window(
	    &calendar, listing, &settings->query.window);
	settings->query.announced = settings->fetch.date;
	if (!announced)
		write_status(settings, &nothing, calendar_why(listing));
	calendar_free(&calendar);
	free(path);
	return announced;
}

static void
parse_saved(const struct settings *settings)
{
	const char *path = settings->saved;
	struct buf bytes = { 0 };
	struct query_run run;

	buf_clear(&bytes);
	if (strcmp(path, "-") == 0)
		path = "/dev/stdin";
	if (!file_read(&bytes, path, MAX_SAVED))
		diag_die("%s: %s", path, strerror(errno));
	if (!query_parse(&run, &settings->query, bytes.at, bytes.len)) {
		diag_error("%s: %s", path, run.error.at);
		diag_raise(STATUS_FAILED);
	}
	query_free(&run);
	buf_free(&bytes);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	bool by_day;

	fetch_start(&settings.fetch);
	read_options(&settings, argc, argv);
	fetch_settle(&settings.fetch, time(NULL));
	complete_query(&settings);
	by_day = settings.query.by == QUERY_ANNOUNCED &&
	    settings.fetch.from_text == NULL && settings.ids.count == 0;
	if (settings.saved != NULL)
		parse_saved(&settings);
	else if (!by_day || announced_window(&settings))
		ask(&settings);
	free(settings.categories.words);
	free(settings.ids.words);
	arena_free(&settings.text);
	xmlCleanupParser();
	return cli_finish();
}
