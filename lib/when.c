/*
 * Dates and times.
 */
#include <stdio.h>
#include <string.h>

#include "text.h"
#include "when.h"

/* Reads `count` digits at `*s` and moves behind them; -1 if there are fewer. */
static int
digits(const char **s, int count)
{
	int n = 0;

	while (count-- > 0) {
		if (!ascii_is_digit(**s))
			return -1;
		n = n * 10 + (*(*s)++ - '0');
	}
	return n;
}

static bool
skip(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static bool
read_date(const char **s, struct tm *tm)
{
	struct tm as_given;

	*tm = (struct tm) { 0 };
	tm->tm_year = digits(s, 4) - 1900;
	if (tm->tm_year < -1900 || !skip(s, '-'))
		return false;
	tm->tm_mon = digits(s, 2) - 1;
	if (tm->tm_mon < 0 || !skip(s, '-'))
		return false;
	tm->tm_mday = digits(s, 2);
	as_given = *tm;
	timegm(tm); /* 30 February becomes another day */
	return tm->tm_mday == as_given.tm_mday && tm->tm_mon == as_given.tm_mon;
}

static bool
read_clock(const char **s, struct tm *tm)
{
	tm->tm_hour = digits(s, 2);
	if (!skip(s, ':'))
		return false;
	tm->tm_min = digits(s, 2);
	if (!skip(s, ':'))
		return false;
	tm->tm_sec = digits(s, 2);
	if (skip(s, '.')) {
		if (!ascii_is_digit(**s))
			return false;
		while (ascii_is_digit(**s))
			(*s)++;
	}
	return tm->tm_hour >= 0 && tm->tm_hour < 24 && tm->tm_min >= 0 &&
	    tm->tm_min < 60 && tm->tm_sec >= 0 && tm->tm_sec <= 60;
}

/* Reads Z or an offset, in seconds east of Greenwich. */
static bool
read_offset(const char **s, int *offset)
{
	int sign = **s == '-' ? -1 : 1, hours, minutes;

	*offset = 0;
	if (skip(s, 'Z') || skip(s, 'z'))
		return true;
	if (!skip(s, '+') && !skip(s, '-'))
		return false;
	hours = digits(s, 2);
	if (!skip(s, ':'))
		return false;
	minutes = digits(s, 2);
	*offset = sign * (hours * 60 + minutes) * 60;
	return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

bool
when_date(const char *s, time_t *time)
{
	struct tm tm;

	if (!read_date(&s, &tm) || *s != '\0')
		return false;
	*time = timegm(&tm);
	return true;
}

bool
when_time(const char *s, time_t *time)
{
	struct tm tm;
	int offset = 0;

	if (!read_date(&s, &tm))
		return false;
	if (*s != '\0') {
		if (!skip(&s, 'T') && !skip(&s, 't') && !skip(&s, ' '))
			return false;
		if (!read_clock(&s, &tm) || !read_offset(&s, &offset) ||
		    *s != '\0')
			return false;
	}
	*time = timegm(&tm) - offset;
	return true;
}

/* Writes the year in four digits (%Y drops zeros) and the rest behind it. */
static void
put(char *out, size_t size, const char *rest, time_t time)
{
	struct tm tm;

	out[0] = '\0';
	if (gmtime_r(&time, &tm) == NULL || tm.tm_year < -1900 ||
	    tm.tm_year >= 10000 - 1900)
		return;
	snprintf(out, size, "%04d", tm.tm_year + 1900);
	strftime(out + 4, size - 4, rest, &tm);
}

void
when_put_date(char *out, time_t time)
{
	put(out, WHEN_DATE_SIZE, "-%m-%d", time);
}

void
when_put_time(char *out, time_t time)
{
	put(out, WHEN_TIME_SIZE, "-%m-%dT%H:%M:%SZ", time);
}

struct window
when_day(time_t time)
{
	time_t into = time % WHEN_DAY;

	if (into < 0)
		into += WHEN_DAY;
	return (struct window) { time - into, time - into + WHEN_DAY };
}

bool
when_within(struct window window, time_t time)
{
	return time >= window.from && time < window.to;
}
