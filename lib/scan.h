/*
 * The strict scanner: checks that a line is one JSON object (RFC 8259, UTF-8)
 * and finds the byte spans of its top-level members, so that a stage can read
 * a few of them and add its own without touching the others.
 */
#ifndef SCAN_H
#define SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

enum {
	SCAN_MAX_LINE = 16 * 1024 * 1024, /* bytes; longer lines are refused */
	SCAN_MAX_DEPTH = 1024 /* arrays and objects within each other */
};

/* Bytes that belong to somebody else. NULL and 0: nothing. */
struct span {
	const char *at;
	size_t len;
};

/* A member's key (without its quotes) and value, as offsets into the line. */
struct member {
	uint32_t key, key_len, value, value_len;
};

/*
 * What scan_object() found. Start with { 0 }; the room for members is reused.
 * All spans point into the line that was scanned.
 */
struct object {
	struct span text; /* from the opening brace to the closing one */
	const char *end; /* of the line */
	bool has_escaped_key; /* a member's key is spelt with an escape */
	struct member *members; /* in the order of the line */
	size_t count, capacity;
	const char *error; /* why it is no such object; a constant string */
	size_t error_at; /* at which byte, from 0 */
};

/*
 * Scans the `len` bytes at `line`, behind which a NUL must stand. White space
 * around the object is passed over. Returns false, with `error` and `error_at`
 * set, when they are anything but one strict JSON object of at most
 * SCAN_MAX_LINE bytes and SCAN_MAX_DEPTH levels.
 */
bool scan_object(struct object *object, const char *line, size_t len);

/*
 * Returns the value of the member `key`, the last one where the key is
 * repeated; nothing if there is none. Keys spelt with escapes are found too.
 */
struct span scan_get(const struct object *object, const char *key);

/*
 * Appends the object with the member `key` set to the JSON text `value`: in
 * place of the member that scan_get() finds, else behind all others. Whatever
 * else the line says stays to the byte. No line feed is added.
 */
void scan_splice(struct buf *out, const struct object *object, const char *key,
    struct span value);

/*
 * Appends the text of `value` if that is a JSON string, and tells whether it
 * is; out->at is not NULL then. Escapes are resolved; U+0000 and lone surrogates
 * become U+FFFD.
 */
bool scan_string(struct buf *out, struct span value);

/*
 * Moves to the next item of an array: `*rest` is the array at first, as
 * scan_get() found it, and then what is behind `*item`. False at its end, and
 * for anything but an array.
 */
bool scan_item(struct span *rest, struct span *item);

/*
 * Finds the members of an object within a line that was scanned, as
 * scan_object() does those of the line; false if `value` is no object.
 */
bool scan_members(struct object *object, struct span value);

/*
 * Returns the number that `value` is, as the nearest double; `otherwise` if it
 * is none.
 */
double scan_number(struct span value, double otherwise);

/* Gives back the room for members. */
void scan_free(struct object *object);

#endif
