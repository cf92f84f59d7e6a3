/*
 * The summary of one record.
 */
#ifndef ITEM_H
#define ITEM_H

#include <stdbool.h>

#include "buf.h"
#include "lang.h"
#include "rec.h"

/* What was read of a record and made of it; reused from record to record. */
struct item {
	const char *kind; /* one of dair-record(5); NULL: not summarized */
	struct buf title; /* one line */
	struct buf repo;
	struct buf text; /* the summary */
	struct buf impact; /* a sentence for an issue, else empty */
	const char *by; /* who wrote it: "extract" or a model; borrowed */
	bool cut; /* the model was shown only a part of the record */
	const char *const *unsupported; /* what it claims without; borrowed */
	size_t unsupported_count;
	jv class; /* invalid if there is none */
	struct buf raw, prose;
};

/* Prepares an item. */
void item_start(struct item *item);

/*
 * Reads the record and summarizes it with the embedded summariser. False: it
 * is of no kind that is summarized. Impacts are named by `labels`.
 */
bool item_read(
    struct item *item, const struct rec *rec, const struct labels *labels);

/* Puts what a model said in place of the summary, and of the impact if any. */
void item_told(
    struct item *item, const char *model, const char *text, const char *impact);

/* Sets `json` to the `summary` member. */
void item_summary(const struct item *item, enum lang lang, struct buf *json);

/* Gives everything back. */
void item_free(struct item *item);

#endif
