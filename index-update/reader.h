/*
 * The lines of a README, and what they are to us.
 */
#ifndef READER_H
#define READER_H

#include <stdbool.h>

#include "lang.h"
#include "scan.h"

/* The words in a README that are not in its reports. */
struct words {
	const char *title; /* with their marks */
	const char *past, *latest; /* the headings that we look for */
	const char *earlier; /* what leads to the folder */
	const char *language; /* its own name */
};

extern const struct words reader_words[LANG_COUNT];

/* The line that ends the list of past reports. */
extern const char reader_rule[];

enum sort {
	LINE_OTHER,
	LINE_PAST, /* our headings, of any language */
	LINE_LATEST,
	LINE_HEADING, /* somebody else's, of the first or second level */
	LINE_RULE,
	LINE_END, /* of the newest report */
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

/* Tells whether a line of that sort is in `text`. */
bool reader_has(const char *text, enum sort wanted);

#endif
