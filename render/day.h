/*
 * The records of a report, sorted into its sections.
 */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <stddef.h>

#include "account.h"
#include "map.h"
#include "rec.h"

/* In the order of the report. */
enum section {
	SECTION_PAPERS,
	SECTION_RELEASES,
	SECTION_COMMITS,
	SECTION_MERGED, /* pull requests */
	SECTION_OPENED,
	SECTION_ISSUES,
	SECTION_COUNT
};

/* An item; its strings are one line each, "" where the record has none. */
struct entry {
	const char *title; /* of a paper: never empty */
	const char *url; /* http or https, else "" */
	const char *text; /* the summary; of others than papers never empty */
	const char *impact;
};

/* The items of one repository in one section; papers are one group. */
struct group {
	const char *repo;
	struct entry *entries;
	size_t count, capacity;
};

/* Start with { 0 }. */
struct day {
	struct group *groups[SECTION_COUNT]; /* in the order of first items */
	size_t group_count[SECTION_COUNT], group_capacity[SECTION_COUNT];
	struct map index; /* of the groups */
	struct map ids; /* of the items: a repeated one is passed over */
	const char *overview, *conclusion; /* NULL if no digest came */
	struct account account;
	char date[11]; /* of the newest status, digest or item; "" */
	struct arena text;
};

/* Takes a record; of kinds that a report does not show, only the date. */
void day_take(struct day *day, const struct rec *rec);

/* Gives everything back. */
void day_free(struct day *day);

#endif
