/*
 * Objects of GitHub's lists as records. Any member may be null, absent or of
 * another kind; see <https://docs.github.com/en/rest>.
 */
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "item.h"
#include "member.h"
#include "text.h"

/* Reads a time of the object; false if there is none. */
static bool
time_of(jv item, const char *key, time_t *time)
{
	const char *s = json_str(item, key);

	return s != NULL && when_time(s, time);
}

static bool
is_within(jv item, const char *key, struct window window)
{
	time_t time;

	return time_of(item, key, &time) && when_within(window, time);
}

static bool
is_before(jv item, const char *key, struct window window)
{
	time_t time;

	return time_of(item, key, &time) && time < window.from;
}

static bool
has(jv item, const char *key)
{
	jv member = json_member(item, key);
	jv_kind kind = jv_get_kind(member);

	json_free(member);
	return kind != JV_KIND_INVALID && kind != JV_KIND_NULL;
}

/* Returns a member as a whole number; -1 if it is none. */
static long long
integer_of(jv item, const char *key)
{
	double number = json_number(item, key, -1);

	return number >= 0 && number < 1e15 ? (long long)number : -1;
}

/* Tells whether an issue or a pull request has what identifies it. */
static bool
is_numbered(jv item)
{
	time_t time;

	return integer_of(item, "number") > 0 &&
	    time_of(item, "created_at", &time);
}

static enum item_place
place_of_commit(jv item, struct window window)
{
	jv commit = json_member(item, "commit");
	jv committer = json_member(commit, "committer");
	bool inside = is_within(committer, "date", window);
	time_t time;
	bool usable = json_str(item, "sha") != NULL &&
	    time_of(committer, "date", &time);

	json_free(commit);
	json_free(committer);
	if (!usable)
		return ITEM_UNUSABLE;
	return inside ? ITEM_INSIDE : ITEM_OUTSIDE;
}

enum item_place
item_place(jv item, enum item_kind kind, struct window window)
{
	switch (kind) {
	case ITEM_COMMIT:
		return place_of_commit(item, window);
	case ITEM_ISSUE:
		if (!is_numbered(item))
			return ITEM_UNUSABLE;
		if (is_before(item, "created_at", window))
			return ITEM_BEYOND;
		return !has(item, "pull_request") &&
			is_within(item, "created_at", window)
		    ? ITEM_INSIDE
		    : ITEM_OUTSIDE;
	case ITEM_PULL:
		if (!is_numbered(item))
			return ITEM_UNUSABLE;
		if (is_before(item, "updated_at", window))
			return ITEM_BEYOND;
		return is_within(item, "created_at", window) ||
			is_within(item, "merged_at", window)
		    ? ITEM_INSIDE
		    : ITEM_OUTSIDE;
	default:
		if (json_str(item, "tag_name") == NULL)
			return ITEM_UNUSABLE;
		return is_within(item, "published_at", window) ? ITEM_INSIDE
							       : ITEM_OUTSIDE;
	}
}

/* Returns the number of the pull request that a title ends with, or 0. */
static long
pull_of(const char *title)
{
	size_t len = strlen(title), at = len;
	long number = 0, unit = 1;

	if (len < 4 || title[len - 1] != ')')
		return 0;
	for (at = len - 1; at > 0 && ascii_is_digit(title[at - 1]); at--) {
		if (unit > 100000000)
			return 0;
		number += (title[at - 1] - '0') * unit;
		unit *= 10;
	}
	return at > 1 && title[at - 1] == '#' && title[at - 2] == '(' ? number
								      : 0;
}

static void
put_commit(struct buf *json, jv item)
{
	jv commit = json_member(item, "commit");
	jv committer = json_member(commit, "committer");
	jv author = json_member(commit, "author");
	jv account = json_member(item, "author");
	jv parents = json_member(item, "parents");
	const char *message = json_str(commit, "message");
	struct buf title = { 0 };
	char *first;

	if (message == NULL)
		message = "";
	message += strspn(message, " \t\r\n");
	first = strndup(message, strcspn(message, "\n"));
	text_line(&title, first != NULL ? first : "");
	free(first);
	member_line(json, "title", title.at);
	member_text(json, message + strcspn(message, "\n"));
	member_time(json, "created", committer, "date");
	member_author(json, account, json_str(author, "name"));
	emit_string(json, "sha", json_str(item, "sha"));
	if (pull_of(title.at) > 0)
		emit_integer(json, "pr", pull_of(title.at));
	if (json_count(parents) > 1)
		emit_bool(json, "merge", true);
	json_free(commit);
	json_free(committer);
	json_free(author);
	json_free(account);
	json_free(parents);
	buf_free(&title);
}

static void
put_discussion(struct buf *json, jv item)
{
	jv account = json_member(item, "user");
	const char *state = json_str(item, "state");

	member_line(json, "title", json_str(item, "title"));
	member_text(json, json_str(item, "body"));
	member_time(json, "created", item, "created_at");
	member_time(json, "updated", item, "updated_at");
	member_author(json, account, NULL);
	emit_integer(json, "number", integer_of(item, "number"));
	if (state != NULL)
		emit_string(json, "state", state);
	member_labels(json, item);
	if (integer_of(item, "comments") >= 0)
		emit_integer(json, "comments", integer_of(item, "comments"));
	json_free(account);
}

static void
put_pull(struct buf *json, jv item, struct window window)
{
	put_discussion(json, item);
	if (json_true(item, "draft"))
		emit_bool(json, "draft", true);
	if (has(item, "merged_at"))
		emit_bool(json, "merged", true);
	emit_string(json, "event",
	    is_within(item, "merged_at", window) ? "merged" : "opened");
}

static void
put_release(struct buf *json, jv item)
{
	const char *name = json_str(item, "name");
	jv account = json_member(item, "author");

	member_line(json, "title",
	    name != NULL && *name != '\0' ? name : json_str(item, "tag_name"));
	member_text(json, json_str(item, "body"));
	member_time(json, "created", item, "published_at");
	member_author(json, account, NULL);
	if (json_true(item, "draft"))
		emit_bool(json, "draft", true);
	json_free(account);
}

static void
put_id(struct buf *id, jv item, enum item_kind kind, const char *repo)
{
	buf_clear(id);
	switch (kind) {
	case ITEM_COMMIT:
		buf_printf(id, "gh:%s@%s", repo, json_str(item, "sha"));
		break;
	case ITEM_RELEASE:
		buf_printf(
		    id, "gh:%s/releases/%s", repo, json_str(item, "tag_name"));
		break;
	default:
		buf_printf(id, "gh:%s#%lld", repo, integer_of(item, "number"));
	}
}

void
item_record(jv item, enum item_kind kind, const char *repo,
    struct window window, struct buf *json, struct buf *id)
{
	static const char *const kinds[ITEM_KINDS] = { "commit", "issue",
		"pull", "release" };

	put_id(id, item, kind, repo);
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "kind", kinds[kind]);
	emit_string(json, "id", id->at);
	member_url(json, item);
	emit_string(json, "repo", repo);
	if (kind == ITEM_COMMIT)
		put_commit(json, item);
	else if (kind == ITEM_ISSUE)
		put_discussion(json, item);
	else if (kind == ITEM_PULL)
		put_pull(json, item, window);
	else
		put_release(json, item);
	emit_close(json, '}');
}
