/*
 * fetch-arxiv: the papers that arXiv announced on a day, as records.
 */
#include <getopt.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alloc.h"
#include "ask.h"
#include "calendar.h"
#include "diag.h"
#include "fetch.h"
#include "holidays.h"
#include "paper.h"
#include "request.h"
#include "saved.h"

enum {
	OPT_BY = 'b',
	OPT_CATEGORY = 'k',
	OPT_QUERY = 'Q',
	OPT_ID = 'i',
	OPT_PARSE = 'p',
	OPT_VIA = 512 /* no letter */
};

static const struct cli_option options[] = {
	FETCH_OPTION_DATE,
	FETCH_OPTION_FROM,
	FETCH_OPTION_TO,
	{ OPT_BY, "by", "WHAT", "announced (default), submitted or updated" },
	{ OPT_VIA, "via", "WAY", "ask api (default), oai or rss" },
	{ OPT_CATEGORY, "category", "CAT",
	    "of this category; may be repeated" },
	{ OPT_QUERY, "query", "Q", "that match Q, as arXiv's manual has it" },
	{ OPT_ID, "id", "ID", "this paper; may be repeated" },
	{ FETCH_MAX, "max", "N", "the N newest" },
	FETCH_OPTION_LATE,
	FETCH_OPTION_SEEN,
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
	    "[-hoqVv] [-d DATE | --from TIME --to TIME] [-b WHAT] [--via WAY]\n"
	    "[-k CAT]... [-Q Q] [-i ID]... [-n N] [--late N] [--seen FILE]\n"
	    "[-c DIR] [--patience S] [-p FILE]",
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
	struct request request;
	struct calendar calendar;
	struct words categories, ids;
	struct arena text;
	enum ask_via via;
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
static enum request_by
read_by(const struct settings *settings)
{
	bool is_span = settings->fetch.from_text != NULL;
	const char *word = settings->by;
	static const char *const names[] = { [REQUEST_ANNOUNCED] = "announced",
		[REQUEST_SUBMITTED] = "submitted",
		[REQUEST_UPDATED] = "updated" };

	if (word == NULL)
		return is_span ? REQUEST_SUBMITTED : REQUEST_ANNOUNCED;
	if (is_span && strcmp(word, names[REQUEST_ANNOUNCED]) == 0)
		diag_usage("--by announced needs --date, a listing's");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], word) == 0)
			return (enum request_by)i;
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
		case OPT_VIA:
			settings->via = ask_via(optarg);
			if (settings->via == ASK_WAYS)
				diag_usage(
				    "--via %s: not api, oai or rss", optarg);
			break;
		case OPT_CATEGORY:
			if (!paper_is_category(optarg))
				diag_usage(
				    "--category %s: not a category", optarg);
			add(&settings->categories, optarg);
			break;
		case OPT_QUERY:
			settings->request.text = optarg;
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
complete_words(struct settings *settings)
{
	struct request *request = &settings->request;

	if (settings->categories.count == 0 && request->text == NULL &&
	    settings->ids.count == 0 && settings->saved == NULL)
		for (size_t i = 0;
		     i < sizeof usual_categories / sizeof *usual_categories;
		     i++)
			add(&settings->categories, usual_categories[i]);
	request->categories = settings->categories.words;
	request->category_count = settings->categories.count;
	request->ids = settings->ids.words;
	request->id_count = settings->ids.count;
}

/* Which questions the ways do not understand. */
static void
check_via(const struct settings *settings)
{
	const struct request *request = &settings->request;
	const struct window *window = &settings->fetch.window;

	if (settings->via == ASK_API)
		return;
	if (request->text != NULL)
		diag_usage("--query can be asked --via api only");
	if (settings->via == ASK_RSS &&
	    (request->id_count > 0 || settings->fetch.from_text != NULL ||
		request->by == REQUEST_SUBMITTED))
		diag_usage("--via rss knows the papers announced, or updated, "
			   "on a day");
	if (window->from % WHEN_DAY != 0 || window->to % WHEN_DAY != 0)
		diag_usage("--via oai knows dates, but no times of day");
}

static void
complete_request(struct settings *settings, time_t now)
{
	struct request *request = &settings->request;
	const struct fetch_options *fetch = &settings->fetch;

	complete_words(settings);
	request->by = read_by(settings);
	request->window = fetch->window;
	if (fetch->from_text == NULL)
		request->listing = fetch->window.from;
	if (fetch->seen_path != NULL)
		request->seen = &fetch->seen;
	request->calendar = &settings->calendar;
	request->max = fetch->max;
	request->now = now;
	request->is_saved = settings->saved != NULL;
	if (fetch->seen_path != NULL && request->by == REQUEST_UPDATED)
		diag_usage("--seen tells what was new, not what was updated");
	check_via(settings);
}

/*
 * Turns the listing's date into the window of submissions; false if there is
 * no announcement on that day, which is an answer too.
 */
static bool
settle_announced(struct settings *settings)
{
	struct request *request = &settings->request;
	const struct calendar *calendar = &settings->calendar;
	struct window first;

	holidays_load(&settings->calendar, request->listing);
	if (!calendar_window(calendar, request->listing, &request->window)) {
		ask_nothing(
		    settings->fetch.date, calendar_why(request->listing));
		return false;
	}
	if (settings->fetch.late > 0) {
		calendar_window(calendar,
		    calendar_back(
			calendar, request->listing, settings->fetch.late),
		    &first);
		request->late_from = first.from;
	}
	return true;
}

static bool
settle_window(struct settings *settings)
{
	struct request *request = &settings->request;

	if (request->by == REQUEST_ANNOUNCED && request->id_count == 0 &&
	    request->listing != 0)
		return settle_announced(settings);
	if (settings->fetch.late > 0)
		request->late_from = request->window.from -
		    settings->fetch.late * WHEN_DAY;
	return true;
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	time_t now = time(NULL);

	fetch_start(&settings.fetch);
	read_options(&settings, argc, argv);
	fetch_settle(&settings.fetch, now);
	complete_request(&settings, now);
	if (settings.saved != NULL)
		saved_read(&settings.request, settings.saved);
	else if (settle_window(&settings))
		ask(&settings.request, settings.via, &settings.fetch.wishes,
		    settings.fetch.date);
	fetch_free(&settings.fetch);
	calendar_free(&settings.calendar);
	free(settings.categories.words);
	free(settings.ids.words);
	arena_free(&settings.text);
	xmlCleanupParser();
	return cli_finish();
}
