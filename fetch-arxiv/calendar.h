/*
 * When arXiv announces what was submitted when: the rules of
 * <https://info.arxiv.org/help/availability.html>.
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

#include "when.h"

/* Days without a freeze, as days since 1970. Start with { NULL }. */
struct calendar {
	long *holidays;
	size_t count, capacity;
};

/*
 * Adds the holidays in the file `path`, a date a line; ends the program with
 * status 2 and the place if that is wrong. A Sunday without an announcement
 * can stand there too.
 */
void calendar_load(struct calendar *calendar, const char *path);

/* Tells whether any holiday is known in the year of the day `listing`. */
bool calendar_knows(const struct calendar *calendar, time_t listing);

/*
 * Finds the submissions that arXiv lists on the day `listing` (UTC, the
 * morning after the announcement at 20:00 US Eastern). False: there is no
 * announcement on that day.
 */
bool calendar_window(
    const struct calendar *calendar, time_t listing, struct window *submitted);

/* Returns the day on which arXiv lists what was submitted at `time`. */
time_t calendar_listing(const struct calendar *calendar, time_t time);

/* Returns the day that is `count` listings before the day `listing`. */
time_t
calendar_back(const struct calendar *calendar, time_t listing, int count);

/* Returns the day in which `time` lies for US Eastern, as its start in UTC. */
time_t calendar_eastern_day(time_t time);

/* Returns in words why there is no announcement on the day `listing`. */
const char *calendar_why(time_t listing);

/* Gives the holidays back. */
void calendar_free(struct calendar *calendar);

#endif
