/*
 * Dates and times.
 */
#include "when.h"
#include "text.h"

/* A moment by the calendar, month and day from 1. */
struct civil {
	long long year;
	int month, day, hour, minute, second;
};

enum {
	MARCH = 3, /* where years begin here, so that a leap day ends one */
	DAYS_TO_1970 = 719468, /* from 1 March of the year 0 */
	YEARS_AROUND = 400, /* after which the calendar repeats */
	DAYS_AROUND = 146097
};

/* Returns the days from the beginning of March to that of another month. */
static int
days_of_months(int month)
{
	return (153 * (month >= MARCH ? month - MARCH : month + 9) + 2) / 5;
}

/* Returns the days since 1970; the year is not before 0. */
static long long
days_since_1970(const struct civil *civil)
{
	long long year = civil->year - (civil->month < MARCH) + YEARS_AROUND;

	return year * 365 + year / 4 - year / 100 + year / 400 +
	    days_of_months(civil->month) + civil->day - 1 - DAYS_AROUND -
	    DAYS_TO_1970;
}

static time_t
time_of(const struct civil *civil)
{
	return (time_t)(days_since_1970(civil) * WHEN_DAY + civil->hour * 3600 +
	    civil->minute * 60 + civil->second);
}

static struct civil
civil_of(time_t time)
{
	long long into = (time % WHEN_DAY + WHEN_DAY) % WHEN_DAY;
	long long days = (time - into) / WHEN_DAY + DAYS_TO_1970;
	long long era = (days >= 0 ? days : days - DAYS_AROUND + 1) /
	    DAYS_AROUND;
	long long day = days - era * DAYS_AROUND; /* of the 400 years */
	long long year =
	    (day - day / 1460 + day / 36524 - day / (DAYS_AROUND - 1)) / 365;
	int left = (int)(day - (365 * year + year / 4 - year / 100));
	int month = (5 * left + 2) / 153;

	return (struct civil) {
		.year = year + era * YEARS_AROUND + (month >= 10),
		.month = month < 10 ? month + MARCH : month - 9,
		.day = left - (153 * month + 2) / 5 + 1,
		.hour = (int)(into / 3600),
		.minute = (int)(into / 60 % 60),
		.second = (int)(into % 60),
	};
}

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
read_date(const char **s, struct civil *civil)
{
	struct civil as_written;

	*civil = (struct civil) { 0 };
	civil->year = digits(s, 4);
	if (civil->year < 0 || !skip(s, '-'))
		return false;
	civil->month = digits(s, 2);
	if (civil->month < 1 || civil->month > 12 || !skip(s, '-'))
		return false;
	civil->day = digits(s, 2);
	if (civil->day < 1)
		return false;
	as_written = civil_of(time_of(civil)); /* 30 February is another day */
	return as_written.day == civil->day;
}

static bool
read_clock(const char **s, struct civil *civil)
{
	civil->hour = digits(s, 2);
	if (!skip(s, ':'))
		return false;
	civil->minute = digits(s, 2);
	if (!skip(s, ':'))
		return false;
	civil->second = digits(s, 2);
	if (skip(s, '.')) {
		if (!ascii_is_digit(**s))
			return false;
		while (ascii_is_digit(**s))
			(*s)++;
	}
	return civil->hour >= 0 && civil->hour < 24 && civil->minute >= 0 &&
	    civil->minute < 60 && civil->second >= 0 && civil->second <= 60;
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
	struct civil civil;

	if (!read_date(&s, &civil) || *s != '\0')
		return false;
	*time = time_of(&civil);
	return true;
}

bool
when_time(const char *s, time_t *time)
{
	struct civil civil;
	int offset = 0;

	if (!read_date(&s, &civil))
		return false;
	if (*s != '\0') {
		if (!skip(&s, 'T') && !skip(&s, 't') && !skip(&s, ' '))
			return false;
		if (!read_clock(&s, &civil) || !read_offset(&s, &offset) ||
		    *s != '\0')
			return false;
	}
	*time = time_of(&civil) - offset;
	return true;
}

/* Writes `count` digits. */
static char *
put_digits(char *out, long long n, int count)
{
	for (int i = count; i-- > 0; n /= 10)
		out[i] = (char)('0' + n % 10);
	return out + count;
}

void
when_put_date(char *out, time_t time)
{
	struct civil civil = civil_of(time);

	*out = '\0';
	if (civil.year < 0 || civil.year > 9999)
		return;
	out = put_digits(out, civil.year, 4);
	*out++ = '-';
	out = put_digits(out, civil.month, 2);
	*out++ = '-';
	*put_digits(out, civil.day, 2) = '\0';
}

void
when_put_time(char *out, time_t time)
{
	struct civil civil = civil_of(time);

	when_put_date(out, time);
	if (*out == '\0')
		return;
	out += WHEN_DATE_SIZE - 1;
	*out++ = 'T';
	out = put_digits(out, civil.hour, 2);
	*out++ = ':';
	out = put_digits(out, civil.minute, 2);
	*out++ = ':';
	out = put_digits(out, civil.second, 2);
	*out++ = 'Z';
	*out = '\0';
}

time_t
when_clamp(time_t time)
{
	static const time_t end = 4102444799; /* of 2099 */

	return time < 0 ? 0 : time > end ? end : time;
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
