/*
 * Dates and times: UTC, as RFC 3339 writes them, to the second.
 */
#ifndef WHEN_H
#define WHEN_H

#include <stdbool.h>
#include <time.h>

enum {
	WHEN_DAY = 24 * 60 * 60, /* seconds; UTC has no others here */
	WHEN_DATE_SIZE = sizeof "2026-02-02",
	WHEN_TIME_SIZE = sizeof "2026-02-02T00:00:00Z"
};

/* The times t with from <= t < to. */
struct window {
	time_t from, to;
};

/* Reads a date, YYYY-MM-DD, as its first second. False: it is none. */
bool when_date(const char *s, time_t *time);

/*
 * Reads a date or an RFC 3339 date-time, with Z or an offset; a fraction of a
 * second is dropped. False: it is neither.
 */
bool when_time(const char *s, time_t *time);

/*
 * Writes the date, or the time, in WHEN_DATE_SIZE or WHEN_TIME_SIZE bytes;
 * nothing outside the years 0 to 9999.
 */
void when_put_date(char *out, time_t time);
void when_put_time(char *out, time_t time);

/*
 * Returns `time`, or the next to it in the years 1970 to 2099, beyond which
 * services need not know any.
 */
time_t when_clamp(time_t time);

/* Returns the day in which `time` lies. */
struct window when_day(time_t time);

/* Tells whether `time` lies in `window`. */
bool when_within(struct window window, time_t time);

#endif
