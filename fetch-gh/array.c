/*
 * The items of an array in JSON. Brackets and quotes are counted, no more.
 */
#include <string.h>

#include "array.h"

enum {
	PIECE = 64 * 1024, /* bytes that are read at once */
	MAX_ITEM = SCAN_MAX_LINE
};

void
array_open(struct array *array, struct span bytes)
{
	*array = (struct array) { .at = bytes.at, .len = bytes.len };
}

void
array_open_file(struct array *array, FILE *in)
{
	*array = (struct array) { .in = in };
}

void
array_close(struct array *array)
{
	buf_free(&array->read);
}

/* Reads on, in place of what has been handed out; false at the end. */
static bool
fill(struct array *array)
{
	struct buf rest = { 0 };
	char piece[PIECE];
	size_t len;

	if (array->in == NULL)
		return false;
	len = fread(piece, 1, sizeof piece, array->in);
	if (array->next > 0) {
		buf_clear(&rest);
		buf_add(
		    &rest, array->at + array->next, array->len - array->next);
		buf_free(&array->read);
		array->read = rest;
		array->next = 0;
	}
	buf_add(&array->read, piece, len);
	array->at = array->read.at;
	array->len = array->read.len;
	return len > 0;
}

/* Returns the byte at `offset` behind the next item's begin; -1: the end. */
static inline int
byte_at(struct array *array, size_t offset)
{
	while (array->next + offset >= array->len)
		if (!fill(array))
			return -1;
	return (unsigned char)array->at[array->next + offset];
}

static int
skip_space(struct array *array)
{
	int c;

	while ((c = byte_at(array, 0)) == ' ' || c == '\t' || c == '\r' ||
	    c == '\n')
		array->next++;
	return c;
}

static bool
fail(struct array *array, const char *error)
{
	array->error = error;
	return false;
}

/* Returns how many bytes at `offset`, of those read, are inside a string. */
static size_t
plain_len(const struct array *array, size_t offset)
{
	size_t from = array->next + offset, len;
	const char *quote, *escape;

	if (from >= array->len)
		return 0;
	len = array->len - from;
	if ((quote = memchr(array->at + from, '"', len)) != NULL)
		len = (size_t)(quote - array->at) - from;
	if ((escape = memchr(array->at + from, '\\', len)) != NULL)
		len = (size_t)(escape - array->at) - from;
	return len;
}

/* Sets `len` to the length of the string at `offset`, with its quotes. */
static bool
string_at(struct array *array, size_t offset, size_t *len)
{
	for (size_t at = offset + 1;; at++) {
		int c;

		at += plain_len(array, at);
		c = byte_at(array, at);
		if (c == -1)
			return fail(array, "ends too early");
		if (c == '"') {
			*len = at + 1 - offset;
			return true;
		}
		if (c == '\\')
			at++;
		if (at > MAX_ITEM)
			return fail(array, "has an item of more than 16 MiB");
	}
}

/* Sets `len` to the length of the item, white space behind it included. */
static bool
item_len(struct array *array, size_t *len)
{
	size_t depth = 0, skip;

	for (*len = 0;; *len += skip) {
		int c = byte_at(array, *len);

		skip = 1;
		if (c == -1)
			return fail(array, "ends too early");
		if (depth == 0 && (c == ',' || c == ']'))
			return *len > 0 || fail(array, "lacks an item");
		if (c == '[' || c == '{')
			depth++;
		else if (depth > 0 && (c == ']' || c == '}'))
			depth--;
		else if (c == '"' && !string_at(array, *len, &skip))
			return false;
		if (*len > MAX_ITEM)
			return fail(array, "has an item of more than 16 MiB");
	}
}

/* Moves to where the next item must begin; false when there is none. */
static bool
find_item(struct array *array)
{
	bool first = false;

	for (;; array->next++) {
		int c = skip_space(array);

		if (!array->inside) {
			bool done = array->lists > 0 && array->in == NULL;

			if (c == -1 && array->lists > 0)
				return false;
			if (c != '[' || done)
				return fail(array, "is not a list in JSON");
			array->inside = first = true;
			array->lists++;
		} else if (c == ']') {
			array->inside = false;
		} else if (first) {
			return true;
		} else { /* behind a comma */
			array->next++;
			skip_space(array);
			return true;
		}
	}
}

bool
array_next(struct array *array, struct span *item)
{
	size_t len;

	if (array->error != NULL || !find_item(array) || !item_len(array, &len))
		return false;
	*item = (struct span) { array->at + array->next, len };
	array->next += len;
	return true;
}
