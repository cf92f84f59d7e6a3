/*
 * The batch of papers in today's daily feeds. See
 * <https://info.arxiv.org/help/rss.html>.
 */
#include "batch.h"

enum {
	MAX_ITEMS = 2000 /* of a feed; what is more is left out */
};

/* The plus between categories stands in the path as it is. */
static void
ask_feed(struct batch *batch)
{
	struct transport *transport = &batch->transport;
	const struct request *request = transport->request;
	size_t first = batch->one_by_one ? batch->category : 0;
	size_t last = batch->one_by_one ? first + 1 : request->category_count;
	struct buf url = { 0 };

	buf_str(&url, transport->base);
	for (size_t i = first; i < last; i++)
		buf_printf(&url, "%c%s", i == first ? '/' : '+',
		    request->categories[i]);
	http_ask(transport->http, &transport->source, url.at);
	buf_free(&url);
}

/* Says which day's batch was there instead, if it was another's. */
static void
check_day(struct batch *batch, const struct document *document)
{
	struct transport *transport = &batch->transport;
	const struct counts *counts = &transport->selection->counts;
	char date[WHEN_DATE_SIZE];

	if (document->listed != 0 &&
	    document->listed != transport->request->listing) {
		when_put_date(date, document->listed);
		buf_clear(&transport->error);
		buf_printf(&transport->error,
		    "the daily feed is that of %s, and knows no other day",
		    date);
	} else if (counts->stale > 0) {
		transport_fail(transport,
		    "incomplete: the daily feed holds another day's papers");
	} else if (counts->landed == 0 && counts->known > 0) {
		transport_fail(transport,
		    "the daily feed holds nothing that other days have not");
	}
}

static void
go_on(struct batch *batch, const struct document *document)
{
	struct transport *transport = &batch->transport;
	size_t count = transport->request->category_count;

	check_day(batch, document);
	if (transport->error.len > 0)
		return;
	if (!batch->one_by_one && count > 1 && document->entries >= MAX_ITEMS) {
		batch->one_by_one = true;
		ask_feed(batch);
	} else if (document->entries >= MAX_ITEMS) {
		transport_fail(transport,
		    "incomplete: a daily feed has no room for all its papers");
	} else if (batch->one_by_one && ++batch->category < count) {
		ask_feed(batch);
	}
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct batch *batch = (struct batch *)source;
	struct document document;

	if (transport_read(&batch->transport, reply, &document, selection_take,
		batch->transport.selection))
		go_on(batch, &document);
	document_close(&document);
}

void
batch_begin(struct batch *batch)
{
	batch->transport.source.done = done;
	ask_feed(batch);
}
