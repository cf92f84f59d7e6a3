/*
 * A polite client for one web service: one event loop, at most so many
 * questions at once and so many a second, waits when it is told to, and keeps
 * the answers; see pace.h.
 */
#ifndef HTTP_H
#define HTTP_H

#include <stdbool.h>
#include <time.h>

#include "buf.h"

/* An answer, or what became of it; it lives while http_done runs. */
struct http_reply {
	const char *url; /* as it was asked */
	long status; /* of the last answer; 0: there was none */
	/*
	 * Of that answer, a line each; Content-Location is where redirects led.
	 */
	struct buf headers;
	struct buf body;
	time_t date; /* the server's clock, else ours */
	bool recalled; /* it was kept since `date`, and nobody was asked */
	const char *error; /* NULL: it is a whole page; see http_judge() */
	bool fleeting; /* no answer, but there may be one to the next try */
};

/*
 * A list of pages or a single page, asked one after the other; the caller's.
 * Waits of all its questions add up, and so does the time of tries that failed.
 */
struct http_source {
	void (*done)(struct http_source *source, struct http_reply *reply);
	/*
	 * Returns why a whole page is none that was asked for, in a text that
	 * lives until the next call, or NULL. Such a page is a fleeting fault,
	 * and not kept. NULL: any page will do.
	 */
	const char *(*fault)(const struct http_reply *reply);
	void *data;
	double waited; /* seconds */
};

/* What the service asks of its clients. */
struct http_manners {
	const char *base; /* the address below which the service answers */
	const char *token; /* sent to the host of `base` alone; NULL: none */
	const char *const *headers; /* "Name: value", a NULL ends them */
	int connections; /* at once, at the most */
	double pace; /* seconds from one question to the next */
	const char *service; /* known to all processes, which take turns */
	void (*progress)(void); /* shows how far it is; NULL: in our words */
	/*
	 * How long to wait before asking again after `tries` answers that
	 * were not 200, in seconds; negative: do not, INFINITY: nor anything
	 * else, if the status is 401, 403 or 429. See http_retry().
	 */
	double (*retry)(const struct http_reply *reply, int tries);
};

/* What the user asks of the client. */
struct http_wishes {
	const char *cache_dir; /* NULL: http_cache_dir() */
	bool offline; /* answers come from the cache alone */
	double patience; /* seconds that a source may wait in all */
};

struct http;

/*
 * Opens a client; both structures must outlive it. Ends the program with
 * status 3 if the cache cannot be made.
 */
struct http *
http_open(const struct http_manners *manners, const struct http_wishes *wishes);

/* Puts a question; its answer comes to source->done while http_run() runs. */
void http_ask(struct http *http, struct http_source *source, const char *url);

/*
 * The same by POST, the JSON document `body` with it. Neither is what was asked
 * kept nor the answer; it may take half the patience, in silence too; and
 * wherever it redirects to, nobody is asked there.
 */
void http_post(struct http *http, struct http_source *source, const char *url,
    const struct buf *body);

/*
 * Asks until all questions have been answered, those too that are put while
 * it runs.
 */
void http_run(struct http *http);

/* Gives everything back. */
void http_close(struct http *http);

/*
 * The usual rule for asking again: after a fleeting fault, 408, 429 and 5xx, up
 * to four times, as Retry-After says, else 1, 2, 4, 8 s and a little more.
 */
double http_retry(const struct http_reply *reply, int tries);

/*
 * Sets `error` as the status has it: NULL for 200. The text lives until the
 * next call.
 */
void http_judge(struct http_reply *reply);

/* Sets `date` as the headers have it, else to now. */
void http_read_date(struct http_reply *reply);

/* Returns the seconds that Retry-After asks for; 0 where it does not. */
double http_asked_to_wait(const struct http_reply *reply);

/* Appends when the service may be asked again, if `wait` is over 0 seconds. */
void
http_put_when(const struct http_reply *reply, double wait, struct buf *reason);

/*
 * Sets `value` to the header `name` of the answer, without blanks around it;
 * false: it has none.
 */
bool http_header(
    const struct http_reply *reply, const char *name, struct buf *value);

/* Appends `text` as a part of an address, encoded. */
void http_encode(struct buf *url, const char *text);

/*
 * Appends a parameter to the address, behind "?" or "&", its value encoded
 * once.
 */
void http_add_parameter(struct buf *url, const char *name, const char *value);

/* Tells whether two addresses have scheme, host and port in common. */
bool http_same_origin(const char *a, const char *b);

/*
 * Ends the program with status 2 if `base`, the value of the variable `name`,
 * is no http(s) address with a host and without a password.
 */
void http_check_base(const char *name, const char *base);

/* Returns the folder of cached answers that a user expects; free() it. */
char *http_cache_dir(void);

#endif
