/*
 * What the ways to ask arXiv have in common: manners, pages, and how they end.
 */
#ifndef TRANSPORT_H
#define TRANSPORT_H

#include <stdbool.h>

#include "document.h"
#include "http.h"
#include "request.h"
#include "selection.h"

/* One way to ask, as far as it has come. */
struct transport {
	struct http_source source; /* first: the reply finds the transport */
	const struct request *request;
	struct selection *selection;
	struct http *http;
	const char *base; /* the endpoint */
	struct buf error; /* why the answer is not whole; empty: it is */
	bool refused; /* arXiv refuses for now; another way may be open */
};

/*
 * Reads the page in `reply` into `document`, each of its papers going to
 * `take` with `data`. The page is kept in the selection, or, where it is not
 * whole, dropped; then the result is false and the error is set. In any case
 * the document must be closed.
 */
bool transport_read(struct transport *transport, const struct http_reply *reply,
    struct document *document, document_take *take, void *data);

/* Sets the error, one line. */
void transport_fail(struct transport *transport, const char *error);

/* Tells why a page is no document of arXiv's, as http_source has it. */
const char *transport_fault(const struct http_reply *reply);

/* arXiv's rule for asking again, as http_manners has it. */
double transport_retry(const struct http_reply *reply, int tries);

/*
 * Returns the seconds from one question to the next, of which all waits are
 * multiples: 3, which ARXIV_PACE changes for hosts other than arxiv.org.
 */
double transport_pace(const char *base);

#endif
