/*
 * A document in which arXiv answers, whichever transport it came by: the Atom
 * feed of the query interface, a list of OAI-PMH, or a daily feed.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "paper.h"
#include "xml.h"

struct document;

/* Takes a paper as soon as it has been read; it is gone afterwards. */
typedef void document_take(void *data, const struct paper *paper);

/* Open with document_open(); what it says stays until document_close(). */
struct document {
	long total; /* results of a query; -1: not said */
	size_t entries; /* those that could not be used too */
	size_t unusable; /* entries without a paper's identifier */
	bool is_error; /* it is no answer, but says what was wrong */
	struct buf error; /* in arXiv's words */
	struct buf code; /* of an error of OAI-PMH; empty: it has none */
	struct buf token; /* by which a list goes on; empty: it ends here */
	time_t listed; /* the day of a daily feed; 0: not said */

	/* For the dialects, while they read. */
	struct xml xml;
	document_take *take;
	void *data;
	struct paper paper;
	bool in_entry, in_author, has_id, is_deleted;
	struct buf primary, keyname, forenames, suffix, creators, message;
};

/* Prepares to read a document, of which each paper goes to `take`. */
void document_open(struct document *document, document_take *take, void *data);

/*
 * Takes the next `len` bytes. False when it is broken, refused or tells of an
 * error: document_reason() says why.
 */
bool document_feed(struct document *document, const char *bytes, size_t len);

/* Ends the document; false, as above, if it is not whole. */
bool document_end(struct document *document);

/* Returns why the document cannot be used, in one line. */
const char *document_reason(const struct document *document);

/* Gives everything back. */
void document_close(struct document *document);

/* For the dialects: */

/* An entry begins, and ends. */
void document_begin_paper(struct document *document);
void document_end_paper(struct document *document);

/* arXiv tells of an error, in these words; nothing more is read. */
void document_tell_error(struct document *document, const char *words);

/* Sets the paper's identifier, if `text` is one. */
void document_set_id(struct document *document, const char *text);

/* Sets `place` to the text as one line, without TeX's escapes; see tex.h. */
void document_prose(struct buf *place, const char *text);

/* Adds an author. */
void document_add_author(struct document *document, const char *name);

/* Adds a category, unless it is none or is there already. */
void document_add_category(struct document *document, const char *category);

#endif
