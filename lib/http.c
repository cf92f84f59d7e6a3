/*
 * A polite client over curl's multi interface. A question waits until its time
 * has come and a place is free, runs, and is answered or waits again.
 */
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "file.h"
#include "http.h"
#include "pace.h"
#include "question.h"

struct http {
	const struct http_manners *manners;
	const struct http_wishes *wishes;
	char *cache_dir;
	CURLM *multi;
	struct question *waiting; /* in the order in which they were put */
	int running;
	unsigned long long answers;
	struct pace pace;
};

struct http *
http_open(const struct http_manners *manners, const struct http_wishes *wishes)
{
	struct http *http = xmalloc(sizeof *http);

	signal(SIGPIPE, SIG_IGN);
	curl_global_init(CURL_GLOBAL_DEFAULT);
	*http = (struct http) {
		.manners = manners,
		.wishes = wishes,
		.cache_dir = wishes->cache_dir != NULL
		    ? xstrdup(wishes->cache_dir)
		    : http_cache_dir(),
		.multi = curl_multi_init(),
	};
	if (http->multi == NULL)
		diag_die("libcurl cannot be used");
	if (!wishes->offline)
		file_make_folder(http->cache_dir);
	pace_open(&http->pace, wishes->offline ? NULL : http->cache_dir,
	    manners->service, manners->pace);
	curl_multi_setopt(
	    http->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	curl_multi_setopt(http->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS,
	    (long)manners->connections);
	return http;
}

static void
put_last(struct http *http, struct question *question)
{
	struct question **end = &http->waiting;

	while (*end != NULL)
		end = &(*end)->next;
	question->next = NULL;
	*end = question;
}

void
http_ask(struct http *http, struct http_source *source, const char *url)
{
	put_last(http, question_new(source, url, NULL));
}

void
http_post(struct http *http, struct http_source *source, const char *url,
    const struct buf *body)
{
	put_last(http, question_new(source, url, body));
}

static double
patience_left(const struct http *http, const struct question *question)
{
	return http->wishes->patience - question->source->waited;
}

static void
start(struct http *http, struct question *question)
{
	diag_note("asking %s", question->url);
	question_open(question, http->manners, http->cache_dir);
	if (question->body.at != NULL)
		transfer_bear_thought(
		    &question->transfer, http->wishes->patience / 2);
	else
		transfer_bear_silence(
		    &question->transfer, patience_left(http, question));
	if (curl_multi_add_handle(http->multi, question->transfer.easy) != 0)
		diag_die("libcurl cannot be used");
	http->running++;
	question->began = pace_now();
	pace_asked(&http->pace);
}

/*
 * Returns the answer of a question that needs no asking, or cannot be asked in
 * time; NULL: it is to be asked.
 */
static struct http_reply *
answer_at_once(struct http *http, struct question *question)
{
	const char *refusal;

	if (http->wishes->offline)
		return question_recall(question, http->cache_dir);
	refusal = pace_refusal(&http->pace, patience_left(http, question));
	question->reply.error = refusal;
	return refusal != NULL ? &question->reply : NULL;
}

/* Starts what is due while there are places. */
static void
start_due(struct http *http)
{
	struct question **at = &http->waiting;

	while (*at != NULL) {
		struct question *question = *at;
		struct http_reply *reply = answer_at_once(http, question);

		if (reply != NULL) {
			*at = question->next;
			question_answer(question, reply);
			at = &http->waiting;
		} else if (http->running < http->manners->connections &&
		    pace_now() >= question->due && pace_may(&http->pace)) {
			*at = question->next;
			start(http, question);
		} else {
			at = &question->next;
		}
	}
}

/* GitHub's limits, a token that is not valid: who goes on may be shut out. */
static bool
is_for_all(const struct http_reply *reply)
{
	return reply->status == 401 || reply->status == 403 ||
	    reply->status == 429;
}

/*
 * Nothing is asked for the next `wait` seconds; whoever cannot wait so long is
 * told so.
 */
static void
close_service(struct http *http, const struct http_reply *reply, double wait)
{
	struct buf reason = { 0 };

	buf_str(&reason, "not asked, for another question was refused");
	http_put_when(reply, wait, &reason);
	pace_shut(&http->pace, wait, reason.at);
	buf_free(&reason);
}

/* Puts the question again if the service may be asked again in time. */
static bool
ask_again(struct http *http, struct question *question)
{
	double wait = http->manners->retry(&question->reply, ++question->tries);
	struct http_source *source = question->source;

	source->waited += pace_now() - question->began;
	if (wait < 0)
		return false;
	if (source->waited + wait > http->wishes->patience) {
		if (isfinite(wait))
			diag_note("%s: asks for %.0f s", question->url, wait);
		if (is_for_all(&question->reply))
			close_service(http, &question->reply, wait);
		return false;
	}
	source->waited += wait;
	question->due = pace_now() + wait;
	if (is_for_all(&question->reply))
		pace_rest(&http->pace, wait);
	diag_note("%s: %s; asking again in %.1f s", question->url,
	    question->reply.error, wait);
	put_last(http, question);
	return true;
}

static void
ended(struct http *http, struct question *question, CURLcode result)
{
	struct http_reply *reply;
	double delay = 0;

	curl_easy_getinfo(
	    question->transfer.easy, CURLINFO_PRETRANSFER_TIME, &delay);
	curl_multi_remove_handle(http->multi, question->transfer.easy);
	reply = question_close(question, result, http->cache_dir);
	pace_answered(&http->pace, delay);
	http->running--;
	http->answers++;
	if (reply->error == NULL || !ask_again(http, question))
		question_answer(question, reply);
}

static void
take_ended(struct http *http)
{
	CURLMsg *message;
	int left;

	while ((message = curl_multi_info_read(http->multi, &left)) != NULL) {
		CURLcode result = message->data.result;
		char *private;

		curl_easy_getinfo(
		    message->easy_handle, CURLINFO_PRIVATE, &private);
		ended(http, (struct question *)(void *)private, result);
	}
}

/* Returns for how long nothing can be started, in milliseconds. */
static int
milliseconds_to_next(const struct http *http)
{
	double first = -1, wait;

	for (const struct question *q = http->waiting; q != NULL; q = q->next)
		if (first < 0 || q->due < first)
			first = q->due;
	if (first < 0 || http->running >= http->manners->connections)
		return 1000;
	if (first < http->pace.next)
		first = http->pace.next;
	wait = (first - pace_now()) * 1000;
	return wait < 0 ? 0 : wait > 1000 ? 1000 : (int)wait + 1;
}

static void
show_progress(const struct http *http)
{
	double wait = http->pace.next - pace_now();

	if (http->manners->progress != NULL)
		http->manners->progress();
	else if (http->running == 0 && wait > 0)
		diag_progress(
		    "%llu answers, waiting %.0f s", http->answers, ceil(wait));
	else
		diag_progress("%llu answers, asking for %d more", http->answers,
		    http->running);
}

void
http_run(struct http *http)
{
	int active;

	start_due(http);
	while (http->running > 0 || http->waiting != NULL) {
		if (curl_multi_perform(http->multi, &active) != CURLM_OK)
			diag_die("libcurl cannot be used");
		take_ended(http);
		start_due(http);
		if (http->running == 0 && http->waiting == NULL)
			break;
		show_progress(http);
		curl_multi_poll(
		    http->multi, NULL, 0, milliseconds_to_next(http), NULL);
	}
}

void
http_close(struct http *http)
{
	curl_multi_cleanup(http->multi);
	curl_global_cleanup();
	pace_close(&http->pace);
	free(http->cache_dir);
	free(http);
}
