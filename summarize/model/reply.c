/*
 * What a server said to a question.
 */
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "reply.h"
#include "text.h"

enum {
	MAX_BODY = 1024 * 1024, /* bytes */
	MAX_REASON = 200 /* bytes of what a server says */
};

/* The members of an answer that are read; thoughts are not among them. */
static const struct json_wanted wanted[] = { { "error", NULL },
	{ "choices", NULL }, { "usage", NULL }, { "message", NULL },
	{ "detail", NULL }, { "param", NULL }, { "code", NULL },
	{ "type", NULL }, { "object", NULL }, { NULL, NULL } };

/* Words by which servers say that a question is too long. */
static const char *const too_long[] = { "context_length_exceeded",
	"exceed_context_size", "context length", "context size",
	"context window", "maximum context", "too many tokens",
	"prompt is too long", "input is too long", NULL };

/* Words by which they say that no waiting helps. */
static const char *const no_credit[] = { "insufficient_quota", "credit_balance",
	"spend_limit", "insufficient balance", "insufficient credit", "billing",
	NULL };

/* What a server says of a key may have a part of it. */
static const char key_hint[] = "; look at OPENAI_API_KEY";
static const char base_hint[] =
    "; most servers want OPENAI_BASE_URL to end in /v1";

/* Tells whether one of the phrases, in lower case, is in the text. */
static bool
says(const char *text, const char *const phrases[])
{
	for (; *phrases != NULL; phrases++)
		if (strcasestr(text, *phrases) != NULL)
			return true;
	return false;
}

static bool
says_in(jv error, const char *const phrases[])
{
	static const char *const keys[] = { "message", "code", "type",
		"detail" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *text = json_str(error, keys[i]);

		if (text != NULL && says(text, phrases))
			return true;
	}
	return false;
}

/* Returns what is said to be wrong, in one of the shapes there are. */
static const char *
message_of(jv error)
{
	static const char *const keys[] = { "message", "error", "detail",
		"code" };

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		const char *text = json_str(error, keys[i]);

		if (text != NULL && *text != '\0')
			return text;
	}
	return "";
}

/* FastAPI lists what is wrong: {"loc":["body","model"],"msg":"..."}. */
static void
add_detail(struct buf *line, jv error)
{
	jv list = json_member(error, "detail");
	jv first = json_item(list, 0);
	jv place = json_member(first, "loc");
	const char *text = json_str(first, "msg");

	for (size_t i = 0; i < json_count(place); i++) {
		const char *name = json_item_str(place, i);

		if (name != NULL)
			buf_printf(line, "%s ", name);
	}
	if (text != NULL)
		text_add_line(line, text);
	json_free(place);
	json_free(first);
	json_free(list);
}

static void
give_reason(struct reply *reply, const struct http_reply *http, jv error)
{
	struct buf line = { 0 };

	text_line(&line, message_of(error));
	add_detail(&line, error);
	buf_cut(&line, utf8_cut(line.at, MAX_REASON));
	buf_clear(&reply->reason);
	if (http->status != 200)
		buf_str(&reply->reason, http->error);
	else
		buf_str(&reply->reason, "the server reports an error");
	if (http->status == 401)
		buf_str(&reply->reason, key_hint);
	else if (line.len > 0)
		buf_printf(&reply->reason, ": %s", line.at);
	else if (http->status == 404 || http->status == 405)
		buf_str(&reply->reason, base_hint);
	buf_free(&line);
}

/* A number or a string that is one. */
static long
number_of(jv object, const char *key)
{
	const char *text = json_str(object, key);

	return text != NULL ? strtol(text, NULL, 10)
			    : (long)json_number(object, key, 0);
}

static enum reply_kind
kind_of_error(long status, jv error)
{
	long said = status == 200 ? number_of(error, "code") : status;

	if (says_in(error, too_long) || said == 413)
		return REPLY_TOO_LONG;
	if (says_in(error, no_credit))
		return REPLY_HOPELESS;
	if (said == 400 || said == 403 || said == 422)
		return REPLY_REFUSED;
	if (said >= 300 && said <= 405)
		return REPLY_HOPELESS;
	return status == 200 ? REPLY_NOTHING : REPLY_FAILED;
}

