/*
 * A question to arXiv's query interface. See
 * <https://info.arxiv.org/help/api/user-manual.html>.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "out.h"
#include "query.h"

enum {
	ARXIV_PACE_S = 3,
	PER_PAGE = 1000,
	MAX_EMPTY = 3, /* pages without an entry that should have some */
	MAX_START = 30000, /* arXiv shows no more of a query than that */
	MINUTE = 60
};

static double pace = ARXIV_PACE_S;

double
query_pace(const char *base)
{
	const char *wanted = getenv("ARXIV_PACE");

	if (wanted != NULL && *wanted != '\0' &&
	    strstr(base, "arxiv.org") == NULL)
		pace = cli_number("ARXIV_PACE", wanted, 0, 3600);
	return pace;
}

/* Few tries and long waits: a refusal depends on the load of all. */
double
query_retry(const struct http_reply *reply, int tries)
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

static void
put_minute(struct buf *out, time_t time)
{
	char text[sizeof "202602022359"];
	struct tm tm;

	gmtime_r(&time, &tm);
	strftime(text, sizeof text, "%Y%m%d%H%M", &tm);
	buf_str(out, text);
}

/* Appends "(cat:a OR cat:b)" and the like; each part may be missing. */
static void
put_search(struct buf *out, const struct query *query)
{
	const char *joint = "";

	if (query->text != NULL)
		buf_printf(out, "(%s)", query->text);
	if (query->category_count > 0)
		buf_str(out, out->len > 0 ? " AND (" : "(");
	for (size_t i = 0; i < query->category_count; i++) {
		buf_printf(out, "%scat:%s", joint, query->categories[i]);
		joint = " OR ";
	}
	if (query->category_count > 0)
		buf_char(out, ')');
	if (query->by == QUERY_UPDATED || query->id_count > 0)
		return;
	buf_str(out, out->len > 0 ? " AND " : "");
	buf_str(out, "submittedDate:[");
	put_minute(out, query->window.from);
	buf_str(out, " TO ");
	put_minute(out, query->window.to + MINUTE);
	buf_char(out, ']');
}

static void
put_ids(struct buf *out, const struct query *query)
{
	for (size_t i = 0; i < query->id_count; i++)
		buf_printf(out, "%s%s", i > 0 ? "," : "", query->ids[i]);
}

static void
ask_page(struct query_run *run)
{
	const struct query *query = run->query;
	struct buf url = { 0 }, value = { 0 };
	char number[32];

	buf_str(&url, query->base);
	buf_clear(&value);
	put_search(&value, query);
	if (value.len > 0)
		http_add_parameter(&url, "search_query", value.at);
	buf_clear(&value);
	put_ids(&value, query);
	if (value.len > 0)
		http_add_parameter(&url, "id_list", value.at);
	http_add_parameter(&url, "sortBy",
	    query->by == QUERY_UPDATED ? "lastUpdatedDate" : "submittedDate");
	http_add_parameter(&url, "sortOrder", "descending");
	snprintf(number, sizeof number, "%ld", run->start);
	http_add_parameter(&url, "start", number);
	snprintf(number, sizeof number, "%d", PER_PAGE);
	http_add_parameter(&url, "max_results", number);
	http_ask(run->http, &run->source, url.at);
	buf_free(&url);
	buf_free(&value);
}

/* A paper is new where its primary category was asked for. */
static const char *
announce_of(const struct query *query, const struct paper *paper)
{
	if (query->announced == NULL)
		return NULL;
	for (size_t i = 0; i < query->category_count; i++)
		if (strcmp(query->categories[i], paper->categories.bytes.at) ==
		    0)
			return "new";
	return query->category_count > 0 ? "cross" : "new";
}

