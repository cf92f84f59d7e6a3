/*
 * A report that has been written: what the `report` record says of it, and how
 * that is found in the files of a reports folder, DATE.md beside DATE.ndjson.
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>

#include "account.h"
#include "buf.h"
#include "contents.h"
#include "lang.h"

enum {
	REPORT_STALE = 2 /* days: a report whose items are older says so */
};

/* Start with { 0 }. */
struct report {
	char date[WHEN_DATE_SIZE];
	enum lang lang;
	struct buf path; /* of the Markdown file */
	bool has_page; /* there is an HTML file beside it */
	struct buf title;
	struct buf overview; /* one line of plain text; may be empty */
	struct account account; /* of the records it was made from */
	struct contents contents; /* of the same */
	bool has_account; /* there are such records */
	bool kept; /* a newer one was worse, so this one stayed */
	bool also[LANG_COUNT]; /* it is there in this language too */
};

/* Returns the heading over the overview, without its marks. */
const char *report_overview_heading(enum lang lang);

/*
 * Sets `path` to that of the report of `date` in the folder `dir`, with the
 * ending `ending` (".md", ".ndjson"): DATE + ending, or, for a second
 * language, DATE.LANG + ending.
 */
void report_path(struct buf *path, const char *dir, const char *date,
    bool second, enum lang lang, const char *ending);

/*
 * Sets `report` to what the Markdown text `markdown` of the file `path` says,
 * and to the account of the records beside it, if there are any.
 */
void report_read(struct report *report, const char *path, const char *markdown);

/*
 * Returns where the text behind the overview's heading begins in `markdown`;
 * behind its title if there is no such heading.
 */
const char *report_body(const char *markdown);

/*
 * Returns how many days before its date the newest item of a report is; 0 if
 * that is not known.
 */
int report_age(const struct report *report);

/* Sets `json` to the `report` record. */
void report_emit(const struct report *report, struct buf *json);

/* Gives everything back. */
void report_free(struct report *report);

#endif
