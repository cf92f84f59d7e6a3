/*
 * The strict scanner: recursive descent over bytes that a NUL ends. A NUL is
 * invalid in every state, so no state has to ask where the line ends.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ascii.h"
#include "scan.h"
#include "utf8.h"

static const char *value(struct object *o, const char *p, int depth);

static const char *
fail(struct object *o, const char *p, const char *error)
{
	if (o->error == NULL) {
		o->error = error;
		o->error_at = (size_t)(p - o->text.at);
	}
	return NULL;
}

static const char *
skip_space(const char *p)
{
	while (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
		p++;
	return p;
}

/* `p` is behind the backslash; returns what follows the escape, or NULL. */
static const char *
escape(const char *p)
{
	switch (*p) {
	case 'u':
		return ascii_hex(p[1]) >= 0 && ascii_hex(p[2]) >= 0 &&
			ascii_hex(p[3]) >= 0 && ascii_hex(p[4]) >= 0
		    ? p + 5
		    : NULL;
	case '"':
	case '\\':
	case '/':
	case 'b':
	case 'f':
	case 'n':
	case 'r':
	case 't':
		return p + 1;
	default:
		return NULL;
	}
}

/* `p` is behind the opening quote; returns what follows the closing one. */
static const char *
string(struct object *o, const char *p)
{
	while (*p != '"') {
		const char *at = p;
		size_t len;

		if (*p == '\\') {
			if ((p = escape(p + 1)) == NULL)
				return fail(o, at, "bad escape in a string");
		} else if ((unsigned char)*p < 0x20) {
			return fail(o, at, "control character in a string");
		} else if ((unsigned char)*p < 0x80) {
			p += ascii_plain(p, (size_t)(o->end - p), '"', '\\');
		} else {
			if ((len = utf8_len(p)) == 0)
				return fail(o, at, "invalid UTF-8");
			p += len;
		}
	}
	return p + 1;
}

static const char *
digits(const char *p)
{
	while (ascii_is_digit(*p))
		p++;
	return p;
}

static const char *
number(struct object *o, const char *p)
{
	const char *start = p, *from;

	if (*p == '-')
		p++;
	from = p;
	p = digits(p);
	if (p == from || (*from == '0' && p > from + 1))
		return fail(o, start, "bad number");
	if (*p == '.') {
		from = p + 1;
		if ((p = digits(from)) == from)
			return fail(o, start, "bad number");
	}
	if (*p == 'e' || *p == 'E') {
		p++;
		if (*p == '+' || *p == '-')
			p++;
		from = p;
		if ((p = digits(from)) == from)
			return fail(o, start, "bad number");
	}
	return p;
}

static const char *
literal(struct object *o, const char *p, const char *word)
{
	size_t len = strlen(word);

	return strncmp(p, word, len) == 0 ? p + len
					  : fail(o, p, "not a JSON value");
}

/* `p` is behind the opening bracket. */
static const char *
array(struct object *o, const char *p, int depth)
{
	p = skip_space(p);
	if (*p == ']')
		return p + 1;
	for (;;) {
		if ((p = value(o, skip_space(p), depth)) == NULL)
			return NULL;
		p = skip_space(p);
		if (*p == ']')
			return p + 1;
		if (*p++ != ',')
			return fail(o, p - 1, "no comma in an array");
	}
}

static void
note_member(struct object *o, const char *key, const char *key_end,
    const char *value_start, const char *value_end)
{
	if (memchr(key, '\\', (size_t)(key_end - key)) != NULL)
		o->has_escaped_key = true;
	o->members = xgrow(
	    o->members, &o->capacity, o->count + 1, sizeof *o->members);
	o->members[o->count++] = (struct member) {
		.key = (uint32_t)(key - o->text.at),
		.key_len = (uint32_t)(key_end - key),
		.value = (uint32_t)(value_start - o->text.at),
		.value_len = (uint32_t)(value_end - value_start),
	};
}

/* `p` is behind the opening brace; depth 0 is the record itself. */
static const char *
object_members(struct object *o, const char *p, int depth)
{
	p = skip_space(p);
	if (*p == '}')
		return p + 1;
	for (;;) {
		const char *key, *key_end, *start;

		p = skip_space(p);
		if (*p != '"')
			return fail(o, p, "no key");
		key = p + 1;
		if ((p = string(o, key)) == NULL)
			return NULL;
		key_end = p - 1;
		p = skip_space(p);
		if (*p != ':')
			return fail(o, p, "no colon behind a key");
		start = skip_space(p + 1);
		if ((p = value(o, start, depth + 1)) == NULL)
			return NULL;
		if (depth == 0)
			note_member(o, key, key_end, start, p);
		p = skip_space(p);
		if (*p == '}')
			return p + 1;
		if (*p++ != ',')
			return fail(o, p - 1, "no comma between members");
	}
}

static const char *
value(struct object *o, const char *p, int depth)
{
	if (depth >= SCAN_MAX_DEPTH && (*p == '{' || *p == '['))
		return fail(o, p, "nested too deep");
	switch (*p) {
	case '"':
		return string(o, p + 1);
	case '{':
		return object_members(o, p + 1, depth);
	case '[':
		return array(o, p + 1, depth + 1);
	case 't':
		return literal(o, p, "true");
	case 'f':
		return literal(o, p, "false");
	case 'n':
		return literal(o, p, "null");
	default:
		if (*p == '-' || ascii_is_digit(*p))
			return number(o, p);
		return fail(o, p, "not a JSON value");
	}
}

bool
scan_object(struct object *o, const char *line, size_t len)
{
	const char *start = skip_space(line), *end;

	o->text = (struct span) { start, 0 };
	o->end = line + len;
	o->count = 0;
	o->has_escaped_key = false;
	o->error = NULL;
	if (len > SCAN_MAX_LINE)
		fail(o, start, "longer than 16 MiB");
	else if (*start != '{')
		fail(o, start, "not a JSON object");
	else if ((end = object_members(o, start + 1, 0)) != NULL) {
		o->text.len = (size_t)(end - start);
		if (skip_space(end) != line + len)
			fail(o, end, "something behind the object");
	}
	if (o->error == NULL)
		return true;
	o->error_at += (size_t)(start - line);
	if (o->error_at >= len)
		o->error = "the line ends too early";
	return false;
}

bool
scan_members(struct object *o, struct span value_span)
{
	if (value_span.len == 0 || *value_span.at != '{')
		return false;
	o->text = value_span;
	o->end = value_span.at + value_span.len;
	o->count = 0;
	o->has_escaped_key = false;
	o->error = NULL;
	return object_members(o, value_span.at + 1, 0) != NULL;
}

void
scan_free(struct object *o)
{
	free(o->members);
	*o = (struct object) { 0 };
}
