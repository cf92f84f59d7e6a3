/*
 * Fuzz target: dates and times.
 */
#include <assert.h>
#include <stdlib.h>

#include "target.h"
#include "when.h"

/* What is written reads as what it was. */
static void
check_time(time_t time)
{
	char clock[WHEN_TIME_SIZE], date[WHEN_DATE_SIZE];
	struct window day = when_day(time);
	time_t again;

	assert(when_within(day, time) && day.to - day.from == WHEN_DAY);
	assert(!when_within(day, day.to) && day.from % WHEN_DAY == 0);
	when_put_time(clock, time);
	when_put_date(date, time);
	if (*clock == '\0')
		return; /* an offset led out of the years 0 to 9999 */
	assert(when_time(clock, &again) && again == time);
	assert(when_date(date, &again) && again == day.from);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);
	time_t time, date;

	if (when_time(s, &time))
		check_time(time);
	if (when_date(s, &date)) {
		assert(when_time(s, &time) && time == date);
		assert(strlen(s) == WHEN_DATE_SIZE - 1);
	}
	free(s);
	return 0;
}
