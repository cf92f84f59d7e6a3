/*
 * A question to a web service.
 */
#include <stdlib.h>

#include "alloc.h"
#include "cache.h"
#include "pace.h"
#include "question.h"

struct question *
question_new(
    struct http_source *source, const char *url, const struct buf *body)
{
	struct question *question = xmalloc(sizeof *question);

	*question = (struct question) {
		.source = source, .url = xstrdup(url), .due = pace_now()
	};
	question->reply.url = question->kept.url = question->url;
	if (body != NULL)
		buf_add(&question->body, body->at, body->len);
	return question;
}

/* A page that whoever asked cannot use is no answer. */
static void
judge(const struct question *question, struct http_reply *reply)
{
	if (reply->error != NULL || question->source->fault == NULL)
		return;
	reply->error = question->source->fault(reply);
	if (reply->error != NULL) {
		reply->status = 0;
		reply->fleeting = true;
	}
}

void
question_open(struct question *question, const struct http_manners *manners,
    const char *dir)
{
	bool posts = question->body.at != NULL;
	struct buf etag = { 0 };

	buf_clear(&etag);
	if (!posts && cache_read(dir, &question->kept))
		judge(question, &question->kept);
	if (question->kept.status == 200)
		http_header(&question->kept, "etag", &etag);
	transfer_open(
	    &question->transfer, &question->reply, manners, etag.at, question);
	if (posts)
		transfer_post(&question->transfer, &question->body);
	buf_free(&etag);
}

struct http_reply *
question_close(struct question *question, CURLcode result, const char *dir)
{
	struct http_reply *reply = &question->reply;

	transfer_ended(&question->transfer, result);
	transfer_close(&question->transfer);
	judge(question, reply);
	if (question->body.at == NULL)
		cache_write(dir, reply);
	return reply->status == 304 && question->kept.status == 200
	    ? &question->kept
	    : reply;
}

struct http_reply *
question_recall(struct question *question, const char *dir)
{
	if (!cache_read(dir, &question->kept))
		question->kept.error = "not in the cache";
	else
		http_read_date(&question->kept);
	question->kept.recalled = true;
	judge(question, &question->kept);
	return &question->kept;
}

void
question_answer(struct question *question, struct http_reply *reply)
{
	question->source->done(question->source, reply);
	buf_free(&question->reply.headers);
	buf_free(&question->reply.body);
	buf_free(&question->kept.headers);
	buf_free(&question->kept.body);
	buf_free(&question->body);
	free(question->url);
	free(question);
}
