/*
 * Where arXiv's holidays are written down.
 */
#ifndef HOLIDAYS_H
#define HOLIDAYS_H

#include "calendar.h"

/*
 * Adds the holidays that come with the program, and those in the user's own
 * file, if there is one: $XDG_CONFIG_HOME/dair/arxiv-holidays, else below
 * ~/.config. Says so if none is known in the year of the day `listing`. Ends
 * the program with status 2 if a file is wrong.
 */
void holidays_load(struct calendar *calendar, time_t listing);

#endif
