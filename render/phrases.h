/*
 * The words of a report that are not in its records.
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "arrange.h"
#include "lang.h"
#include "ways.h"

struct phrases {
	const char *html_lang; /* its tag, as in BCP 47 */
	const char *first; /* heading over what is to be read first */
	const char *content; /* heading over all sections */
	const char *sections[SECTION_COUNT];
	const char *conclusion;
	const char *colon; /* between a name and what is said of it */
	const char *link; /* "Link: " */
	const char *links; /* "Links:" */
	const char *issue; /* "New issue: " */
	const char *issues; /* "New issues:" */
	const char *impact; /* "Impact: " */
	const char *nothing; /* a day without items */
	const char *nothing_read; /* a day without a source that worked */
	const char *sources; /* heading of the account */
	const char *all_well[2]; /* one source, several: one %zu */
	const char *failed; /* %s: the source */
	const char *failed_days; /* %s, on %zu of %zu days */
	const char *found; /* %lld found, %lld shown; begins a clause */
	const char *partial; /* %s, %lld found, %lld shown */
	const char *shown; /* %s, %lld found, %lld shown */
	const char *capped, *selected; /* %lld left out */
	const char *the_rest[2]; /* %zu, %lld: complete sources, their items */
	const char *no_room; /* %llu left out */
	const char *all_extracted, *all_by; /* summaries; %s: the model */
	const char *summaries; /* begins their list */
	const char *by[2]; /* %zu, %s: the model */
	const char *extracted[2]; /* %zu */
	const char *replaced[2]; /* %zu of those */
	const char *counts[ACCOUNT_KINDS][2]; /* one, several: %llu */
	const char *topics, *activity; /* captions of pictures */
	const char *previous, *all, *feed; /* where links lead */
	const char *archive; /* title of the page of all reports */
	const char *trend; /* caption of its picture */
	const char *search; /* label of its search box */
	const char *some_failed; /* a report's sources */
	const char *titles[2]; /* %zu */
	const char *see_end; /* what an overview says of its report's end */
	const char *brief; /* %zu without all titles, %llu left out */
	const char *joint, *last_joint; /* between counts */
	const char *comma, *stop; /* ends a clause, a sentence */
	const char *gap; /* between sentences */
};

/* Returns the phrases of a language. */
const struct phrases *phrases_of(enum lang lang);

/* Returns what a link to `way` says. */
const char *phrases_way(const struct phrases *words, size_t way);

#endif
