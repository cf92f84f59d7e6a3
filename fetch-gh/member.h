/*
 * Members of records, made of what GitHub says. Each function appends one,
 * or nothing where there is nothing to say.
 */
#ifndef MEMBER_H
#define MEMBER_H

#include "buf.h"
#include "json.h"

/* Appends `s` as one line. */
void member_line(struct buf *json, const char *key, const char *s);

/* Appends "text", and "truncated" where `s` had to be cut. */
void member_text(struct buf *json, const char *s);

/* Appends the time that the member `from` of `item` holds, in UTC. */
void member_time(struct buf *json, const char *key, jv item, const char *from);

/*
 * Appends "authors": the login of `account`, else `fallback` (may be NULL);
 * and "bot" where it is one.
 */
void member_author(struct buf *json, jv account, const char *fallback);

/* Appends "labels", which GitHub gives as objects or as strings. */
void member_labels(struct buf *json, jv item);

#endif
