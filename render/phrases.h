/*
 * The words of a report that are not in its records.
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "day.h"
#include "lang.h"

struct phrases {
	const char *content; /* heading over all sections */
	const char *sections[SECTION_COUNT];
	const char *conclusion;
	const char *link; /* "Link: " */
	const char *links; /* "Links:" */
	const char *issue; /* "New issue: " */
	const char *issues; /* "New issues:" */
	const char *impact; /* "Impact: " */
	const char *nothing; /* a day without items */
	const char *nothing_read; /* a day without a source that worked */
	const char *sources; /* heading of the account */
	const char *all_well[2]; /* one source, several: one %zu */
	const char *failed; /* %s: the source; the reason follows */
	const char *shown; /* %s: the source, %lld of %lld */
	const char *noted; /* %s: the source; the note follows */
	const char *counts[ACCOUNT_KINDS][2]; /* one, several: %llu */
	const char *joint, *last_joint; /* between counts */
	const char *stop; /* ends a sentence */
};

/* Returns the phrases of a language. */
const struct phrases *phrases_of(enum lang lang);

#endif
