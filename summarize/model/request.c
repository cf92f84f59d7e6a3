/*
 * A question to a model. What is fixed comes first, so that servers that keep
 * what they have read of a question have it ready for the next.
 */
#include <inttypes.h>
#include <sha256.h>
#include <string.h>

#include "emit.h"
#include "request.h"
#include "scan.h"
#include "tokens.h"

enum {
	ANSWER_SLACK = 2048 /* tokens, for what models think before */
};

/* A mark that nobody can write who does not know all that is asked. */
static uint64_t
make_mark(const struct request *request)
{
	uint8_t hash[SHA256_DIGEST_LENGTH];
	uint64_t mark;
	SHA2_CTX context;

	SHA256Init(&context);
	for (size_t i = 0; i < request->count; i++) {
		const struct buf *shown = &request->subjects[i]->shown;

		SHA256Update(
		    &context, (const uint8_t *)shown->at, shown->len + 1);
	}
	SHA256Final(hash, &context);
	memcpy(&mark, hash, sizeof mark);
	return mark;
}

/* Says how the answer is to look; models heed best what comes last. */
static void
put_form(struct buf *out, const struct request *request)
{
	const struct task *task = request->task;

	buf_str(out, "Answer with JSON alone, in this form:\n");
	buf_str(out, task->listed ? "{\"items\":[{\"id\":\"i1\"" : "{");
	for (size_t i = 0; i < TASK_FIELDS; i++)
		buf_printf(out, "%s\"%s\":\"...\"",
		    i > 0 || task->listed ? "," : "", task->fields[i]);
	buf_str(out, task->listed ? "}]}\n" : "}\n");
	if (task->listed)
		buf_printf(out, "One entry for each item, i1 to i%zu.\n",
		    request->count);
	buf_printf(out, "Write in %s.\n",
	    task->lang == LANG_ZH ? "Simplified Chinese (zh)" : "English (en)");
}

/* Adds what is shown of a subject, in which nothing looks like a mark. */
static void
put_shown(struct buf *out, const struct subject *subject)
{
	for (size_t i = 0; i < subject->sent_len; i++) {
		const char *at = subject->shown.at + i;

		buf_char(out, *at);
		if (*at == '<' && at[1] == '<')
			buf_char(out, ' ');
	}
	if (subject->sent_len < subject->shown.len)
		buf_char(out, '\n');
}

static void
put_user(struct buf *out, const struct request *request)
{
	uint64_t mark = make_mark(request);

	for (size_t i = 0; i < request->count; i++) {
		const struct subject *subject = request->subjects[i];

		buf_printf(out, "<<%020" PRIu64 "\n", mark);
		if (request->task->listed)
			buf_printf(out, "id: i%zu\n", i + 1);
		put_shown(out, subject);
		buf_printf(out, "%020" PRIu64 ">>\n\n", mark);
		if (subject->reason.len > 0)
			buf_printf(out,
			    "Your last answer to this was not "
			    "taken: %s.\n",
			    subject->reason.at);
	}
	put_form(out, request);
}

static void
emit_text_type(struct buf *out, const char *key)
{
	emit_open(out, key, '{');
	emit_string(out, "type", "string");
	emit_close(out, '}');
}

/* An object all of whose members are texts; `id` is one of them if listed. */
static void
emit_entry(struct buf *out, const char *key, const struct task *task)
{
	emit_open(out, key, '{');
	emit_string(out, "type", "object");
	emit_open(out, "properties", '{');
	if (task->listed)
		emit_text_type(out, "id");
	for (size_t i = 0; i < TASK_FIELDS; i++)
		emit_text_type(out, task->fields[i]);
	emit_close(out, '}');
	emit_open(out, "required", '[');
	if (task->listed)
		emit_string(out, NULL, "id");
	for (size_t i = 0; i < TASK_FIELDS; i++)
		emit_string(out, NULL, task->fields[i]);
	emit_close(out, ']');
	emit_bool(out, "additionalProperties", false);
	emit_close(out, '}');
}

static void
emit_schema(struct buf *out, const struct task *task)
{
	if (!task->listed) {
		emit_entry(out, "schema", task);
		return;
	}
	emit_open(out, "schema", '{');
	emit_string(out, "type", "object");
	emit_open(out, "properties", '{');
	emit_open(out, "items", '{');
	emit_string(out, "type", "array");
	emit_entry(out, "items", task);
	emit_close(out, '}');
	emit_close(out, '}');
	emit_open(out, "required", '[');
	emit_string(out, NULL, "items");
	emit_close(out, ']');
	emit_bool(out, "additionalProperties", false);
	emit_close(out, '}');
}

static void
emit_format(struct buf *out, const struct request *request)
{
	enum habits_format format = request->habits->format;

	if (format == HABITS_PLAIN)
		return;
	emit_open(out, "response_format", '{');
	emit_string(out, "type", habits_format_name(format));
	if (format == HABITS_SCHEMA) {
		emit_open(out, "json_schema", '{');
		emit_string(out, "name", "report");
		emit_bool(out, "strict", true);
		emit_schema(out, request->task);
		emit_close(out, '}');
	}
	emit_close(out, '}');
}

static void
emit_message(struct buf *out, const char *role, const char *content)
{
	emit_open(out, NULL, '{');
	emit_string(out, "role", role);
	emit_string(out, "content", content);
	emit_close(out, '}');
}

/* Sets the members of `extra` in the body. */
static void
add_extra(struct buf *body, const char *extra)
{
	struct object given = { 0 };
	struct buf key = { 0 };

	scan_object(&given, extra, strlen(extra));
	for (size_t i = 0; i < given.count; i++) {
		const struct member *member = &given.members[i];
		struct object object = { 0 };
		struct buf longer = { 0 };

		buf_clear(&key);
		buf_add(&key, given.text.at + member->key, member->key_len);
		scan_object(&object, body->at, body->len);
		scan_splice(&longer, &object, key.at,
		    (struct span) {
			given.text.at + member->value, member->value_len });
		scan_free(&object);
		buf_free(body);
		*body = longer;
	}
	buf_free(&key);
	scan_free(&given);
}

size_t
request_write(struct buf *body, const struct request *request)
{
	const struct habits *habits = request->habits;
	const struct task *task = request->task;
	size_t answer = request->count * task->answer, tokens;
	struct buf user = { 0 };

	put_user(&user, request);
	buf_clear(body);
	emit_open(body, NULL, '{');
	emit_string(body, "model", request->model);
	emit_open(body, "messages", '[');
	emit_message(body, "system", task->prompt);
	emit_message(body, "user", user.at);
	emit_close(body, ']');
	if (!habits->any_temperature)
		emit_integer(body, "temperature", 0);
	if (habits->limit != HABITS_UNLIMITED)
		emit_integer(body, habits_limit_name(habits->limit),
		    (long long)(2 * answer + ANSWER_SLACK));
	emit_format(body, request);
	emit_close(body, '}');
	if (request->extra != NULL)
		add_extra(body, request->extra);
	tokens = tokens_of(task->prompt) + tokens_of(user.at);
	buf_free(&user);
	return tokens;
}
