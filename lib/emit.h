/*
 * Writing JSON: members and items one after the other into a buffer, with the
 * commas where they belong, keys in the order in which they are given.
 */
#ifndef EMIT_H
#define EMIT_H

#include <stdbool.h>

#include "buf.h"

/*
 * Each function appends a value. Inside an object give the member's key, one
 * without anything to escape; inside an array, and for a whole document, give
 * NULL. Strings are UTF-8; what is not becomes U+FFFD. Behind a line feed there
 * is no comma.
 */
void emit_string(struct buf *out, const char *key, const char *value);
void emit_integer(struct buf *out, const char *key, long long value);
void emit_bool(struct buf *out, const char *key, bool value);

/* A number of less than 10^9 with `decimals` digits behind the point, 1 to 9. */
void emit_number(struct buf *out, const char *key, double value, int decimals);

/* Opens an object ('{') or an array ('['); close it with '}' or ']'. */
void emit_open(struct buf *out, const char *key, char bracket);
void emit_close(struct buf *out, char bracket);

#endif
