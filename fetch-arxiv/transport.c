/*
 * What the ways to ask arXiv have in common.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "out.h"
#include "transport.h"

enum {
	ARXIV_PACE_S = 3
};

static double pace = ARXIV_PACE_S;

double
transport_pace(const char *base)
{
	const char *wanted = getenv("ARXIV_PACE");

	pace = ARXIV_PACE_S;
	if (wanted != NULL && *wanted != '\0' &&
	    strstr(base, "arxiv.org") == NULL)
		pace = cli_number("ARXIV_PACE", wanted, 0, 3600);
	return pace;
}

/* Few tries and long waits: a refusal depends on the load of all. */
double
transport_retry(const struct http_reply *reply, int tries)
{
	static const double units[] = { 1, 3, 10, 20 };
	size_t count = sizeof units / sizeof *units;
	double usual = http_retry(reply, 1), wait;

	if (usual < 0 || tries > (int)count)
		return -1;
	wait = units[tries - 1] * pace;
	return http_asked_to_wait(reply) > wait ? http_asked_to_wait(reply)
						: wait;
}

void
transport_fail(struct transport *transport, const char *error)
{
	buf_clear(&transport->error);
	buf_str(&transport->error, error);
}

/* What another way may still answer: robots are refused by 403. */
static bool
is_refusal(const struct http_reply *reply)
{
	return reply->fleeting || reply->status == 403 ||
	    reply->status == 429 || reply->status >= 500;
}

/* arXiv tells of errors in a document, and in words where it is overloaded. */
static void
explain(struct transport *transport, const struct http_reply *reply,
    const struct document *document)
{
	transport_fail(transport,
	    document->is_error ? document_reason(document) : reply->error);
	http_put_when(reply, http_asked_to_wait(reply), &transport->error);
	transport->refused = !document->is_error && is_refusal(reply);
}

static void
take_nothing(void *data, const struct paper *paper)
{
	(void)data, (void)paper;
}

static bool
read_page(struct document *document, const struct http_reply *reply)
{
	return document_feed(document, reply->body.at, reply->body.len) &&
	    document_end(document);
}

/* What tells of an error is the answer; it would come again. */
const char *
transport_fault(const struct http_reply *reply)
{
	static char reason[128];
	struct document document;
	bool is_answer;

	document_open(&document, take_nothing, NULL);
	is_answer = read_page(&document, reply) || document.is_error;
	snprintf(reason, sizeof reason, "%s", document_reason(&document));
	document_close(&document);
	return is_answer ? NULL : reason;
}

bool
transport_read(struct transport *transport, const struct http_reply *reply,
    struct document *document, document_take *take, void *data)
{
	struct selection *selection = transport->selection;
	bool whole;

	document_open(
	    document, reply->error == NULL ? take : take_nothing, data);
	whole = reply->status != 0 && read_page(document, reply);
	if (reply->error != NULL) {
		explain(transport, reply, document);
		return false;
	}
	if (!whole) {
		selection_drop(selection);
		transport_fail(transport, document_reason(document));
		return false;
	}
	selection_keep(selection);
	out_flush();
	if (selection->unreadable || document->unusable > 0)
		transport_fail(
		    transport, "an entry of the feed cannot be read");
	return true;
}
