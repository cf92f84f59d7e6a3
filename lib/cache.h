/*
 * Answers that are kept: a file for each address, as `curl -i` prints it.
 */
#ifndef CACHE_H
#define CACHE_H

#include <stdbool.h>

#include "http.h"

/*
 * Sets status, headers and body of `reply` to the answer kept in `dir` for its
 * address; false, and status 0, if there is none.
 */
bool cache_read(const char *dir, struct http_reply *reply);

/*
 * Keeps an answer, replacing an older one whole, if it is a page or says that
 * there is none; one that cannot be kept is worth a note, no more.
 */
void cache_write(const char *dir, const struct http_reply *reply);

#endif
