/*
 * The addresses of GitHub's API that are asked.
 */
#include <string.h>

#include "address.h"
#include "http.h"

static void
add_time(struct buf *url, const char *name, time_t time)
{
	char text[WHEN_TIME_SIZE];

	when_put_time(text, when_clamp(time));
	http_add_parameter(url, name, text);
}

/*
 * Commits pushed late are looked for in the days before, too. What comes is
 * looked at again, so that the end may be taken in or not.
 */
static void
add_commits(struct buf *url, const struct wish *wish)
{
	add_time(url, "since", wish->window.from - wish->late * WHEN_DAY);
	add_time(url, "until", wish->window.to);
	if (wish->branch != NULL)
		http_add_parameter(url, "sha", wish->branch);
}

/* Issues are known by their last update, pull requests not even by that. */
static void
add_discussions(struct buf *url, const struct wish *wish, enum item_kind kind)
{
	bool is_issue = kind == ITEM_ISSUE;

	http_add_parameter(url, "state", "all");
	http_add_parameter(url, "sort", is_issue ? "created" : "updated");
	http_add_parameter(url, "direction", "desc");
	if (is_issue)
		add_time(url, "since", wish->window.from);
}

void
address_list(struct buf *url, const struct wish *wish, const char *repo,
    enum item_kind kind, int per_page)
{
	char number[12];

	buf_clear(url);
	buf_printf(url, "%s/repos/%s/%s", wish->service->base, repo,
	    item_kind_name(kind));
	snprintf(number, sizeof number, "%d", per_page);
	http_add_parameter(url, "per_page", number);
	if (kind == ITEM_COMMIT)
		add_commits(url, wish);
	else if (kind != ITEM_RELEASE)
		add_discussions(url, wish, kind);
}

void
address_commit(struct buf *url, const struct service *service, const char *repo,
    const char *sha)
{
	buf_clear(url);
	buf_printf(url, "%s/repos/%s/commits/%s", service->base, repo, sha);
}

bool
address_repository(
    struct buf *url, const struct service *service, const char *location)
{
	static const char path[] = "/repositories/";
	const char *number = strstr(location, path);
	size_t len;

	buf_clear(url);
	if (number == NULL || !http_same_origin(location, service->base))
		return false;
	number += strlen(path);
	len = strspn(number, "0123456789");
	buf_printf(url, "%s%s%.*s", service->base, path, (int)len, number);
	return len > 0;
}

bool
address_cursor(struct buf *url, const char *asked)
{
	const char *query = strchr(asked, '?'), *p;
	bool has_cursor = false, has_number = false;

	buf_clear(url);
	if (query == NULL)
		return false;
	buf_add(url, asked, (size_t)(query - asked));
	for (p = query + 1; *p != '\0'; p += *p == '&') {
		size_t len = strcspn(p, "&");

		if (strncmp(p, "page=", 5) == 0) {
			has_number = true;
		} else {
			has_cursor = has_cursor || strncmp(p, "after=", 6) == 0;
			buf_char(url, strchr(url->at, '?') == NULL ? '?' : '&');
			buf_add(url, p, len);
		}
		p += len;
	}
	return has_cursor && has_number;
}
