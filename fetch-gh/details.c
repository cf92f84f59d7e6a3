/*
 * The details of the commits of a list.
 */
#include <stdlib.h>

#include "address.h"
#include "alloc.h"
#include "budget.h"
#include "cache.h"
#include "details.h"
#include "emit.h"
#include "links.h"
#include "refusal.h"

enum {
	MAX_PAGES = 10 /* of 300 files; GitHub has no more */
};

static void ask(struct detail *detail, const char *url);

static void
settle(struct detail *detail, const struct http_reply *reply)
{
	struct details *details = detail->list;

	if (reply->error != NULL) {
		details->missing++;
		refusal_explain(reply, &detail->error);
	}
	details->pending--;
	details->changed(details);
}

/* Takes a page; asks for the next one, or settles. */
static void
take(struct detail *detail, struct http_reply *reply)
{
	struct buf next = { 0 };

	changes_read(&detail->changes, &reply->body);
	if (links_next(reply->headers.at, &next) &&
	    ++detail->pages < MAX_PAGES &&
	    http_same_origin(next.at, detail->list->wish->service->base))
		ask(detail, next.at);
	else
		settle(detail, reply);
	buf_free(&next);
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct detail *detail = (struct detail *)source;

	limits_note_quota(detail->list->wish->quota, reply);
	if (reply->error == NULL)
		take(detail, reply);
	else
		settle(detail, reply);
}

/* Tells why a page is no commit, as http_source has it. */
static const char *
fault(const struct http_reply *reply)
{
	return changes_are_there(&reply->body)
	    ? NULL
	    : "the answer is not a commit in JSON";
}

/* An answer that is kept is as good as a new one. */
static void
ask(struct detail *detail, const char *url)
{
	struct http_reply reply = { .url = url };

	if (cache_read(detail->list->wish->cache_dir, &reply) &&
	    reply.error == NULL && fault(&reply) == NULL)
		take(detail, &reply);
	else
		http_ask(detail->list->http, &detail->source, url);
	buf_free(&reply.headers);
	buf_free(&reply.body);
}

void
details_add(struct details *details, const char *sha, struct buf *record)
{
	struct detail *detail = xmalloc(sizeof *detail);

	*detail = (struct detail) { .source = { .done = done, .fault = fault },
		.list = details,
		.record = *record };
	*record = (struct buf) { 0 };
	address_commit(
	    &detail->url, details->wish->service, details->repo, sha);
	details->at = xgrow(details->at, &details->capacity, details->count + 1,
	    sizeof *details->at);
	details->at[details->count++] = detail;
	details->pending++;
}

void
details_ask(struct details *details)
{
	while (details->asked < details->count) {
		struct detail *detail = details->at[details->asked++];

		ask(detail, detail->url.at);
	}
}

size_t
details_want(const struct details *details)
{
	size_t sum = 0;

	for (size_t i = 0; i < details->count; i++)
		sum += details->at[i]->changes.wants;
	return sum;
}

size_t
details_held(const struct details *details)
{
	size_t sum = 0;

	for (size_t i = 0; i < details->count; i++)
		sum += details->at[i]->changes.held;
	return sum;
}

void
details_cut(struct details *details, size_t bytes)
{
	size_t *shares = xmalloc((details->count + 1) * sizeof *shares);

	for (size_t i = 0; i < details->count; i++)
		shares[i] = details->at[i]->changes.wants;
	budget_divide(bytes, shares, details->count);
	for (size_t i = 0; i < details->count; i++)
		changes_cut(&details->at[i]->changes, shares[i]);
	free(shares);
}

const char *
details_error(const struct details *details)
{
	for (size_t i = 0; i < details->count; i++)
		if (details->at[i]->error.len > 0)
			return details->at[i]->error.at;
	return NULL;
}

void
details_put(struct buf *lines, const struct details *details)
{
	struct buf json = { 0 };

	for (size_t i = 0; i < details->count; i++) {
		const struct detail *detail = details->at[i];

		buf_clear(&json);
		buf_add(&json, detail->record.at, detail->record.len);
		if (detail->error.len == 0)
			changes_put(&json, &detail->changes);
		emit_close(&json, '}');
		buf_char(&json, '\n');
		buf_add(lines, json.at, json.len);
	}
	buf_free(&json);
}

void
details_free(struct details *details)
{
	for (size_t i = 0; i < details->count; i++) {
		buf_free(&details->at[i]->record);
		buf_free(&details->at[i]->url);
		changes_free(&details->at[i]->changes);
		buf_free(&details->at[i]->error);
		free(details->at[i]);
	}
	free(details->at);
}
