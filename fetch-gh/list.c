/*
 * One list of one repository.
 */
#include <strings.h>

#include "address.h"
#include "array.h"
#include "emit.h"
#include "list.h"
#include "out.h"
#include "record.h"
#include "refusal.h"
#include "repos.h"
#include "status.h"

/* Commits are looked for in the days before the window, too. */
static struct window
span_of(const struct list *list)
{
	struct window span = list->wish->window;

	if (list->kind == ITEM_COMMIT)
		span.from -= list->wish->late * WHEN_DAY;
	return span;
}

static bool
is_before_window(const struct list *list, jv item)
{
	time_t time;

	return list->kind == ITEM_COMMIT && item_committed(item, &time) &&
	    time < list->wish->window.from;
}

/*
 * Tells whether an object belongs to this report: no other one has it, and if
 * it is of an earlier day, that day's report was made without it. A pull
 * request that was opened on another day is merged only once.
 */
static bool
is_ours(struct list *list, jv item, const char *id, bool late)
{
	const struct seen *seen = list->wish->seen;
	struct buf source = { 0 };
	time_t time;
	bool ours = !seen_item(seen, id) ||
	    (list->kind == ITEM_PULL &&
		item_is_merged_in(item, list->wish->window));

	if (late) {
		buf_printf(
		    &source, "%s %s", list->repo, item_kind_name(list->kind));
		ours = ours && item_committed(item, &time) &&
		    seen_day(seen, time, source.at);
		buf_free(&source);
	} else if (!ours) {
		list->elsewhere++;
	}
	return ours;
}

static void
show(struct list *list, jv item, bool late)
{
	struct buf json = { 0 };

	list->shown++;
	list->late += late;
	record_open(&json, item, list->kind, list->wish->service, list->repo,
	    list->wish->window);
	if (late)
		emit_bool(&json, "late", true);
	if (list->kind == ITEM_COMMIT && list->wish->diff) {
		details_add(&list->details, json_str(item, "sha"), &json);
	} else {
		buf_add(&list->records, json.at, json.len);
		buf_str(&list->records, "}\n");
	}
	buf_free(&json);
}

static void
take_item(struct list *list, jv item)
{
	struct buf id = { 0 };
	size_t known = list->ids.count;
	bool late = is_before_window(list, item);

	item_id(item, list->kind, list->repo, &id);
	map_at(&list->ids, id.at, 0);
	if (list->ids.count > known && is_ours(list, item, id.at, late)) {
		list->landed++;
		if (list->wish->max == 0 || list->shown < list->wish->max)
			show(list, item, late);
	}
	buf_free(&id);
}

static void
set_error(struct list *list, const char *error)
{
	buf_clear(&list->error);
	buf_str(&list->error, error);
}

/* Takes one object; false when nothing behind it can be of the window. */
static bool
look_at(struct list *list, struct span text)
{
	jv item = item_parse(text);
	enum item_place place = item_place(item, list->kind, span_of(list));

	if (place == ITEM_UNUSABLE)
		set_error(list, "an item of the list cannot be read");
	else if (list->name.len == 0)
		record_repo(item, list->wish->service, &list->name);
	if (place == ITEM_INSIDE)
		take_item(list, item);
	json_free(item);
	return place != ITEM_BEYOND;
}

static bool
take_page(struct walk *walk, struct http_reply *reply)
{
	struct list *list = (struct list *)walk;
	struct array page;
	struct span text;
	size_t count = 0;
	bool more = true;

	array_open(&page, (struct span) { reply->body.at, reply->body.len });
	for (; array_next(&page, &text); count++)
		more = look_at(list, text) && more;
	return more && count > 0;
}

static void
went_on(struct walk *walk)
{
	details_ask(&((struct list *)walk)->details);
}

static void
finish(struct list *list)
{
	list->read = true;
	list->wish->changed(list->wish->data);
}

static void
named(struct http_source *source, struct http_reply *reply)
{
	struct list *list = source->data;
	static const struct json_wanted wanted[] = { { "full_name", NULL },
		{ NULL, NULL } };
	jv repo = json_parse_wanted(
	    (struct span) { reply->body.at, reply->body.len }, wanted);
	const char *name = json_str(repo, "full_name");

	if (reply->error == NULL && name != NULL && repos_is_name(name))
		buf_str(&list->name, name);
	json_free(repo);
	finish(list);
}

/*
 * Where a redirect led to the list and no object of it told the name, the
 * repository itself is asked for it.
 */
static bool
ask_name(struct list *list, const struct http_reply *reply)
{
	struct buf location = { 0 }, url = { 0 };
	bool moved = list->name.len == 0 && reply->error == NULL &&
	    http_header(reply, "content-location", &location) &&
	    address_repository(&url, list->wish->service, location.at);

	if (moved) {
		list->naming = (struct http_source) { .done = named,
			.data = list };
		http_ask(list->walk.http, &list->naming, url.at);
	}
	buf_free(&location);
	buf_free(&url);
	return moved;
}

static void
ended(struct walk *walk, const struct http_reply *reply, const char *error)
{
	struct list *list = (struct list *)walk;

	list->nothing = refusal_is_empty(reply);
	if (reply->error != NULL && list->nothing == NULL)
		refusal_explain(reply, &list->error);
	else if (error != NULL && list->nothing == NULL)
		set_error(list, error);
	if (!ask_name(list, reply))
		finish(list);
}

static void
details_changed(struct details *details)
{
	details->wish->changed(details->wish->data);
}

void
list_begin(struct list *list, struct http *http, const char *repo,
    enum item_kind kind, const struct wish *wish)
{
	*list = (struct list) {
		.walk = { .http = http,
		    .wish = wish,
		    .repo = repo,
		    .kind = kind,
		    .take = take_page,
		    .went_on = went_on,
		    .ended = ended },
		.wish = wish,
		.repo = repo,
		.kind = kind,
		.details = { .http = http,
		    .wish = wish,
		    .repo = repo,
		    .changed = details_changed },
	};
	buf_clear(&list->records);
	walk_begin(&list->walk);
}

bool
list_is_finished(const struct list *list)
{
	return list->read && list->details.pending == 0;
}

/* Sets `note` to what is worth knowing of a list that is no fault. */
static void
put_note(const struct list *list, struct buf *note)
{
	buf_clear(note);
	if (list->nothing != NULL)
		status_note(note, "%s", list->nothing);
	if (list->name.len > 0 && strcasecmp(list->name.at, list->repo) != 0)
		status_note(note, "the repository is %s now", list->name.at);
	if (list->late > 0)
		status_note(note, "%ld late", list->late);
	if (list->elsewhere > 0)
		status_note(note, "%ld left out, for another day has them",
		    list->elsewhere);
	if (list->details.missing > 0)
		status_note(note, "the changes of %zu are missing: %s",
		    list->details.missing, details_error(&list->details));
}

void
list_write(struct list *list, const char *date)
{
	struct buf source = { 0 }, note = { 0 };

	details_put(&list->records, &list->details);
	out_write(list->records.at, list->records.len);
	buf_printf(&source, "%s %s", list->repo, item_kind_name(list->kind));
	put_note(list, &note);
	status_write(&(struct status) { .source = source.at,
	    .date = date,
	    .landed = list->landed,
	    .shown = list->shown,
	    .note = note.at,
	    .error = list->error.at });
	buf_free(&list->records);
	buf_free(&source);
	buf_free(&note);
}

void
list_free(struct list *list)
{
	walk_free(&list->walk);
	details_free(&list->details);
	map_free(&list->ids);
	buf_free(&list->records);
	buf_free(&list->name);
	buf_free(&list->error);
}
