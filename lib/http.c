/*
 * A polite client over curl's multi interface. A question waits until its time
 * has come and a place is free, runs, and is answered or waits again.
 */
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cache.h"
#include "diag.h"
#include "file.h"
#include "http.h"
#include "transfer.h"

struct question {
	struct question *next;
	struct http_source *source;
	char *url;
	double due, began; /* by the clock of now() */
	int tries;
	struct transfer transfer;
	struct http_reply reply;
	struct http_reply kept; /* from the cache; status 0: nothing */
};

struct http {
	const struct http_manners *manners;
	const struct http_wishes *wishes;
	char *cache_dir;
	CURLM *multi;
	struct question *waiting; /* in the order in which they were put */
	int running;
	double next_start;
	double closed_until; /* the service wants no question before that */
	struct buf closed; /* says so */
};

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

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
	struct question *question = xmalloc(sizeof *question);

	*question = (struct question) {
		.source = source, .url = xstrdup(url), .tries = 0, .due = now()
	};
	question->reply.url = question->kept.url = question->url;
	put_last(http, question);
}

/* Gives the answer to whoever asked, and forgets the question. */
static void
answer(struct question *question, struct http_reply *reply)
{
	question->source->done(question->source, reply);
	buf_free(&question->reply.headers);
	buf_free(&question->reply.body);
	buf_free(&question->kept.headers);
	buf_free(&question->kept.body);
	free(question->url);
	free(question);
}

static void
answer_offline(struct http *http, struct question *question)
{
	if (!cache_read(http->cache_dir, &question->kept))
		question->kept.error = "not in the cache";
	answer(question, &question->kept);
}

static void
start(struct http *http, struct question *question)
{
	struct buf etag = { 0 };

	buf_clear(&etag);
	if (cache_read(http->cache_dir, &question->kept) &&
	    question->kept.status == 200)
		http_header(&question->kept, "etag", &etag);
	diag_note("asking %s", question->url);
	transfer_open(&question->transfer, &question->reply, http->manners,
	    etag.at, question);
	transfer_bear_silence(&question->transfer,
	    http->wishes->patience - question->source->waited);
	if (curl_multi_add_handle(http->multi, question->transfer.easy) != 0)
		diag_die("libcurl cannot be used");
	http->running++;
	question->began = now();
	http->next_start = question->began + http->manners->pace;
	buf_free(&etag);
}

static bool
is_shut_out(const struct http *http, const struct question *question)
{
	double left = http->wishes->patience - question->source->waited;

	return now() < http->closed_until && http->closed_until - now() > left;
}

/* Starts what is due while there are places; answers at once what needs none. */
static void
start_due(struct http *http)
{
	struct question **at = &http->waiting;

	while (*at != NULL) {
		struct question *question = *at;

		if (http->wishes->offline) {
			*at = question->next;
			answer_offline(http, question);
			at = &http->waiting;
		} else if (is_shut_out(http, question)) {
			*at = question->next;
			question->reply.error = http->closed.at;
			answer(question, &question->reply);
			at = &http->waiting;
		} else if (http->running < http->manners->connections &&
		    now() >= question->due && now() >= http->next_start) {
			*at = question->next;
			start(http, question);
		} else {
			at = &question->next;
		}
	}
}

/* GitHub's two limits: who goes on asking may be shut out. */
static bool
is_for_all(const struct http_reply *reply)
{
	return reply->status == 403 || reply->status == 429;
}

/*
 * Nothing is asked for the next `wait` seconds; whoever cannot wait so long is
 * told so.
 */
static void
close_service(struct http *http, const struct http_reply *reply, double wait)
{
	http->closed_until = now() + wait;
	http->next_start = fmax(http->next_start, http->closed_until);
	buf_clear(&http->closed);
	buf_str(&http->closed, "not asked, for another question was refused");
	http_put_when(reply, wait, &http->closed);
}

/* Puts the question again if the service may be asked again in time. */
static bool
ask_again(struct http *http, struct question *question)
{
	double wait = http->manners->retry(&question->reply, ++question->tries);
	struct http_source *source = question->source;

	source->waited += now() - question->began;
	if (wait < 0)
		return false;
	if (source->waited + wait > http->wishes->patience) {
		diag_note("%s: would have to wait %.0f s", question->url, wait);
		if (is_for_all(&question->reply))
			close_service(http, &question->reply, wait);
		return false;
	}
	source->waited += wait;
	question->due = now() + wait;
	if (is_for_all(&question->reply))
		http->next_start = fmax(http->next_start, question->due);
	diag_note("%s: %s; asking again in %.1f s", question->url,
	    question->reply.error, wait);
	put_last(http, question);
	return true;
}

static void
ended(struct http *http, struct question *question, CURLcode result)
{
	struct http_reply *reply = &question->reply;

	curl_multi_remove_handle(http->multi, question->transfer.easy);
	transfer_ended(&question->transfer, result);
	transfer_close(&question->transfer);
	http->running--;
	cache_write(http->cache_dir, reply);
	if (reply->status == 304 && question->kept.status == 200)
		answer(question, &question->kept);
	else if (reply->error == NULL || !ask_again(http, question))
		answer(question, reply);
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
	if (first < http->next_start)
		first = http->next_start;
	wait = (first - now()) * 1000;
	return wait < 0 ? 0 : wait > 1000 ? 1000 : (int)wait + 1;
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
		curl_multi_poll(
		    http->multi, NULL, 0, milliseconds_to_next(http), NULL);
	}
}

void
http_close(struct http *http)
{
	curl_multi_cleanup(http->multi);
	curl_global_cleanup();
	buf_free(&http->closed);
	free(http->cache_dir);
	free(http);
}
