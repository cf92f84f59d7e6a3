/*
 * GitHub's limits, in the order in which its rules have them.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "limits.h"
#include "refusal.h"
#include "when.h"

enum {
	SECONDARY_S = 60, /* the least to wait where GitHub does not say */
	MAX_TRIES = 4,
	MAX_TRIES_OVERLOADED = 2 /* then less may be asked for at once */
};

/* Returns a header as a number; -1 if it is none. */
static double
number_of(const struct http_reply *reply, const char *name)
{
	struct buf value = { 0 };
	char *end;
	double number = -1;

	if (http_header(reply, name, &value) && value.len > 0) {
		number = strtod(value.at, &end);
		if (*end != '\0' || !isfinite(number))
			number = -1;
	}
	buf_free(&value);
	return number;
}

static bool
is_secondary(const struct http_reply *reply)
{
	struct buf message = { 0 };
	bool secondary;

	refusal_message(reply, &message);
	secondary = strcasestr(message.at, "secondary rate") != NULL ||
	    strcasestr(message.at, "abuse") != NULL;
	buf_free(&message);
	return secondary;
}

/* Returns the seconds until the quota is new; -1 if it is not used up. */
static double
until_reset(const struct http_reply *reply)
{
	double reset = number_of(reply, "x-ratelimit-reset");

	if (number_of(reply, "x-ratelimit-remaining") != 0 || reset < 0)
		return -1;
	return fmax(1, reset - (double)reply->date + 1);
}

double
limits_wait(const struct http_reply *reply)
{
	double asked = http_asked_to_wait(reply);

	return asked > 0 ? fmax(1, asked) : until_reset(reply);
}

double
limits_retry(const struct http_reply *reply, int tries)
{
	double wait = limits_wait(reply);

	if (reply->status == 401)
		return INFINITY;
	if (refusal_is_overload(reply) && tries > MAX_TRIES_OVERLOADED)
		return -1;
	if (reply->status != 403 && reply->status != 429)
		return http_retry(reply, tries);
	if (tries > MAX_TRIES)
		return -1;
	if (wait >= 0)
		return wait;
	if (reply->status == 429 || is_secondary(reply))
		return ldexp(SECONDARY_S, tries - 1);
	return -1;
}

void
limits_note_quota(struct quota *quota, const struct http_reply *reply)
{
	double left = number_of(reply, "x-ratelimit-remaining");

	if (left < 0)
		return;
	quota->left = left;
	quota->limit = number_of(reply, "x-ratelimit-limit");
	quota->reset = number_of(reply, "x-ratelimit-reset");
}

void
limits_say_quota(const struct quota *quota)
{
	char reset[WHEN_TIME_SIZE] = "?";

	if (quota->left < 0)
		return;
	if (quota->reset > 0 && quota->reset < 1e11)
		when_put_time(reset, (time_t)quota->reset);
	diag_note("quota: %.0f of %.0f requests are left until %s", quota->left,
	    quota->limit, reset);
}
