/*
 * A harvest of arXiv's OAI-PMH. See <https://info.arxiv.org/help/oa/index.html>
 * and <http://www.openarchives.org/OAI/openarchivesprotocol.html>.
 *
 * The days that the service goes by are those of the last change: whatever was
 * submitted or updated on a day has changed on it or later. So no end is asked
 * for, and the papers' own dates decide. A long way to today is gone in spans,
 * for a list that breaks off must be asked for anew, and within one span only
 * must it be known which papers have come.
 */
#include <stdio.h>
#include <string.h>

#include "harvest.h"

enum {
	SPAN = 30 * WHEN_DAY, /* where the request is about more than that */
	MAX_BEGINNINGS = 3
};

static const char earliest[] = "2005-09-16"; /* before that nothing changed */

/* The archives that are no part of physics; a group of their own each. */
static bool
is_group(const char *archive, size_t len)
{
	static const char *const groups[] = { "cs", "econ", "eess", "math",
		"q-bio", "q-fin", "stat" };

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (strlen(groups[i]) == len &&
		    strncmp(groups[i], archive, len) == 0)
			return true;
	return false;
}

/* Sets `set` to that of a category: cs.LG is in cs:cs:LG. */
static void
put_set(struct buf *set, const char *category)
{
	size_t len = strcspn(category, ".");

	buf_clear(set);
	if (!is_group(category, len))
		buf_str(set, "physics:");
	else if (category[len] != '\0')
		buf_printf(set, "%.*s:", (int)len, category);
	buf_add(set, category, len);
	if (category[len] != '\0')
		buf_printf(set, ":%s", category + len + 1);
}

/* Several categories of a group are asked for together, by the group. */
static void
add_set(struct harvest *harvest, const char *category)
{
	struct buf set = { 0 };

	put_set(&set, category);
	for (size_t i = 0; i < harvest->set_count; i++) {
		const char *other = harvest->sets[i];
		size_t len = strcspn(other, ":");

		if (strcspn(set.at, ":") != len ||
		    strncmp(other, set.at, len) != 0)
			continue;
		if (strcmp(other, set.at) != 0) {
			buf_cut(&set, len);
			harvest->sets[i] = arena_str(&harvest->names, set.at);
		}
		buf_free(&set);
		return;
	}
	harvest->sets[harvest->set_count++] = arena_str(
	    &harvest->names, set.at);
	buf_free(&set);
}

static void
put_date(struct buf *url, const char *name, time_t day)
{
	char date[WHEN_DATE_SIZE];

	when_put_date(date, day);
	http_add_parameter(url, name, date);
}

/* The service knows papers without their versions. */
static void
put_identifier(struct buf *url, const char *id)
{
	struct paper paper = { 0 };
	struct buf name = { 0 };

	paper_set_id(&paper, id);
	buf_printf(&name, "oai:arXiv.org:%s", paper.id.at);
	http_add_parameter(url, "identifier", name.at);
	paper_free(&paper);
	buf_free(&name);
}

/* A question by a token has no other parameters. */
static void
put_question(struct buf *url, const struct harvest *harvest)
{
	const struct request *request = harvest->transport.request;

	if (harvest->token.len > 0) {
		http_add_parameter(url, "verb", "ListRecords");
		http_add_parameter(url, "resumptionToken", harvest->token.at);
	} else if (request->id_count > 0) {
		http_add_parameter(url, "verb", "GetRecord");
		http_add_parameter(url, "metadataPrefix", "arXiv");
		put_identifier(url, request->ids[harvest->id]);
	} else {
		http_add_parameter(url, "verb", "ListRecords");
		http_add_parameter(url, "metadataPrefix", "arXiv");
		if (harvest->sets[harvest->set] != NULL)
			http_add_parameter(
			    url, "set", harvest->sets[harvest->set]);
		put_date(url, "from", harvest->span.from);
		if (harvest->span.to <= request->now)
			put_date(url, "until", harvest->span.to - WHEN_DAY);
	}
}

static void
ask_page(struct harvest *harvest)
{
	struct transport *transport = &harvest->transport;
	struct buf url = { 0 };

	buf_str(&url, transport->base);
	put_question(&url, harvest);
	http_ask(transport->http, &transport->source, url.at);
	buf_free(&url);
}

static void
begin_list(struct harvest *harvest)
{
	buf_clear(&harvest->token);
	harvest->beginnings++;
	ask_page(harvest);
}

/* Asks for the next set, the next span, or the next identifier, if any. */
static void
begin_next(struct harvest *harvest)
{
	const struct request *request = harvest->transport.request;

	harvest->beginnings = 0;
	if (request->id_count > 0) {
		if (++harvest->id < request->id_count)
			begin_list(harvest);
		return;
	}
	if (++harvest->set >= harvest->set_count) {
		harvest->set = 0;
		harvest->span.from = harvest->span.to;
		harvest->span.to += SPAN;
		selection_forget(
		    harvest->transport.selection, harvest->first_page);
		if (harvest->span.from > request->now)
			return;
	}
	begin_list(harvest);
}

/* A set may hold more than the categories asked for. */
static void
take_paper(void *data, const struct paper *paper)
{
	struct harvest *harvest = data;
	const struct request *request = harvest->transport.request;
	const char *category = paper->categories.bytes.at;
	bool asked_for = request->category_count == 0;

	for (size_t i = 0; i < paper->categories.count && !asked_for;
	     i++, category += strlen(category) + 1)
		asked_for = request_has_category(request, category);
	if (asked_for)
		selection_take(harvest->transport.selection, paper);
}

/* Not all errors of the protocol are errors: some say that there is nothing. */
static void
go_on_after_error(struct harvest *harvest, const char *code)
{
	struct transport *transport = &harvest->transport;

	if (strcmp(code, "noRecordsMatch") == 0 ||
	    strcmp(code, "idDoesNotExist") == 0) {
		buf_clear(&transport->error);
		begin_next(harvest);
	} else if (strcmp(code, "badResumptionToken") == 0 &&
	    harvest->beginnings < MAX_BEGINNINGS) {
		buf_clear(&transport->error);
		begin_list(harvest);
	}
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct harvest *harvest = (struct harvest *)source;
	struct document document;

	if (!transport_read(
		&harvest->transport, reply, &document, take_paper, harvest)) {
		if (document.is_error)
			go_on_after_error(harvest, document.code.at);
	} else if (document.token.len > 0) {
		buf_clear(&harvest->token);
		buf_str(&harvest->token, document.token.at);
		ask_page(harvest);
	} else {
		begin_next(harvest);
	}
	document_close(&document);
}

/* What was announced on a day changed on the evening before, or later. */
static time_t
first_change(const struct request *request)
{
	time_t first = request->window.from, least;

	if (request->late_from != 0)
		first = request->late_from;
	else if (request->listing != 0)
		first = request->listing - WHEN_DAY;
	when_date(earliest, &least);
	return first > least ? when_day(first).from : least;
}

void
harvest_begin(struct harvest *harvest)
{
	const struct request *request = harvest->transport.request;

	harvest->transport.source.done = done;
	for (size_t i = 0; i < request->category_count; i++)
		add_set(harvest, request->categories[i]);
	if (harvest->set_count == 0)
		harvest->set_count = 1;
	harvest->span.from = first_change(request);
	harvest->span.to = request->window.to - request->window.from > SPAN
	    ? harvest->span.from + SPAN
	    : request->now + WHEN_DAY;
	harvest->first_page = harvest->transport.selection->page;
	begin_list(harvest);
}

void
harvest_free(struct harvest *harvest)
{
	arena_free(&harvest->names);
	buf_free(&harvest->token);
}
