/*
 * What the reports of other days already have.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "diag.h"
#include "seen.h"
#include "when.h"

enum {
	DATE_LEN = WHEN_DATE_SIZE - 1
};

/* Tells whether `line` begins with a date, a blank and something more. */
static bool
is_dated(const char *line)
{
	char date[WHEN_DATE_SIZE];
	time_t time;

	if (strlen(line) < DATE_LEN + 2 || line[DATE_LEN] != ' ')
		return false;
	memcpy(date, line, DATE_LEN);
	date[DATE_LEN] = '\0';
	return when_date(date, &time);
}

/* An id has a colon in it, a source has none. */
static void
take(struct seen *seen, const char *line)
{
	if (strchr(line, ':') != NULL)
		map_at(&seen->items, line + DATE_LEN + 1, 1);
	else
		map_at(&seen->days, line, 1);
}

void
seen_read(struct seen *seen, const char *path, const char *date)
{
	FILE *in = fopen(path, "r");
	unsigned long long number = 0;
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (in == NULL && errno != ENOENT)
		diag_usage("%s: %s", path, strerror(errno));
	while (in != NULL && (len = getline(&line, &size, in)) != -1) {
		number++;
		if (line[len - 1] == '\n')
			line[len - 1] = '\0';
		if (!is_dated(line))
			diag_usage("%s:%llu: not DATE and a source or an id",
			    path, number);
		if (strncmp(line, date, DATE_LEN) != 0)
			take(seen, line);
	}
	if (in != NULL && (ferror(in) || fclose(in) != 0))
		diag_usage("%s: %s", path, strerror(errno));
	free(line);
}

bool
seen_day(const struct seen *seen, time_t time, const char *source)
{
	char date[WHEN_DATE_SIZE];
	struct buf line = { 0 };
	bool seen_it;

	when_put_date(date, time);
	buf_printf(&line, "%s %s", date, source);
	seen_it = map_get(&seen->days, line.at, 0) != 0;
	buf_free(&line);
	return seen_it;
}

bool
seen_item(const struct seen *seen, const char *id)
{
	return map_get(&seen->items, id, 0) != 0;
}

void
seen_free(struct seen *seen)
{
	map_free(&seen->days);
	map_free(&seen->items);
}
