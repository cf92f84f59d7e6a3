/*
 * For each line "DAY TIME": the window of the day, and whether the time lies
 * in it; "bad" if either is no time.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "diag.h"
#include "lines.h"
#include "scan.h"
#include "when.h"

static void
show(const char *date, const char *clock)
{
	char from[WHEN_TIME_SIZE], to[WHEN_TIME_SIZE];
	struct window window;
	time_t day, time;

	if (!when_date(date, &day) || !when_time(clock, &time)) {
		puts("bad");
		return;
	}
	window = when_day(day);
	when_put_time(from, window.from);
	when_put_time(to, window.to);
	printf(
	    "%s..%s %s\n", from, to, when_within(window, time) ? "in" : "out");
}

int
main(int argc, char *argv[])
{
	struct lines in;
	char *line, *blank;
	size_t len;

	(void)argc;
	diag_start("window");
	lines_open(&in, argv + 1, SCAN_MAX_LINE);
	while ((line = lines_next(&in, &len)) != NULL) {
		if ((blank = strchr(line, ' ')) == NULL) {
			puts("bad");
			continue;
		}
		*blank = '\0';
		show(line, blank + 1);
	}
	lines_close(&in);
	return cli_finish();
}
