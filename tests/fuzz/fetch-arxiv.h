/*
 * What the fuzz targets for arXiv's documents share.
 */
#ifndef FETCH_ARXIV_H
#define FETCH_ARXIV_H

#include <assert.h>
#include <stdlib.h>

#include "document.h"
#include "scan.h"
#include "target.h"
#include "text.h"

/* What came of a document. */
struct outcome {
	struct buf records, reason;
	size_t taken;
};

static inline void
take(void *data, const struct paper *paper)
{
	struct outcome *outcome = data;
	size_t before = outcome->records.len;
	struct object object = { 0 };

	paper_record(paper, &(struct paper_listing) { 0 }, &outcome->records);
	assert(scan_object(&object, outcome->records.at + before,
	    outcome->records.len - before));
	scan_free(&object);
	outcome->taken++;
}

/* Reads the document, its first `cut` bytes apart from the others. */
static inline struct outcome
read_document(const struct buf *bytes, size_t cut)
{
	struct outcome outcome = { .taken = 0 };
	struct document document;

	buf_clear(&outcome.records);
	buf_clear(&outcome.reason);
	document_open(&document, take, &outcome);
	if (!document_feed(&document, bytes->at, cut) ||
	    !document_feed(&document, bytes->at + cut, bytes->len - cut) ||
	    !document_end(&document)) {
		buf_str(&outcome.reason, document_reason(&document));
		assert(outcome.reason.len > 0);
	}
	assert(outcome.taken <= document.entries);
	document_close(&document);
	return outcome;
}

/*
 * Where a document is cut changes nothing; of one that breaks, what came before
 * the fault stays.
 */
static inline void
check_document(const struct buf *bytes, size_t cut)
{
	struct outcome whole = read_document(bytes, bytes->len);
	struct outcome parts = read_document(bytes, cut % (bytes->len + 1));

	assert(strcmp(whole.records.at, parts.records.at) == 0 ||
	    whole.reason.len > 0);
	assert((whole.reason.len > 0) == (parts.reason.len > 0));
	buf_free(&whole.records);
	buf_free(&whole.reason);
	buf_free(&parts.records);
	buf_free(&parts.reason);
}

/* Checks the input within a document: behind `head`, before `tail`. */
static inline void
check_within(
    const char *head, const uint8_t *data, size_t size, const char *tail)
{
	struct buf bytes = { 0 };

	buf_str(&bytes, head);
	buf_add(&bytes, (const char *)data, size);
	check_document(&bytes, size);
	check_document(&bytes, strlen(head) + size / 2);
	buf_str(&bytes, tail);
	check_document(&bytes, strlen(head) + size / 2);
	buf_free(&bytes);
}

#endif
