/*
 * One question to a web service over curl, and its answer: limits, headers,
 * secrets.
 */
#ifndef TRANSFER_H
#define TRANSFER_H

#include <curl/curl.h>

#include "http.h"

struct transfer {
	CURL *easy;
	struct curl_slist *headers;
	struct http_reply *reply; /* the caller's; filled as it comes in */
	char error[CURL_ERROR_SIZE];
	const char *refusal; /* why we want no more of the answer */
};

/*
 * Prepares to ask for reply->url as `manners` say, with `etag` (may be empty)
 * as the answer that is known. `data` is found again by CURLINFO_PRIVATE.
 */
void transfer_open(struct transfer *transfer, struct http_reply *reply,
    const struct http_manners *manners, const char *etag, void *data);

/*
 * Has the JSON document `body`, which must outlive the transfer, posted, and no
 * redirect followed.
 */
void transfer_post(struct transfer *transfer, const struct buf *body);

/* Ends the transfer after `seconds`, however silent it is until then. */
void transfer_bear_thought(struct transfer *transfer, double seconds);

/*
 * Ends the transfer when nothing has come for `seconds`, but not within 5, and
 * in any case after 60.
 */
void transfer_bear_silence(struct transfer *transfer, double seconds);

/*
 * Takes note of how the transfer ended: sets status, date and, unless it went
 * well, error in the reply.
 */
void transfer_ended(struct transfer *transfer, CURLcode result);

/* Gives everything back but the reply. */
void transfer_close(struct transfer *transfer);

#endif
