/*
 * When a model may be asked again.
 */
#ifndef RETRY_H
#define RETRY_H

#include "http.h"

/*
 * The `retry` of http_manners, as OpenAI's own clients do it: twice at the most
 * after 408, 409, 429, 5xx and faults on the way, when the server says, else
 * after 0.5 and 1 s and a little more. X-Should-Retry decides where it is
 * given; where there is no credit, waiting is no use.
 */
double retry_wait(const struct http_reply *http, int tries);

#endif
