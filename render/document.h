/*
 * The report as a tree: what stands in it and in what order, made once from
 * the day's records. Each format is a writer of its own over this tree; all
 * its texts are plain text, which each format escapes for itself.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "arrange.h"
#include "chart.h"
#include "phrases.h"
#include "sentences.h"
#include "sources.h"
#include "ways.h"

enum {
	DOCUMENT_FIRST = 5 /* items that a long day tells to read first */
};

/* What is asked for. */
struct wish {
	enum lang lang;
	enum period period;
	const char *date; /* of the title; "" for none */
	bool inline_links; /* each change's link below it, not in a list */
	bool entries_are_items; /* of a feed; else they are reports */
	const char *base; /* address of the site, ends in "/"; NULL: unknown */
	const struct terminal *terminal; /* for text alone */
	const struct labels *labels;
	const struct ways *ways;
};

/* Start with { 0 }. */
struct document {
	const struct wish *wish;
	const struct phrases *words;
	struct buf title, overview;
	const struct item *first[DOCUMENT_FIRST];
	size_t first_count; /* 0: the day is short */
	struct groups sections[SECTION_COUNT];
	const char *nothing; /* what is said where no item is; NULL */
	const char *conclusion; /* NULL: none */
	struct sources sources;
	struct sentences account; /* of the sources and the summaries */
	bool complete; /* nothing failed, nothing was left out */
	struct chart activity; /* what landed, by repository */
	struct chart topics; /* items shown, by topic */
};

/*
 * Makes the document of a day, of about `room` bytes. It borrows from the day
 * and the wish.
 */
void document_make(struct document *document, struct day *day,
    const struct wish *wish, size_t room);

/* Gives everything back. */
void document_free(struct document *document);

#endif
