/*
 * A round of questions to one model.
 */
#include <string.h>

#include "diag.h"
#include "request.h"
#include "retry.h"
#include "round.h"
#include "tokens.h"

enum {
	MAX_FAILURES = 3
};

static struct round *current; /* whom the functions are for that http calls */

static void
show(void)
{
	const struct asked *asked = current->asked;
	const struct server *server = current->server;
	double cost = (double)asked->sent * server->price_in +
	    (double)asked->received * server->price_out;

	if (server->priced)
		diag_progress("%zu of %zu told, %zu calls, %zu tokens sent, "
			      "%zu received, %.4f paid",
		    asked->done, asked->all, asked->calls, asked->sent,
		    asked->received, cost / 1e6);
	else
		diag_progress("%zu of %zu told, %zu calls, %zu tokens sent, "
			      "%zu received",
		    asked->done, asked->all, asked->calls, asked->sent,
		    asked->received);
}

void
round_put(struct round *round, struct batch *batch)
{
	batch->next = round->waiting;
	round->waiting = batch;
}

/* Remembers the last thing that went wrong. */
static void
note_error(struct round *round, const char *reason)
{
	if (!round->over)
		diag_note("%s: %s", round->model, reason);
	buf_clear(&round->asked->error);
	if (round->server->count > 1)
		buf_printf(&round->asked->error, "%s: ", round->model);
	buf_str(&round->asked->error, reason);
}

void
round_give_up(struct round *round, const char *reason)
{
	if (round->over)
		return;
	round->over = true;
	note_error(round, reason);
	diag_warn("%s: %s", round->model, reason);
}

void
round_failed(struct round *round, const char *reason)
{
	note_error(round, reason);
	if (++round->failures == MAX_FAILURES)
		round_give_up(round, reason);
}

void
round_useless(struct round *round, const char *reason)
{
	note_error(round, reason);
	round->useless++;
	if (round->useless >= MAX_FAILURES && round->useless > round->settled)
		round_give_up(round, reason);
}

void
round_settle(
    struct round *round, struct subject *subject, enum subject_state state)
{
	subject->state = state;
	subject->model = round->model;
	round->asked->done++;
	round->settled++;
	kept_put(&round->asked->kept, subject, round->task, round->model);
}

/* Shares among its subjects what a question has cost. */
static void
account(
    struct round *round, const struct batch *batch, const struct reply *reply)
{
	size_t sent = reply->sent, received = reply->received;
	size_t n = batch->count;

	if (sent == 0 && reply->kind == REPLY_ANSWER)
		sent = batch->tokens - batch->answer;
	if (received == 0 && reply->kind == REPLY_ANSWER)
		received = tokens_of(reply->text.at);
	for (size_t i = 0; i < n; i++) {
		batch->subjects[i]->sent += sent / n + (i < sent % n);
		batch->subjects[i]->received += received / n +
		    (i < received % n);
	}
	round->asked->sent += sent;
	round->asked->received += received;
	round->asked->spent += sent + received;
	round->asked->spent -= batch->tokens;
}

/* A server may say the key that it was given; nobody else is to read it. */
static void
hide_key(struct buf *reason, const char *key)
{
	char *at = reason->at;

	if (key == NULL || *key == '\0')
		return;
	while ((at = strstr(at, key)) != NULL)
		memset(at, '*', strlen(key));
}

static void start_more(struct round *round);

static void
take_reply(struct http_source *source, struct http_reply *http)
{
	struct round *round = current;
	struct batch *batch = source->data;
	struct reply reply = { 0 };

	round->running--;
	reply_read(&reply, http);
	hide_key(&reply.reason, round->server->key);
	if (reply.kind != REPLY_FAILED)
		round->failures = 0;
	account(round, batch, &reply);
	round->take(round, batch, &reply);
	reply_free(&reply);
	batch_free(batch);
	start_more(round);
}

static void
leave_out(struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		batch->subjects[i]->state = SUBJECT_LEFT_OUT;
	batch_free(batch);
}

/* Asks about a batch, unless there is no budget left for it. */
static void
start(struct round *round, struct batch *batch)
{
	struct request request = {
		.model = round->model,
		.task = round->task,
		.subjects = batch->subjects,
		.count = batch->count,
		.habits = &round->habits,
		.extra = round->server->extra,
	};
	struct asked *asked = round->asked;
	size_t limit = round->server->max_tokens;
	struct buf body = { 0 };

	batch->answer = batch->count * round->task->answer;
	batch->tokens = request_write(&body, &request) + batch->answer;
	batch->habits = round->habits;
	batch->source = (struct http_source) {
		.done = take_reply,
		.data = batch,
	};
	if (limit > 0 && asked->spent + batch->tokens > limit) {
		leave_out(batch);
	} else {
		asked->calls++;
		asked->spent += batch->tokens;
		round->running++;
		http_post(round->http, &batch->source, round->url.at, &body);
	}
	buf_free(&body);
}

static struct batch *
next_batch(struct round *round)
{
	struct batch *batch = round->waiting;

	round->waiting = batch->next;
	return batch;
}

static void
start_more(struct round *round)
{
	while (round->waiting != NULL && round->running < round->server->jobs) {
		struct batch *batch = next_batch(round);

		if (round->over) {
			batch_free(batch);
		} else if (batch->count > round->fits) {
			round->waiting = batch_halve(batch, round->waiting);
			batch_free(batch);
		} else {
			start(round, batch);
		}
	}
}

void
round_run(struct round *round)
{
	const struct server *server = round->server;
	const struct http_manners manners = {
		.base = server->base,
		.token = server->key,
		.connections = server->jobs,
		.service = "model",
		.progress = show,
		.retry = retry_wait,
	};
	const struct http_wishes wishes = {
		.cache_dir = server->cache_dir,
		.patience = server->patience,
	};

	round->http = http_open(&manners, &wishes);
	current = round;
	start_more(round);
	http_run(round->http);
	http_close(round->http);
}
