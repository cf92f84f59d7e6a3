/*
 * The reports of an archive, as `report` records tell of them.
 */
#ifndef PAST_H
#define PAST_H

#include <stdbool.h>
#include <stddef.h>

#include "account.h"
#include "lang.h"
#include "rec.h"
#include "sentences.h"

enum {
	PAST_MAX = 4000, /* reports; of more, the first ones that come */
	PAST_NAMES = 600000 /* bytes of titles and topics; more are not kept */
};

/* The strings are one line each, "" where the record has none. */
struct past_report {
	char *date, *lang, *title, *overview;
	char *path; /* below the site, fit to stand in an address */
	unsigned long long counts[ACCOUNT_KINDS];
	unsigned long long items; /* of all kinds */
	bool failed; /* one of its sources */
	bool brief; /* its titles are left out, for there are too many */
	struct sentences titles, topics; /* topics: their keys */
};

/* Start with { .lang = the language asked for }. */
struct past {
	enum lang lang; /* of a day in several, the report in this one counts */
	struct past_report *reports; /* as they came: newest first */
	size_t count, capacity;
	size_t name_size; /* bytes of all titles and topics */
	unsigned long long left_out; /* days */
	char left_date[WHEN_DATE_SIZE]; /* the last one of them */
};

/*
 * Takes a record if it is a report with a date; of reports of one date that
 * follow each other, the one in the language asked for, else the first.
 */
void past_take(struct past *past, const struct rec *rec);

/* Gives everything back. */
void past_free(struct past *past);

#endif
