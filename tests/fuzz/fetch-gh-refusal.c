/*
 * Fuzz target: an answer that is none: the status in two bytes, headers, an
 * empty line, a body.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "limits.h"
#include "refusal.h"
#include "target.h"
#include "utf8.h"

/* To wait is to wait for a time, or for ever, or not at all. */
static void
check_wait(const struct http_reply *reply)
{
	double wait = limits_wait(reply);

	assert(wait == -1 || wait >= 1);
	for (int tries = 1; tries < 7; tries++) {
		double again = limits_retry(reply, tries);

		assert(again == -1 || again >= 1);
		assert(isfinite(again) || reply->status == 401);
		assert(tries < 5 || again == -1 || reply->status == 401);
	}
}

/* A reason is one line of text. */
static void
check_reason(const struct http_reply *reply)
{
	struct buf reason = { 0 };

	refusal_explain(reply, &reason);
	assert(reason.len > 0 && reason.len < 1000);
	for (const char *p = reason.at; *p != '\0';) {
		assert(utf8_len(p) > 0);
		assert(!utf8_is_control(utf8_next(&p)));
	}
	buf_free(&reason);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size), *end;
	struct http_reply reply = { .error = "none", .date = 1770000000 };
	struct quota quota = { .left = -1 };

	if (size > 2) {
		reply.status = 400 + data[0] % 2 * 100 + data[1] % 60;
		if ((end = strstr(s + 2, "\n\n")) != NULL) {
			*end = '\0';
			buf_str(&reply.body, end + 2);
		}
		buf_str(&reply.headers, s + 2);
		check_wait(&reply);
		check_reason(&reply);
		refusal_is_empty(&reply);
		limits_note_quota(&quota, &reply);
		assert(!isnan(quota.left));
	}
	buf_free(&reply.headers);
	buf_free(&reply.body);
	free(s);
	return 0;
}
