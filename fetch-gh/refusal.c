/*
 * What it means when GitHub gives no list.
 */
#include <string.h>

#include "json.h"
#include "limits.h"
#include "refusal.h"
#include "text.h"

enum {
	MAX_MESSAGE = 200 /* bytes */
};

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

static jv
body_of(const struct http_reply *reply)
{
	static const struct json_wanted block[] = { { "reason", NULL },
		{ NULL, NULL } };
	static const struct json_wanted error[] = { { "message", NULL },
		{ "block", block }, { NULL, NULL } };

	return json_parse_wanted(
	    (struct span) { reply->body.at, reply->body.len }, error);
}

void
refusal_message(const struct http_reply *reply, struct buf *message)
{
	jv body = body_of(reply);
	const char *s = json_str(body, "message");

	text_line(message, s != NULL ? s : "");
	buf_cut(message, utf8_cut(message->at, MAX_MESSAGE));
	json_free(body);
}

static bool
says(const struct http_reply *reply, const char *words)
{
	struct buf message = { 0 };
	bool found;

	refusal_message(reply, &message);
	found = strcasestr(message.at, words) != NULL;
	buf_free(&message);
	return found;
}

/* Appends why the repository is blocked; false if that is not said. */
static bool
put_block(const struct http_reply *reply, struct buf *reason)
{
	jv body = body_of(reply), block = json_member(body, "block");
	const char *why = json_str(block, "reason");
	struct buf line = { 0 };

	if (why != NULL) {
		text_line(&line, why);
		buf_cut(&line, utf8_cut(line.at, MAX_MESSAGE));
		buf_printf(reason, ", blocked by GitHub (%s)", line.at);
	}
	buf_free(&line);
	json_free(block);
	json_free(body);
	return why != NULL;
}

static void
put_meaning(const struct http_reply *reply, struct buf *reason)
{
	if (put_block(reply, reason))
		return;
	for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
		if (meanings[i].status == reply->status)
			buf_printf(reason, ", %s", meanings[i].meaning);
}

void
refusal_explain(const struct http_reply *reply, struct buf *reason)
{
	struct buf message = { 0 };

	buf_clear(reason);
	if (reply->status == 0) {
		buf_str(reason, reply->error);
		return;
	}
	buf_printf(reason, "HTTP %ld", reply->status);
	put_meaning(reply, reason);
	refusal_message(reply, &message);
	if (message.len > 0)
		buf_printf(reason, ": %s", message.at);
	http_put_when(reply, limits_wait(reply), reason);
	buf_free(&message);
}

const char *
refusal_is_empty(const struct http_reply *reply)
{
	if (reply->status == 409 && says(reply, "empty"))
		return "the repository is empty";
	if (reply->status == 410 && says(reply, "disabled"))
		return "switched off there";
	return NULL;
}

bool
refusal_wants_cursor(const struct http_reply *reply)
{
	return reply->status == 422 && says(reply, "cursor");
}

bool
refusal_is_overload(const struct http_reply *reply)
{
	return reply->status == 502 || reply->status == 504;
}
