/*
 * GitHub's rules for its clients.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "json.h"
#include "limits.h"
#include "text.h"
#include "when.h"

enum {
	SECONDARY_S = 60, /* the least to wait where GitHub does not say */
	MAX_TRIES = 4
};

/* Returns a header as a number; -1 if it is none. */
static double
number_of(const struct http_reply *reply, const char *name)
{
	struct buf value = { 0 };
	char *end;
	double number = -1;

	if (http_header(reply, name, &value) && value.len > 0) {
		number = strtod(value.at, &end);
		if (*end != '\0' || !isfinite(number))
			number = -1;
	}
	buf_free(&value);
	return number;
}

/* Sets `message` to what GitHub says about an error; "" for nothing. */
static void
message_of(const struct http_reply *reply, struct buf *message)
{
	jv body = json_parse((struct span) { reply->body.at, reply->body.len });
	const char *s = json_str(body, "message");

	text_line(message, s != NULL ? s : "");
	json_free(body);
}

static bool
is_secondary(const struct http_reply *reply)
{
	struct buf message = { 0 };
	bool secondary;

	message_of(reply, &message);
	secondary = strcasestr(message.at, "secondary rate") != NULL ||
	    strcasestr(message.at, "abuse") != NULL;
	buf_free(&message);
	return secondary;
}

/* Returns the seconds until the quota is new; -1 if it is not used up. */
static double
until_reset(const struct http_reply *reply)
{
	double reset = number_of(reply, "x-ratelimit-reset");

	if (number_of(reply, "x-ratelimit-remaining") != 0 || reset < 0)
		return -1;
	return fmax(1, reset - (double)reply->date + 1);
}

double
limits_retry(const struct http_reply *reply, int tries)
{
	double after = number_of(reply, "retry-after");
	double reset = until_reset(reply);

	if (reply->status != 403 && reply->status != 429)
		return http_retry(reply, tries);
	if (tries > MAX_TRIES)
		return -1;
	if (after >= 0)
		return fmax(after, 1);
	if (reset >= 0)
		return reset;
	if (reply->status == 429 || is_secondary(reply))
		return ldexp(SECONDARY_S, tries - 1);
	return -1;
}

/* Tells whether one of the words at `p`, up to a quote or `;`, is "next". */
static bool
has_next(const char *p)
{
	const char *end = p + strcspn(p, "\";,");

	while (p < end) {
		size_t len = strcspn(p, " \";,");

		if (len == 4 && strncasecmp(p, "next", 4) == 0)
			return true;
		p += len;
		p += strspn(p, " ");
	}
	return false;
}

/* Tells whether the parameters from `p` to `end` make a link the next page. */
static bool
is_next(const char *p, const char *end)
{
	while ((p = memchr(p, ';', (size_t)(end - p))) != NULL) {
		p++;
		p += strspn(p, " \t");
		if (strncasecmp(p, "rel", 3) != 0)
			continue;
		p += 3;
		p += strspn(p, " \t");
		if (*p != '=')
			continue;
		p++;
		p += strspn(p, " \t\"");
		if (has_next(p))
			return true;
	}
	return false;
}

bool
limits_next_page(const struct http_reply *reply, struct buf *url)
{
	struct buf link = { 0 };
	const char *p, *close, *end;
	bool found = false;

	buf_clear(url);
	http_header(reply, "link", &link);
	for (p = link.at; !found && (p = strchr(p, '<')) != NULL; p = end) {
		if ((close = strchr(p, '>')) == NULL)
			break;
		end = close + strcspn(close, "<");
		found = is_next(close, end);
		if (found)
			buf_add(url, p + 1, (size_t)(close - p - 1));
	}
	buf_free(&link);
	return found;
}

const char *
limits_no_list(const struct http_reply *reply)
{
	struct buf message = { 0 };
	bool off;

	if (reply->status == 409)
		return "the repository is empty";
	if (reply->status != 410)
		return NULL;
	message_of(reply, &message);
	off = strcasestr(message.at, "disabled") != NULL;
	buf_free(&message);
	return off ? "switched off there" : NULL;
}

static const struct {
	long status;
	const char *meaning;
} meanings[] = {
	{ 400, "the request was not understood" },
	{ 401, "the token is not valid; check GITHUB_TOKEN" },
	{ 403, "refused" },
	{ 404, "there is no such repository, or it is private" },
	{ 410, "it is gone or switched off" },
	{ 422, "the list cannot be read that far" },
	{ 429, "asked too often" },
	{ 451, "blocked for legal reasons" },
};

void
limits_note_quota(struct quota *quota, const struct http_reply *reply)
{
	double left = number_of(reply, "x-ratelimit-remaining");

	if (left < 0)
		return;
	quota->left = left;
	quota->limit = number_of(reply, "x-ratelimit-limit");
	quota->reset = number_of(reply, "x-ratelimit-reset");
}

void
limits_say_quota(const struct quota *quota)
{
	char reset[WHEN_TIME_SIZE] = "?";

	if (quota->left < 0)
		return;
	if (quota->reset > 0 && quota->reset < 1e11)
		when_put_time(reset, (time_t)quota->reset);
	diag_note("quota: %.0f of %.0f requests are left until %s", quota->left,
	    quota->limit, reset);
}

void
limits_explain(const struct http_reply *reply, struct buf *reason)
{
	struct buf message = { 0 };

	buf_clear(reason);
	if (reply->status == 0) {
		buf_str(reason, reply->error);
		return;
	}
	buf_printf(reason, "HTTP %ld", reply->status);
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (meanings[i].status == reply->status)
			buf_printf(reason, ", %s", meanings[i].meaning);
	message_of(reply, &message);
	if (message.len > 0) {
		buf_cut(&message, utf8_cut(message.at, 200));
		buf_printf(reason, ": %s", message.at);
	}
	if (number_of(reply, "retry-after") >= 0)
		http_put_when(reply, number_of(reply, "retry-after"), reason);
	else
		http_put_when(reply, until_reset(reply), reason);
	buf_free(&message);
}
