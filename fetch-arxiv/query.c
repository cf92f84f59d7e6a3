/*
 * A question to arXiv's query interface. See
 * <https://info.arxiv.org/help/api/user-manual.html>.
 */
#include <stdio.h>
#include <string.h>

#include "query.h"

enum {
	PER_PAGE = 1000,
	MAX_EMPTY = 3, /* pages without an entry that should have some */
	DEEP = 10000, /* entries; arXiv may fail for good to show more */
	MAX_START = 30000, /* arXiv shows no more of a query than that */
	MINUTE = 60
};

static void
put_minute(struct buf *out, time_t time)
{
	char text[WHEN_TIME_SIZE];

	/* YYYY-MM-DDTHH:MM:SSZ */
	when_put_time(text, when_clamp(time));
	buf_printf(out, "%.4s%.2s%.2s%.2s%.2s", text, text + 5, text + 8,
	    text + 11, text + 14);
}

/* Appends "(cat:a OR cat:b)" and the like; each part may be missing. */
static void
put_search(struct buf *out, const struct query *query)
{
	const struct request *request = query->transport.request;
	const char *joint = "";

	if (request->text != NULL)
		buf_printf(out, "(%s)", request->text);
	if (request->category_count > 0)
		buf_str(out, out->len > 0 ? " AND (" : "(");
	for (size_t i = 0; i < request->category_count; i++) {
		buf_printf(out, "%scat:%s", joint, request->categories[i]);
		joint = " OR ";
	}
	if (request->category_count > 0)
		buf_char(out, ')');
	if (request->by == REQUEST_UPDATED || request->id_count > 0)
		return;
	buf_str(out, out->len > 0 ? " AND " : "");
	buf_str(out, "submittedDate:[");
	put_minute(out,
	    request->late_from != 0 ? request->late_from
				    : request->window.from);
	buf_str(out, " TO ");
	put_minute(out, query->to + MINUTE);
	buf_char(out, ']');
}

static void
put_ids(struct buf *out, const struct request *request)
{
	for (size_t i = 0; i < request->id_count; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "", request->ids[i]);
}

static void
ask_page(struct query *query)
{
	struct transport *transport = &query->transport;
	struct buf url = { 0 }, value = { 0 };
	char number[32];

	buf_str(&url, transport->base);
	buf_clear(&value);
	put_search(&value, query);
	if (value.len > 0)
		http_add_parameter(&url, "search_query", value.at);
	buf_clear(&value);
	put_ids(&value, transport->request);
	if (value.len > 0)
		http_add_parameter(&url, "id_list", value.at);
	http_add_parameter(&url, "sortBy",
	    transport->request->by == REQUEST_UPDATED ? "lastUpdatedDate"
						      : "submittedDate");
	http_add_parameter(&url, "sortOrder", "descending");
	snprintf(number, sizeof number, "%ld", query->start);
	http_add_parameter(&url, "start", number);
	snprintf(number, sizeof number, "%d", PER_PAGE);
	http_add_parameter(&url, "max_results", number);
	http_ask(transport->http, &transport->source, url.at);
	buf_free(&url);
	buf_free(&value);
}

/* Looks at the order in which papers come, which ends a list by updates. */
static void
take_paper(void *data, const struct paper *paper)
{
	struct query *query = data;
	const struct request *request = query->transport.request;
	time_t time;

	if (request->by == REQUEST_UPDATED && request->id_count == 0 &&
	    when_time(paper->updated.at, &time)) {
		if (query->last != 0 && time > query->last)
			query->unordered = true;
		query->last = time;
		if (time < request->window.from)
			query->past_window = true;
	}
	if (when_time(paper->published.at, &time) &&
	    (query->oldest == 0 || time < query->oldest))
		query->oldest = time;
	selection_take(query->transport.selection, paper);
}

/*
 * Instead of going deeper and deeper, asks for what is older than what has
 * come; false: that gets no further.
 */
static bool
narrow(struct query *query)
{
	const struct request *request = query->transport.request;

	if (request->by == REQUEST_UPDATED || request->id_count > 0 ||
	    query->oldest == 0 || query->oldest >= query->to)
		return false;
	query->to = query->oldest;
	query->start = 0;
	ask_page(query);
	return true;
}

/* Asks for what is still missing, if anything is. */
static void
go_on(struct query *query, const struct document *document)
{
	struct transport *transport = &query->transport;

	query->start += (long)document->entries;
	query->empty_pages = document->entries > 0 ? 0 : query->empty_pages + 1;
	if (query->unordered)
		transport_fail(
		    transport, "incomplete: arXiv did not sort by date");
	else if (document->total < 0)
		transport_fail(transport,
		    "incomplete: the feed does not count its papers");
	else if (document->total <= query->start || query->past_window)
		return;
	else if (query->start >= DEEP && narrow(query))
		return;
	else if (query->start >= MAX_START)
		transport_fail(transport, "incomplete: more than 30000 papers");
	else if (query->empty_pages >= MAX_EMPTY) {
		transport->refused = true;
		transport_fail(transport,
		    "incomplete: arXiv counts more papers than it shows");
	} else
		ask_page(query);
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct query *query = (struct query *)source;
	struct document document;

	query->last = 0;
	if (transport_read(
		&query->transport, reply, &document, take_paper, query))
		go_on(query, &document);
	document_close(&document);
}

void
query_begin(struct query *query)
{
	query->transport.source.done = done;
	query->to = query->transport.request->window.to;
	ask_page(query);
}
