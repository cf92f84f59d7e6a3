/*
 * The one door to libjq: values of the members that have a structure. libjq
 * aborts on a wrong kind and consumes what it is given; behind this door
 * nothing aborts, and every argument stays the caller's.
 */
#ifndef JSON_H
#define JSON_H

#include <jv.h>
#include <stdbool.h>
#include <stddef.h>

#include "scan.h"

/*
 * Returns the value that the JSON text `span` spells; give it to json_free().
 * Text that libjq cannot read (nothing at all, or deeper than 256 levels) is
 * an invalid value, in which every look-up below finds nothing. In strings,
 * U+0000 and lone surrogates are U+FFFD.
 */
jv json_parse(struct span span);

/* Gives a value back. */
void json_free(jv value);

/* A member of an object that is wanted; the last one of a list is { NULL }. */
struct json_wanted {
	const char *key;
	const struct json_wanted *members; /* of an object; NULL: all of it */
};

/*
 * As json_parse(), but of an object only the members that are wanted: what is
 * not read of a large one costs next to nothing. Text that is no object, or not
 * one that the strict scanner takes once bytes that are no UTF-8 are U+FFFD, is
 * an invalid value; libjq, which leaks where it refuses, does not see it.
 */
jv json_parse_wanted(struct span span, const struct json_wanted *wanted);

/* Each returns the member `key` of an object, or what is said for none. */
const char *json_str(jv object, const char *key); /* NULL; borrowed */
double json_number(jv object, const char *key, double fallback);
bool json_true(jv object, const char *key); /* false */
jv json_member(jv object, const char *key); /* invalid; json_free() it */

/* Returns how many items an array has; 0 for anything else. */
size_t json_count(jv array);

/* Returns the item `i` of an array; invalid if it has none. json_free() it. */
jv json_item(jv array, size_t i);

/* Returns the item `i` of an array if it is a string, else NULL; borrowed. */
const char *json_item_str(jv array, size_t i);

#endif
