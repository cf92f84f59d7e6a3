/*
 * GitHub's limits: how often it may be asked. See
 * <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>.
 */
#ifndef LIMITS_H
#define LIMITS_H

#include "http.h"

/*
 * How long to wait before asking again, as http_manners has it: Retry-After,
 * else the reset where the quota is used up, else a minute and longer where
 * the secondary limit was hit; a refusal for another reason is final, and that
 * of the token is so for all that is asked.
 */
double limits_retry(const struct http_reply *reply, int tries);

/*
 * Returns how many seconds the answer asks to wait: by Retry-After, else until
 * the quota is new where it is used up; -1 where it asks nothing.
 */
double limits_wait(const struct http_reply *reply);

/* What an answer says of the quota; -1 where it does not. Start with { -1 }. */
struct quota {
	double left, limit, reset; /* requests; seconds since 1970 */
};

/* Keeps what the answer says of the quota, if it says anything. */
void limits_note_quota(struct quota *quota, const struct http_reply *reply);

/* Says, if verbose, how much of the quota is left. */
void limits_say_quota(const struct quota *quota);

#endif
