/*
 * When arXiv announces what was submitted when. A freeze takes place at 14:00
 * US Eastern, Monday to Friday but holidays; what was frozen is published at
 * 20:00, Monday to Thursday but holidays, and on Sunday unless the Friday
 * before was a holiday.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "calendar.h"
#include "config.h"

enum {
	SUNDAY,
	MONDAY,
	THURSDAY = 4,
	FRIDAY,
	SATURDAY,
	HOUR = 60 * 60,
	FREEZE_HOUR = 14, /* US Eastern */
	OLD_FREEZE_HOUR = 16,
	NEW_FREEZE = 17168, /* 2 January 2017, in days since 1970 */
	NEW_SAVING = 2007, /* the year since which clocks change as now */
	MAX_GAP = 60 /* days; no two announcements are further apart */
};

static long
day_of(time_t time)
{
	return (long)(when_day(time).from / WHEN_DAY);
}

/* 1 January 1970 was a Thursday. */
static int
weekday(long day)
{
	return (int)(((day + THURSDAY) % 7 + 7) % 7);
}

void
calendar_load(struct calendar *calendar, const char *path)
{
	struct config config;
	char *line;
	time_t date;

	config_open(&config, path);
	while ((line = config_next(&config)) != NULL) {
		if (!when_date(line, &date))
			config_refuse(&config, "not a date", line);
		calendar->holidays = xgrow(calendar->holidays,
		    &calendar->capacity, calendar->count + 1,
		    sizeof *calendar->holidays);
		calendar->holidays[calendar->count++] = day_of(date);
	}
	config_close(&config);
}

static bool
is_holiday(const struct calendar *calendar, long day)
{
	for (size_t i = 0; i < calendar->count; i++)
		if (calendar->holidays[i] == day)
			return true;
	return false;
}

static bool
has_freeze(const struct calendar *calendar, long day)
{
	return weekday(day) != SUNDAY && weekday(day) != SATURDAY &&
	    !is_holiday(calendar, day);
}

static bool
has_publish(const struct calendar *calendar, long day)
{
	switch (weekday(day)) {
	case FRIDAY:
	case SATURDAY:
		return false;
	case SUNDAY:
		return !is_holiday(calendar, day - 2) &&
		    !is_holiday(calendar, day);
	default:
		return !is_holiday(calendar, day);
	}
}

/* Returns the day of the Sunday number `nth` of a month, from 1. */
static long
nth_sunday(int year, int month, int nth)
{
	struct tm tm = {
		.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = 1
	};
	long first = day_of(timegm(&tm));

	return first + (7 - weekday(first)) % 7 + 7 * (nth - 1);
}

/*
 * Returns how many hours US Eastern time is behind UTC in the afternoon of a
 * day: daylight saving time has gone from the second Sunday of March to the
 * first of November since 2007, and before that from the first of April to the
 * last of October.
 */
static int
eastern_offset(long day)
{
	time_t time = (time_t)day * WHEN_DAY;
	struct tm tm;
	int year;
	bool saving;

	gmtime_r(&time, &tm);
	year = tm.tm_year + 1900;
	if (year >= NEW_SAVING)
		saving = day >= nth_sunday(year, 3, 2) &&
		    day < nth_sunday(year, 11, 1);
	else
		saving = day >= nth_sunday(year, 4, 1) &&
		    day < nth_sunday(year, 11, 1) - 7;
	return saving ? 4 : 5;
}

/* Returns the time of the freeze on `day`, if there is one. */
static time_t
freeze_time(long day)
{
	int hour = day < NEW_FREEZE ? OLD_FREEZE_HOUR : FREEZE_HOUR;

	return (time_t)day * WHEN_DAY + (hour + eastern_offset(day)) * HOUR;
}

/* Returns the time of the last freeze on `day` or before it. */
static time_t
last_freeze(const struct calendar *calendar, long day)
{
	int gap = 0;

	while (!has_freeze(calendar, day) && gap++ < MAX_GAP)
		day--;
	return freeze_time(day);
}

bool
calendar_knows(const struct calendar *calendar, time_t listing)
{
	char year[WHEN_DATE_SIZE], other[WHEN_DATE_SIZE];

	when_put_date(year, listing);
	for (size_t i = 0; i < calendar->count; i++) {
		when_put_date(other, (time_t)calendar->holidays[i] * WHEN_DAY);
		if (strncmp(year, other, 4) == 0)
			return true;
	}
	return false;
}

time_t
calendar_listing(const struct calendar *calendar, time_t time)
{
	long day = day_of(time) - 1;
	int gap = 0;

	while ((!has_freeze(calendar, day) || freeze_time(day) <= time) &&
	    gap++ < MAX_GAP)
		day++;
	while (!has_publish(calendar, day) && gap++ < MAX_GAP)
		day++;
	return (time_t)(day + 1) * WHEN_DAY;
}

time_t
calendar_back(const struct calendar *calendar, time_t listing, int count)
{
	long publish = day_of(listing) - 1;

	while (count-- > 0)
		for (int gap = 0; gap < MAX_GAP; gap++)
			if (has_publish(calendar, --publish))
				break;
	return (time_t)(publish + 1) * WHEN_DAY;
}

time_t
calendar_eastern_day(time_t time)
{
	return when_day(time - eastern_offset(day_of(time)) * HOUR).from;
}

bool
calendar_window(
    const struct calendar *calendar, time_t listing, struct window *submitted)
{
	long publish = day_of(listing) - 1, before = publish - 1;
	int gap = 0;

	if (!has_publish(calendar, publish))
		return false;
	while (!has_publish(calendar, before) && gap++ < MAX_GAP)
		before--;
	submitted->from = last_freeze(calendar, before);
	submitted->to = last_freeze(calendar, publish);
	return submitted->from < submitted->to;
}

const char *
calendar_why(time_t listing)
{
	switch (weekday(day_of(listing))) {
	case SATURDAY:
		return "no announcement on Saturday";
	case SUNDAY:
		return "no announcement on Sunday";
	default:
		return "no announcement: a holiday of arXiv's";
	}
}

void
calendar_free(struct calendar *calendar)
{
	free(calendar->holidays);
	*calendar = (struct calendar) { NULL };
}
