/*
 * Fuzz target: how long the headers of an answer ask to wait.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "http.h"
#include "target.h"

/* To wait is to wait for a time; whoever is told so waits no shorter. */
static void
check_wait(const struct http_reply *reply)
{
	double asked = http_asked_to_wait(reply);

	assert(isfinite(asked) && asked >= 0);
	for (int tries = 1; tries < 7; tries++) {
		double wait = http_retry(reply, tries);

		assert(tries <= 4 ? wait >= 1 && wait >= asked : wait == -1);
	}
}

/* The moment is a date of four digits and a time, or is not told. */
static void
check_moment(const struct http_reply *reply)
{
	static const char words[] = "; it may be asked again at ";
	struct buf reason = { 0 };

	buf_clear(&reason);
	http_put_when(reply, http_asked_to_wait(reply), &reason);
	assert(reason.len == 0 ||
	    (strncmp(reason.at, words, strlen(words)) == 0 &&
		reason.len == strlen(words) + strlen("2026-02-03T00:00:00Z")));
	buf_free(&reason);
}

/* What is read of a header is within its line, without blanks around it. */
static void
check_header(const struct http_reply *reply)
{
	struct buf value = { 0 };

	if (http_header(reply, "RETRY-AFTER", &value)) {
		assert(strpbrk(value.at, "\r\n") == NULL);
		assert(value.len == 0 ||
		    (strchr(" \t", value.at[0]) == NULL &&
			strchr(" \t", value.at[value.len - 1]) == NULL));
	} else {
		assert(http_asked_to_wait(reply) == 0);
	}
	buf_free(&value);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);
	struct http_reply reply = { .status = 503, .date = 1770000000 };

	buf_str(&reply.headers, s);
	check_header(&reply);
	check_wait(&reply);
	check_moment(&reply);
	buf_free(&reply.headers);
	free(s);
	return 0;
}
