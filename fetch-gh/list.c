/*
 * One list of one repository, read page by page along the Link headers.
 */
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "limits.h"
#include "list.h"

#define PER_PAGE "100"

enum {
	MAX_PAGES = 100 /* a list that is longer is cut, and says so */
};

static const char *const kind_names[ITEM_KINDS] = { "commits", "issues",
	"pulls", "releases" };

/*
 * The window goes into the address where the service knows it: commits by
 * committer date, issues by update. What comes is looked at again.
 */
static void
first_page(const struct list *list, struct buf *url)
{
	const struct list_wish *wish = list->wish;
	char from[WHEN_TIME_SIZE], to[WHEN_TIME_SIZE];

	when_put_time(from, wish->window.from);
	when_put_time(to, wish->window.to);
	buf_printf(url, "%s/repos/%s/%s", wish->base, list->repo,
	    kind_names[list->kind]);
	http_add_parameter(url, "per_page", PER_PAGE);
	if (list->kind == ITEM_COMMIT) {
		http_add_parameter(url, "since", from);
		http_add_parameter(url, "until", to);
		if (wish->branch != NULL)
			http_add_parameter(url, "sha", wish->branch);
	} else if (list->kind != ITEM_RELEASE) {
		bool is_issue = list->kind == ITEM_ISSUE;

		http_add_parameter(url, "state", "all");
		http_add_parameter(
		    url, "sort", is_issue ? "created" : "updated");
		http_add_parameter(url, "direction", "desc");
		if (is_issue)
			http_add_parameter(url, "since", from);
	}
}

static void
take_item(struct list *list, jv item)
{
	struct buf json = { 0 }, id = { 0 };
	size_t known = list->ids.count;

	item_record(
	    item, list->kind, list->repo, list->wish->window, &json, &id);
	map_at(&list->ids, id.at, 0);
	if (list->ids.count > known) {
		list->landed++;
		if (list->wish->max == 0 || list->shown < list->wish->max) {
			list->shown++;
			buf_add(&list->records, json.at, json.len);
			buf_char(&list->records, '\n');
		}
	}
	buf_free(&json);
	buf_free(&id);
}

/* Takes a page; false when nothing behind it can be of the window. */
static bool
take_page(struct list *list, jv page)
{
	size_t count = json_count(page);
	bool more = true;

	for (size_t i = 0; i < count; i++) {
		jv item = json_item(page, i);

		switch (item_place(item, list->kind, list->wish->window)) {
		case ITEM_INSIDE:
			take_item(list, item);
			break;
		case ITEM_BEYOND:
			more = false;
			break;
		case ITEM_UNUSABLE:
			buf_clear(&list->error);
			buf_str(
			    &list->error, "an item of the list cannot be read");
			break;
		case ITEM_OUTSIDE:
			break;
		}
		json_free(item);
	}
	return more && count > 0;
}

static void
finish(struct list *list, const char *error)
{
	if (error != NULL) {
		buf_clear(&list->error);
		buf_str(&list->error, error);
	}
	list->finished = true;
	list->wish->finished(list->wish->data);
}

/* Asks for the page that follows, if there is one. */
static void
go_on(struct list *list, const struct http_reply *reply)
{
	struct buf next = { 0 };

	if (!limits_next_page(reply, &next))
		finish(list, NULL);
	else if (!http_same_origin(next.at, list->wish->base))
		finish(list, "the next page is on another host");
	else if (list->pages >= MAX_PAGES)
		finish(list, "more than 100 pages");
	else
		http_ask(list->http, &list->source, next.at);
	buf_free(&next);
}

static void
no_page(struct list *list, const struct http_reply *reply)
{
	struct buf reason = { 0 };

	list->note = limits_no_list(reply);
	if (list->note == NULL)
		limits_explain(reply, &reason);
	finish(list, reason.at);
	buf_free(&reason);
}

static void
done(struct http_source *source, struct http_reply *reply)
{
	struct list *list = (struct list *)source;
	jv page;

	list->pages++;
	limits_note_quota(list->wish->quota, reply);
	if (reply->error != NULL) {
		no_page(list, reply);
		return;
	}
	page = json_parse((struct span) { reply->body.at, reply->body.len });
	if (jv_get_kind(page) != JV_KIND_ARRAY)
		finish(list, "the answer is not a list in JSON");
	else if (take_page(list, page))
		go_on(list, reply);
	else
		finish(list, NULL);
	json_free(page);
}

void
list_begin(struct list *list, struct http *http, const char *repo,
    enum item_kind kind, const struct list_wish *wish)
{
	struct buf url = { 0 };

	*list = (struct list) { .source = { .done = done },
		.http = http,
		.wish = wish,
		.repo = repo,
		.kind = kind };
	buf_clear(&list->records);
	first_page(list, &url);
	http_ask(http, &list->source, url.at);
	buf_free(&url);
}

const char *
list_name(const struct list *list)
{
	return kind_names[list->kind];
}

void
list_status(const struct list *list, const char *date, struct buf *json)
{
	struct buf name = { 0 };

	buf_printf(&name, "%s %s", list->repo, kind_names[list->kind]);
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "kind", "status");
	emit_string(json, "stage", "fetch-gh");
	emit_string(json, "source", name.at);
	if (date != NULL)
		emit_string(json, "date", date);
	emit_bool(json, "ok", list->error.len == 0);
	emit_integer(json, "landed", list->landed);
	emit_integer(json, "shown", list->shown);
	if (list->note != NULL)
		emit_string(json, "note", list->note);
	if (list->error.len > 0)
		emit_string(json, "error", list->error.at);
	emit_close(json, '}');
	buf_free(&name);
}

void
list_free(struct list *list)
{
	buf_free(&list->records);
	buf_free(&list->error);
	map_free(&list->ids);
}
