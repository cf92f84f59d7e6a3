/*
 * What it means when GitHub gives no list, in words for a person. See
 * <https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api>.
 */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <stdbool.h>

#include "http.h"

/* Sets `reason` to why there is no answer. */
void refusal_explain(const struct http_reply *reply, struct buf *reason);

/*
 * Returns in words why there is no list, where that is no fault: nothing was
 * ever committed, or the repository has no issues; NULL: it is one.
 */
const char *refusal_is_empty(const struct http_reply *reply);

/* Tells whether the pages of the list can be had by their cursors alone. */
bool refusal_wants_cursor(const struct http_reply *reply);

/* Tells whether GitHub gave up on the work that an answer would have been. */
bool refusal_is_overload(const struct http_reply *reply);

/* Sets `message` to what GitHub says about an error; "" for nothing. */
void refusal_message(const struct http_reply *reply, struct buf *message);

#endif