static bool
is_wanted(struct query_run *run, const struct paper *paper)
{
	const struct query *query = run->query;
	bool updated = query->by == QUERY_UPDATED;
	time_t time;

	if (query->id_count > 0 || run->http == NULL)
		return true;
	if (!when_time(
		updated ? paper->updated.at : paper->published.at, &time)) {
		run->unreadable = true;
		return false;
	}
	if (updated && run->last != 0 && time > run->last)
		run->unordered = true;
	run->last = time;
	if (updated && time < query->window.from)
		run->past_window = true;
	return when_within(query->window, time);
}

static void
take_paper(void *data, const struct paper *paper)
{
	struct query_run *run = data;
	size_t known = run->ids.count;
	struct buf json = { 0 };

	if (!is_wanted(run, paper))
		return;
	map_at(&run->ids, paper->id.at, 0);
	if (run->ids.count == known)
		return;
	run->landed++;
	if (run->query->max > 0 && run->shown >= run->query->max)
		return;
	run->shown++;
	paper_record(paper, run->query->announced,
	    announce_of(run->query, paper), &json);
	buf_add(&run->records, json.at, json.len);
	buf_char(&run->records, '\n');
	buf_free(&json);
}

static void
fail(struct query_run *run, const char *error)
{
	buf_clear(&run->error);
	buf_str(&run->error, error);
}

/*
 * Writes the papers of a page, once it has been read to its end; false, with
 * the error set and nothing written or counted, if it has no end.
 */
static bool
take_page(struct query_run *run, const char *bytes, size_t len,
    struct atom_feed *feed)
{
	long landed = run->landed, shown = run->shown;

	run->last = 0;
	buf_clear(&run->records);
	if (!atom_parse(bytes, len, feed, take_paper, run, &run->error)) {
		run->landed = landed;
		run->shown = shown;
		return false;
	}
	out_write(run->records.at, run->records.len);
	out_flush();
	run->unreadable = run->unreadable || feed->unusable > 0;
	if (run->unreadable)
		fail(run, "an entry of the feed cannot be read");
	return true;
}

bool
query_parse(struct query_run *run, const struct query *query, const char *bytes,
    size_t len)
{
	struct atom_feed feed;

	*run = (struct query_run) { .query = query };
	return take_page(run, bytes, len, &feed) && run->error.len == 0;
}

/* Asks for what is still missing, if anything is. */
static void
go_on(struct query_run *run, const struct atom_feed *feed)
{
	run->start += (long)feed->entries;
	run->empty_pages = feed->entries > 0 ? 0 : run->empty_pages + 1;
	if (run->unordered)
		fail(run, "incomplete: arXiv did not sort by date");
	else if (feed->total < 0)
		fail(run, "incomplete: the feed does not count its papers");
	else if (feed->total <= run->start || run->past_window)
		return;
	else if (run->start >= MAX_START)
		fail(run, "incomplete: more than 30000 papers");
	else if (run->empty_pages >= MAX_EMPTY)
		fail(run, "incomplete: arXiv counts more papers than it shows");
	else
		ask_page(run);
}

static void
take_nothing(void *data, const struct paper *paper)
{
	(void)data, (void)paper;
}

/* arXiv tells of errors in a feed, and in words where it is overloaded. */
static void
explain(struct query_run *run, const struct http_reply *reply)
{
	struct atom_feed feed = { 0 };

	if (reply->status != 0)
		atom_parse(reply->body.at, reply->body.len, &feed, take_nothing,
		    NULL, &run->error);
	if (!feed.is_error)
		fail(run, reply->error);
	http_put_when(reply, http_asked_to_wait(reply), &run->error);
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct query_run *run = (struct query_run *)source;
	struct atom_feed feed;

	if (reply->error != NULL)
		explain(run, reply);
	else if (take_page(run, reply->body.at, reply->body.len, &feed))
		go_on(run, &feed);
}

void
query_begin(struct query_run *run, const struct query *query, struct http *http)
{
	*run = (struct query_run) {
		.source = { .done = done }, .query = query, .http = http
	};
	ask_page(run);
}

void
query_free(struct query_run *run)
{
	buf_free(&run->records);
	buf_free(&run->error);
	map_free(&run->ids);
}
