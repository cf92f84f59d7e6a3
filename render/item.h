/*
 * An item of a report: what a record says that a reader sees.
 */
#ifndef ITEM_H
#define ITEM_H

#include <stdbool.h>
#include <stddef.h>

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

/* The strings are one line each, "" where the record has none. */
struct item {
	enum section section;
	char *id;
	char *head; /* the title, or what a model says instead; never empty */
	char *url; /* http or https, made safe to stand anywhere, else "" */
	char *detail; /* the summary, where that adds to the head */
	char *impact;
	char *repo; /* of a paper "" */
	char *topic; /* the key of the first one */
	char *by; /* who summarized it */
	char *created; /* RFC 3339 */
	bool replaced; /* the summary, for the source did not support it */
	double score; /* from 0, for no class at all, to 1 */
	size_t size; /* about how many bytes it takes in a report */
	unsigned long long order; /* among those of its section */
	bool shown; /* there is room for it */
	size_t rank, repo_rank, topic_rank; /* where it stands, by arrange() */
};

/* Finds the section of a record; false if it is no item. */
bool item_section(const struct rec *rec, enum section *section);

/* Returns the score that the record's class states, else 0. */
double item_score(const struct rec *rec);

/*
 * Returns the item that the record tells of, of the section and the score that
 * were found before; give it to item_free().
 */
struct item *
item_read(const struct rec *rec, enum section section, double score);

/* Gives the item back. */
void item_free(struct item *item);

#endif
