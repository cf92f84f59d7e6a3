/*
 * Asks arXiv, one way or another.
 */
#include <stdlib.h>
#include <string.h>

#include "ask.h"
#include "batch.h"
#include "diag.h"
#include "emit.h"
#include "harvest.h"
#include "query.h"
#include "rec.h"

static const struct {
	const char *name; /* on the command line */
	const char *title; /* in a status */
	const char *variable, *usual; /* the endpoint */
} ways[] = {
	[ASK_API] = { "api", "the query interface", "ARXIV_API_URL",
	    "https://export.arxiv.org/api/query" },
	[ASK_OAI] = { "oai", "OAI-PMH", "ARXIV_OAI_URL",
	    "https://oaipmh.arxiv.org/oai" },
	[ASK_RSS] = { "rss", "RSS", "ARXIV_RSS_URL",
	    "https://rss.arxiv.org/rss" },
};

/* How it goes. */
struct course {
	const struct request *request;
	const struct http_wishes *wishes;
	struct selection selection;
	double waited; /* seconds, in all */
	struct buf error, note; /* empty: none */
	bool refused;
};

enum ask_via
ask_via(const char *name)
{
	int via = 0;

	while (via < ASK_WAYS && strcmp(ways[via].name, name) != 0)
		via++;
	return (enum ask_via)via;
}

/* Returns the endpoint that the environment names for a way, or NULL. */
static const char *
named_base(enum ask_via via)
{
	const char *base = getenv(ways[via].variable);

	if (base == NULL || *base == '\0')
		return NULL;
	http_check_base(ways[via].variable, base);
	return base;
}

static const char *
base_of(enum ask_via via)
{
	const char *base = named_base(via);

	return base != NULL ? base : ways[via].usual;
}

static void
run(struct transport *transport, enum ask_via via)
{
	struct query query = { .transport = *transport };
	struct harvest harvest = { .transport = *transport };
	struct batch batch = { .transport = *transport };

	if (via == ASK_API)
		query_begin(&query);
	else if (via == ASK_OAI)
		harvest_begin(&harvest);
	else
		batch_begin(&batch);
	http_run(transport->http);
	*transport = via == ASK_API ? query.transport
	    : via == ASK_OAI        ? harvest.transport
				    : batch.transport;
	harvest_free(&harvest);
}

/* Asks one way; sets error and refused anew. */
static void
go(struct course *course, enum ask_via via)
{
	struct http_manners manners = { .base = base_of(via),
		.service = "arxiv",
		.connections = 1,
		.pace = transport_pace(base_of(via)),
		.retry = transport_retry };
	struct transport transport = { .source = { .fault = transport_fault,
					   .waited = course->waited },
		.request = course->request,
		.selection = &course->selection,
		.base = manners.base,
		.http = http_open(&manners, course->wishes) };

	run(&transport, via);
	http_close(transport.http);
	course->waited = transport.source.waited;
	course->refused = transport.refused;
	buf_clear(&course->error);
	if (transport.error.len > 0)
		buf_str(&course->error, transport.error.at);
	buf_free(&transport.error);
}

static void
add_note(struct course *course, const char *note)
{
	if (course->note.len > 0)
		buf_str(&course->note, "; ");
	buf_str(&course->note, note);
}

/*
 * Tells whether a way can take over: where the query interface is another than
 * arXiv's, only if it is named as well. The daily feed knows the day that it
 * is for US Eastern, OAI-PMH knows whole days.
 */
static bool
can_take_over(const struct request *request, enum ask_via via)
{
	if (named_base(ASK_API) != NULL && named_base(via) == NULL)
		return false;
	if (request->text != NULL || request->id_count > 0)
		return false;
	if (via == ASK_RSS)
		return request->by == REQUEST_ANNOUNCED &&
		    request->late_from == 0 &&
		    request->listing == calendar_eastern_day(request->now);
	return request->by == REQUEST_ANNOUNCED ||
	    (request->window.from % WHEN_DAY == 0 &&
		request->window.to % WHEN_DAY == 0);
}

/* Tries the other ways after a refusal; what came already stays. */
static void
fall_back(struct course *course)
{
	static const enum ask_via others[] = { ASK_RSS, ASK_OAI };
	struct buf refusal = { 0 };

	buf_str(&refusal, course->error.at);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		enum ask_via via = others[i];

		if (!can_take_over(course->request, via))
			continue;
		diag_note("arxiv: %s; asking %s instead", refusal.at,
		    ways[via].title);
		go(course, via);
		if (course->error.len == 0) {
			buf_printf(&course->note,
			    "by %s, for the query interface refused: %s",
			    ways[via].title, refusal.at);
			break;
		}
		buf_printf(
		    &refusal, "; %s: %s", ways[via].title, course->error.at);
	}
	if (course->error.len > 0) {
		buf_clear(&course->error);
		buf_str(&course->error, refusal.at);
	}
	buf_free(&refusal);
}

static void
write_status(const struct course *course, const char *date)
{
	const struct counts *counts = &course->selection.counts;
	bool ok = course->error.len == 0;
	struct buf json = { 0 };

	emit_open(&json, NULL, '{');
	emit_string(&json, "kind", "status");
	emit_string(&json, "stage", "fetch-arxiv");
	emit_string(&json, "source", "arxiv");
	if (date != NULL)
		emit_string(&json, "date", date);
	emit_bool(&json, "ok", ok);
	emit_integer(&json, "landed", counts->landed);
	emit_integer(&json, "shown", counts->shown);
	if (course->note.len > 0)
		emit_string(&json, "note", course->note.at);
	if (!ok)
		emit_string(&json, "error", course->error.at);
	emit_close(&json, '}');
	rec_write(&json);
	if (!ok) {
		diag_error("arxiv: %s", course->error.at);
		diag_raise(STATUS_FAILED);
	}
	buf_free(&json);
}

static void
complete_note(struct course *course)
{
	const struct counts *counts = &course->selection.counts;
	char late[32];

	if (counts->late > 0) {
		snprintf(late, sizeof late, "%ld late", counts->late);
		add_note(course, late);
	}
	if (counts->landed == counts->late && counts->known == 0 &&
	    course->error.len == 0 && course->request->listing != 0 &&
	    course->request->by == REQUEST_ANNOUNCED)
		add_note(course,
		    "nothing found, though arXiv announces on this day; "
		    "its index may be late");
}

static void
course_free(struct course *course)
{
	selection_free(&course->selection);
	buf_free(&course->error);
	buf_free(&course->note);
}

void
ask(const struct request *request, enum ask_via via,
    const struct http_wishes *wishes, const char *date)
{
	struct course course = { .request = request, .wishes = wishes };

	selection_begin(&course.selection, request);
	go(&course, via);
	if (via == ASK_API && course.refused && !wishes->offline)
		fall_back(&course);
	complete_note(&course);
	write_status(&course, date);
	course_free(&course);
}

void
ask_nothing(const char *date, const char *why)
{
	struct course course = { .waited = 0 };

	buf_str(&course.note, why);
	write_status(&course, date);
	course_free(&course);
}
