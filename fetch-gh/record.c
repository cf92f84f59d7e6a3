/*
 * Objects of GitHub's lists as records.
 */
#include <stdlib.h>
#include <string.h>

#include "emit.h"
#include "http.h"
#include "member.h"
#include "record.h"
#include "text.h"

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
	emit_integer(json, "number", item_integer(item, "number"));
	if (state != NULL)
		emit_string(json, "state", state);
	member_labels(json, item);
	if (item_integer(item, "comments") >= 0)
		emit_integer(json, "comments", item_integer(item, "comments"));
	json_free(account);
}

static void
put_pull(struct buf *json, jv item, struct window window)
{
	put_discussion(json, item);
	if (json_true(item, "draft"))
		emit_bool(json, "draft", true);
	if (json_str(item, "merged_at") != NULL)
		emit_bool(json, "merged", true);
	emit_string(json, "event",
	    item_is_merged_in(item, window) ? "merged" : "opened");
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

/* Appends the address of the page of an object, made of what it is. */
static void
build_url(struct buf *url, jv item, enum item_kind kind, const char *web,
    const char *repo)
{
	switch (kind) {
	case ITEM_COMMIT:
		buf_printf(
		    url, "%s/%s/commit/%s", web, repo, json_str(item, "sha"));
		break;
	case ITEM_ISSUE:
		buf_printf(url, "%s/%s/issues/%lld", web, repo,
		    item_integer(item, "number"));
		break;
	case ITEM_PULL:
		buf_printf(url, "%s/%s/pull/%lld", web, repo,
		    item_integer(item, "number"));
		break;
	default:
		buf_printf(url, "%s/%s/releases/tag/", web, repo);
		http_encode(url, json_str(item, "tag_name"));
	}
}

/* What the object says, if that is a page of the service. */
static void
put_url(struct buf *json, jv item, enum item_kind kind,
    const struct service *service, const char *repo)
{
	const char *said = json_str(item, "html_url");
	struct buf url = { 0 };

	if (said != NULL && service_has_page(service, said))
		buf_str(&url, said);
	else
		build_url(&url, item, kind, service->web, repo);
	emit_string(json, "url", url.at);
	buf_free(&url);
}

static void
put_members(
    struct buf *json, jv item, enum item_kind kind, struct window window)
{
	if (kind == ITEM_COMMIT)
		put_commit(json, item);
	else if (kind == ITEM_ISSUE)
		put_discussion(json, item);
	else if (kind == ITEM_PULL)
		put_pull(json, item, window);
	else
		put_release(json, item);
}

void
record_open(struct buf *json, jv item, enum item_kind kind,
    const struct service *service, const char *repo, struct window window)
{
	static const char *const kinds[ITEM_KINDS] = { "commit", "issue",
		"pull", "release" };
	struct buf id = { 0 };

	item_id(item, kind, repo, &id);
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "kind", kinds[kind]);
	emit_string(json, "id", id.at);
	put_url(json, item, kind, service, repo);
	emit_string(json, "repo", repo);
	put_members(json, item, kind, window);
	buf_free(&id);
}

bool
record_repo(jv item, const struct service *service, struct buf *repo)
{
	const char *page = json_str(item, "html_url");
	const char *url = json_str(item, "url");

	if ((page != NULL && service_has_page(service, page) &&
		service_repo(service, page, repo)) ||
	    (url != NULL && service_repo(service, url, repo)))
		return true;
	buf_clear(repo);
	return false;
}
