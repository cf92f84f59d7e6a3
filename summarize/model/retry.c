/*
 * When a model may be asked again.
 */
#include <math.h>
#include <stdlib.h>
#include <strings.h>

#include "reply.h"
#include "retry.h"

enum {
	MAX_TRIES = 2
};

/* Returns the milliseconds of the header `name` in seconds; 0: it has none. */
static double
milliseconds(const struct http_reply *http, const char *name)
{
	struct buf value = { 0 };
	double wait = 0;

	if (http_header(http, name, &value))
		wait = strtod(value.at, NULL) / 1000;
	buf_free(&value);
	return isfinite(wait) && wait > 0 ? wait : 0;
}

/* Tells whether the server says that asking again is no use, or is. */
static bool
should_retry(const struct http_reply *http)
{
	struct buf value = { 0 };
	struct reply reply = { 0 };
	bool should;

	if (http_header(http, "x-should-retry", &value)) {
		should = strcasecmp(value.at, "false") != 0;
	} else {
		reply_read(&reply, http);
		should = reply.kind == REPLY_FAILED &&
		    (http->fleeting || http->status == 408 ||
			http->status == 409 || http->status == 429 ||
			http->status >= 500);
	}
	reply_free(&reply);
	buf_free(&value);
	return should;
}

double
retry_wait(const struct http_reply *http, int tries)
{
	double asked = milliseconds(http, "retry-after-ms"), usual;

	if (tries > MAX_TRIES || !should_retry(http))
		return -1;
	if (asked <= 0)
		asked = http_asked_to_wait(http);
	usual = ldexp(0.5, tries - 1) * (1 + drand48() / 4);
	return asked > 0 ? asked : usual;
}
