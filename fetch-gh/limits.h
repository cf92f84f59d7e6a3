/*
 * GitHub's rules for its clients: limits, pages, errors. See
 * <https://docs.github.com/en/rest/using-the-rest-api>.
 */
#ifndef LIMITS_H
#define LIMITS_H

#include "http.h"

/*
 * How long to wait before asking again, as http_manners has it: Retry-After,
 * else the reset where the quota is used up, else a minute and longer where
 * the secondary limit was hit; a refusal for another reason is final.
 */
double limits_retry(const struct http_reply *reply, int tries);

/* Sets `url` to the address of the next page; false: this was the last. */
bool limits_next_page(const struct http_reply *reply, struct buf *url);

/*
 * Returns in words why there is no list, where that is no fault: nothing was
 * ever committed, or the repository has no issues; NULL: it is one.
 */
const char *limits_no_list(const struct http_reply *reply);

/* What an answer says of the quota; -1 where it does not. Start with { -1 }. */
struct quota {
	double left, limit, reset; /* requests; seconds since 1970 */
};

/* Keeps what the answer says of the quota, if it says anything. */
void limits_note_quota(struct quota *quota, const struct http_reply *reply);

/* Says, if verbose, how much of the quota is left. */
void limits_say_quota(const struct quota *quota);

/* Sets `reason` to what went wrong, in words for a person. */
void limits_explain(const struct http_reply *reply, struct buf *reason);

#endif
