/*
 * What the two fetchers have in common on their command lines.
 */
#include <limits.h>
#include <stddef.h>

#include "diag.h"
#include "fetch.h"

enum {
	PATIENCE_S = 30,
	MAX_PATIENCE_S = 24 * 60 * 60,
	MAX_LATE = 3660
};

void
fetch_start(struct fetch_options *options)
{
	*options = (struct fetch_options) {
		.wishes = { .patience = PATIENCE_S },
	};
}

bool
fetch_option(struct fetch_options *options, int letter, const char *argument)
{
	switch (letter) {
	case FETCH_DATE:
		options->date = cli_date("--date", argument);
		return true;
	case FETCH_FROM:
		options->from_text = argument;
		return true;
	case FETCH_TO:
		options->to_text = argument;
		return true;
	case FETCH_MAX:
		options->max = cli_integer("--max", argument, 1, INT_MAX);
		return true;
	case FETCH_CACHE:
		options->wishes.cache_dir = argument;
		return true;
	case FETCH_OFFLINE:
		options->wishes.offline = true;
		return true;
	case FETCH_PATIENCE:
		options->wishes.patience = cli_number(
		    "--patience", argument, 0, MAX_PATIENCE_S);
		return true;
	case FETCH_LATE:
		options->late = (int)cli_integer(
		    "--late", argument, 1, MAX_LATE);
		return true;
	case FETCH_SEEN:
		options->seen_path = argument;
		return true;
	default:
		return false;
	}
}

static time_t
read_time(const char *option, const char *s)
{
	time_t time;

	if (!when_time(s, &time))
		diag_usage("%s %s: not a date, nor a time like "
			   "2026-02-02T08:00:00Z",
		    option, s);
	return time;
}

/* Sets the window from --from and --to; false if there are none. */
static bool
settle_span(struct fetch_options *options)
{
	struct window *window = &options->window;

	if ((options->from_text == NULL) != (options->to_text == NULL))
		diag_usage("--from and --to belong together");
	if (options->from_text == NULL)
		return false;
	if (options->date != NULL)
		diag_usage("--date and --from exclude each other");
	window->from = read_time("--from", options->from_text);
	window->to = read_time("--to", options->to_text);
	if (window->from >= window->to)
		diag_usage("--from must be before --to");
	return true;
}

static void
settle_day(struct fetch_options *options, time_t now)
{
	time_t time = now - WHEN_DAY;

	if (options->date != NULL)
		when_date(options->date, &time);
	options->window = when_day(time);
	when_put_date(options->date_text, options->window.from);
	options->date = options->date_text;
}

void
fetch_settle(struct fetch_options *options, time_t now)
{
	bool is_span = settle_span(options);

	if (!is_span)
		settle_day(options, now);
	if (options->late > 0 && options->seen_path == NULL)
		diag_usage("--late needs --seen, which tells what there was");
	if (options->seen_path == NULL)
		return;
	if (is_span)
		diag_usage("--seen needs a single day, not --from and --to");
	seen_read(&options->seen, options->seen_path, options->date);
}

void
fetch_free(struct fetch_options *options)
{
	seen_free(&options->seen);
}
