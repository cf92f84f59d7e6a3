/*
 * What the two fetchers have in common on their command lines: the window of
 * time, what other days have, the cache, patience.
 */
#ifndef FETCH_H
#define FETCH_H

#include "cli.h"
#include "http.h"
#include "seen.h"
#include "when.h"

/* What --date, --from, --to and the others said. */
struct fetch_options {
	struct window window; /* from < to */
	const char *date; /* of the statuses; NULL: no single day */
	struct http_wishes wishes;
	long max; /* 0: all */
	int late; /* days before the window to look at again */
	const char *seen_path; /* NULL: other days do not matter */
	struct seen seen; /* once settled */
	const char *from_text, *to_text;
	char date_text[WHEN_DATE_SIZE];
};

enum {
	FETCH_DATE = 'd',
	FETCH_MAX = 'n',
	FETCH_CACHE = 'c',
	FETCH_OFFLINE = 'o',
	FETCH_FROM = 256, /* no letter: see struct cli_option */
	FETCH_TO,
	FETCH_PATIENCE,
	FETCH_LATE,
	FETCH_SEEN
};

/* The entries for a table of options. */
#define FETCH_OPTION_DATE                               \
	{                                               \
		FETCH_DATE, "date", "DATE",             \
		    "one day, UTC (the last whole one)" \
	}
#define FETCH_OPTION_FROM                                               \
	{                                                               \
		FETCH_FROM, "from", "TIME", "from this date or time on" \
	}
#define FETCH_OPTION_TO                                       \
	{                                                     \
		FETCH_TO, "to", "TIME", "and before this one" \
	}
#define FETCH_OPTION_LATE                                             \
	{                                                             \
		FETCH_LATE, "late", "N",                              \
		    "and what N days before it lack, going by --seen" \
	}
#define FETCH_OPTION_SEEN                                               \
	{                                                               \
		FETCH_SEEN, "seen", "FILE", "leave out what FILE lists" \
	}
#define FETCH_OPTION_CACHE                                         \
	{                                                          \
		FETCH_CACHE, "cache", "DIR", "keep answers in DIR" \
	}
#define FETCH_OPTION_OFFLINE                            \
	{                                               \
		FETCH_OFFLINE, "offline", NULL,         \
		    "take answers from the cache alone" \
	}
#define FETCH_OPTION_PATIENCE                       \
	{                                           \
		FETCH_PATIENCE, "patience", "S",    \
		    "wait S seconds in all at most" \
	}

/* Prepares; patience is 30 seconds. */
void fetch_start(struct fetch_options *options);

/* Takes an option; false if it is none of the above. */
bool
fetch_option(struct fetch_options *options, int letter, const char *argument);

/*
 * Settles the window: the day of --date, else --from and --to, else the last
 * whole day before `now`; and reads what --seen names. Ends the program with
 * status 2 if the options contradict each other.
 */
void fetch_settle(struct fetch_options *options, time_t now);

/* Gives back what was read. */
void fetch_free(struct fetch_options *options);

#endif
