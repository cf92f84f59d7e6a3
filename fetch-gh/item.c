/*
 * Objects of GitHub's lists. Any member may be null, absent or of another kind;
 * see <https://docs.github.com/en/rest>.
 */
#include <string.h>

#include "item.h"

static const char *const kind_names[ITEM_KINDS] = { "commits", "issues",
	"pulls", "releases" };

const char *
item_kind_name(enum item_kind kind)
{
	return kind_names[kind];
}

bool
item_read_kind(const char *name, enum item_kind *kind)
{
	for (int i = 0; i < ITEM_KINDS; i++) {
		if (strcmp(name, kind_names[i]) == 0) {
			*kind = (enum item_kind)i;
			return true;
		}
	}
	return false;
}

jv
item_parse(struct span span)
{
	static const struct json_wanted account[] = { { "login", NULL },
		{ "type", NULL }, { NULL, NULL } };
	static const struct json_wanted person[] = { { "date", NULL },
		{ "name", NULL }, { NULL, NULL } };
	static const struct json_wanted commit[] = { { "author", person },
		{ "committer", person }, { "message", NULL }, { NULL, NULL } };
	static const struct json_wanted item[] = { { "author", account },
		{ "body", NULL }, { "comments", NULL }, { "commit", commit },
		{ "created_at", NULL }, { "draft", NULL }, { "html_url", NULL },
		{ "labels", NULL }, { "merged_at", NULL }, { "name", NULL },
		{ "number", NULL }, { "parents", NULL },
		{ "published_at", NULL }, { "pull_request", NULL },
		{ "sha", NULL }, { "state", NULL }, { "tag_name", NULL },
		{ "title", NULL }, { "updated_at", NULL }, { "url", NULL },
		{ "user", account }, { NULL, NULL } };

	return json_parse_wanted(span, item);
}

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

long long
item_integer(jv item, const char *key)
{
	double number = json_number(item, key, -1);

	return number >= 0 && number < 1e15 ? (long long)number : -1;
}

/* A hash: it goes into addresses, too. */
static bool
is_sha(const char *s)
{
	return s != NULL && *s != '\0' &&
	    s[strspn(s, "0123456789abcdefABCDEF")] == '\0';
}

/* Tells whether an issue or a pull request has what identifies it. */
static bool
is_numbered(jv item)
{
	time_t time;

	return item_integer(item, "number") > 0 &&
	    time_of(item, "created_at", &time);
}

bool
item_committed(jv item, time_t *time)
{
	jv commit = json_member(item, "commit");
	jv committer = json_member(commit, "committer");
	bool known = time_of(committer, "date", time);

	json_free(commit);
	json_free(committer);
	return known;
}

bool
item_is_merged_in(jv item, struct window window)
{
	return is_within(item, "merged_at", window);
}

static enum item_place
place_of_commit(jv item, struct window window)
{
	time_t time;

	if (!is_sha(json_str(item, "sha")) || !item_committed(item, &time))
		return ITEM_UNUSABLE;
	return when_within(window, time) ? ITEM_INSIDE : ITEM_OUTSIDE;
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
			item_is_merged_in(item, window)
		    ? ITEM_INSIDE
		    : ITEM_OUTSIDE;
	default:
		if (json_str(item, "tag_name") == NULL)
			return ITEM_UNUSABLE;
		return is_within(item, "published_at", window) ? ITEM_INSIDE
							       : ITEM_OUTSIDE;
	}
}

void
item_id(jv item, enum item_kind kind, const char *repo, struct buf *id)
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
		buf_printf(
		    id, "gh:%s#%lld", repo, item_integer(item, "number"));
	}
}
