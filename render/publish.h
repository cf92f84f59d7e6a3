/*
 * Writing a report and its records into a reports folder, unless that would
 * make the day worse.
 */
#ifndef PUBLISH_H
#define PUBLISH_H

#include "day.h"
#include "document.h"
#include "file.h"
#include "report.h"

/* Start with publish_begin(). */
struct publish {
	const char *dir, *date;
	enum lang lang;
	bool second; /* the day has a report in another language already */
	struct file records; /* the day's NDJSON, in the making */
};

/*
 * Makes the folder `dir` if need be, waits for its lock, and begins the
 * records of `date`. Ends the program if it cannot.
 */
void publish_begin(
    struct publish *publish, const char *dir, const char *date, enum lang lang);

/* Adds a record as it came. */
void publish_record(struct publish *publish, const struct rec *rec);

/*
 * Writes the records and then the report, and sets `report` to what the
 * `report` record says. If the kept day is better, and not `force`, nothing is
 * written, and `report` says what was kept.
 */
void publish_finish(struct publish *publish, struct day *day,
    const struct wish *wish, bool force, struct report *report);

#endif
