/*
 * The lines of a page, and what they are to us.
 */
#ifndef READER_H
#define READER_H

#include <stdbool.h>

#include "lang.h"
#include "scan.h"

/* The words of our pages that are not in the reports. */
struct words {
	const char *past, *latest, *all; /* headings, with their marks */
	const char *earlier; /* what leads to the page of all reports */
	const char *in_full; /* what leads to the newest report */
	const char *stale; /* for printf(3): days, a date */
};

extern const struct words reader_words[LANG_COUNT];

/* The first line of a new page, and the one that ends the list. */
extern const char reader_title[];
extern const char reader_rule[];

enum sort {
	LINE_OTHER,
	LINE_PAST, /* our headings, of any language */
	LINE_LATEST,
	LINE_ALL,
	LINE_HEADING, /* somebody else's, of the first or second level */
	LINE_RULE,
	LINE_END, /* of the newest report, or of the page of all */
	LINE_ITEM, /* of our list, or blank */
	LINE_CODE /* inside a code block or a comment, or their ends */
};

/* Start with { .next = text }; copy it to look ahead. */
struct reader {
	const char *next; /* the end of the text is a NUL */
	struct span line; /* without its line feed */
	struct span fence; /* what opened the code block; nothing outside */
	bool comment; /* inside a comment of several lines */
};

/* Moves on by a line and returns its sort. Not to be called at the end. */
enum sort reader_next(struct reader *reader);

/*
 * Passes over what is ours below the heading that was read: all up to a line
 * LINE_END, a LINE_PAST, or the end.
 */
void reader_skip_section(struct reader *reader);

/* Tells whether a line of that sort is in `text`. */
bool reader_has(const char *text, enum sort wanted);

#endif