static void
read_error(struct reply *reply, const struct http_reply *http, jv error)
{
	const char *param = json_str(error, "param");

	reply->kind = kind_of_error(http->status, error);
	give_reason(reply, http, error);
	buf_clear(&reply->param);
	if (param != NULL)
		buf_str(&reply->param, param);
}

/* Tells whether an answer is nothing but an error, in the flat shape. */
static bool
is_error(jv answer, long status)
{
	const char *object = json_str(answer, "object");
	const char *error = json_str(answer, "error");

	return status != 200 || (error != NULL && *error != '\0') ||
	    (object != NULL && strcmp(object, "error") == 0);
}

/* Reads the error that an answer tells of somewhere; false: it does not. */
static bool
read_any_error(
    struct reply *reply, const struct http_reply *http, jv answer, jv choice)
{
	jv above = json_member(answer, "error");
	jv within = json_member(choice, "error");
	bool found = true;

	if (*message_of(above) != '\0')
		read_error(reply, http, above);
	else if (*message_of(within) != '\0')
		read_error(reply, http, within);
	else if (is_error(answer, http->status))
		read_error(reply, http, answer);
	else
		found = false;
	json_free(within);
	json_free(above);
	return found;
}

static void
nothing(struct reply *reply, enum reply_kind kind, const char *reason)
{
	reply->kind = kind;
	buf_clear(&reply->reason);
	buf_str(&reply->reason, reason);
}

static void
read_choice(struct reply *reply, jv choice)
{
	jv message = json_member(choice, "message");
	const char *finish = json_str(choice, "finish_reason");
	const char *text = json_str(message, "content");
	const char *refusal = json_str(message, "refusal");
	bool is_blank = text == NULL || text[strspn(text, " \t\r\n")] == '\0';

	if (finish != NULL && strcmp(finish, "length") == 0) {
		nothing(reply, REPLY_CUT,
		    is_blank ? "the model spent all tokens on thinking"
			     : "the answer was cut short");
	} else if (finish != NULL && strcmp(finish, "error") == 0) {
		nothing(reply, REPLY_NOTHING, "the answer broke off");
	} else if (finish != NULL && strcmp(finish, "content_filter") == 0) {
		nothing(reply, REPLY_NOTHING, "the answer was filtered");
	} else if (refusal != NULL && *refusal != '\0') {
		nothing(reply, REPLY_NOTHING, "the model would not answer");
	} else if (is_blank) {
		nothing(reply, REPLY_NOTHING, "the answer is empty");
	} else {
		reply->kind = REPLY_ANSWER;
		buf_clear(&reply->text);
		buf_str(&reply->text, text);
	}
	json_free(message);
}

static size_t
count_of(jv usage, const char *key)
{
	double count = json_number(usage, key, 0);

	return count > 0 && count < 1e9 ? (size_t)count : 0;
}

static void
read_page(struct reply *reply, const struct http_reply *http)
{
	struct span body = { http->body.at, http->body.len };
	jv answer = json_parse_wanted(body, wanted);
	jv choices = json_member(answer, "choices");
	jv choice = json_item(choices, 0);
	jv usage = json_member(answer, "usage");

	reply->sent = count_of(usage, "prompt_tokens");
	reply->received = count_of(usage, "completion_tokens");
	if (read_any_error(reply, http, answer, choice))
		; /* that is it */
	else if (json_count(choices) == 0)
		nothing(reply, REPLY_NOTHING, "the answer is no completion");
	else
		read_choice(reply, choice);
	json_free(usage);
	json_free(choice);
	json_free(choices);
	json_free(answer);
}

void
reply_read(struct reply *reply, const struct http_reply *http)
{
	reply->sent = reply->received = 0;
	buf_clear(&reply->param);
	buf_clear(&reply->reason);
	if (http->status == 0)
		nothing(reply, REPLY_FAILED, http->error);
	else if (http->body.len > MAX_BODY)
		nothing(reply, REPLY_NOTHING, "the answer is too large");
	else
		read_page(reply, http);
}

void
reply_free(struct reply *reply)
{
	buf_free(&reply->text);
	buf_free(&reply->reason);
	buf_free(&reply->param);
}
