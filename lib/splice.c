/*
 * What is done with a scanned object: reading a member, setting one by a
 * splice, making text of a string.
 */
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "text.h"

enum {
	MAX_WHOLE = 15 /* digits of a number that a double has exactly */
};

/* Tells whether the raw key `span`, maybe with escapes, spells `key`. */
static bool
spells(struct span span, const char *key)
{
	struct buf decoded = { 0 };
	bool same;

	scan_string(&decoded, (struct span) { span.at - 1, span.len + 2 });
	same = strcmp(decoded.at, key) == 0;
	buf_free(&decoded);
	return same;
}

static const struct member *
find(const struct object *o, const char *key)
{
	size_t len = strlen(key);

	for (size_t i = o->count; i-- > 0;) {
		const struct member *m = &o->members[i];
		struct span span = { o->text.at + m->key, m->key_len };

		if (m->key_len == len && memcmp(span.at, key, len) == 0)
			return m;
		if (o->has_escaped_key && spells(span, key))
			return m;
	}
	return NULL;
}

struct span
scan_get(const struct object *o, const char *key)
{
	const struct member *m = find(o, key);

	if (m == NULL)
		return (struct span) { NULL, 0 };
	return (struct span) { o->text.at + m->value, m->value_len };
}

void
scan_splice(struct buf *out, const struct object *o, const char *key,
    struct span new_value)
{
	const struct member *m = find(o, key);
	const char *end = o->text.at + o->text.len, *rest;

	if (m != NULL) {
		buf_add(out, o->text.at, m->value);
		rest = o->text.at + m->value + m->value_len;
	} else {
		buf_add(out, o->text.at, o->text.len - 1);
		buf_str(out, o->count > 0 ? ",\"" : "\"");
		buf_str(out, key);
		buf_str(out, "\":");
		rest = end - 1;
	}
	buf_add(out, new_value.at, new_value.len);
	buf_add(out, rest, (size_t)(end - rest));
}

/* Returns the number that the four hex digits at `p` spell, or -1. */
static long
hex4(const char *p)
{
	long n = 0;

	for (int i = 0; i < 4; i++) {
		int digit = ascii_hex(p[i]);

		if (digit < 0)
			return -1;
		n = n * 16 + digit;
	}
	return n;
}

/* Appends what the escape at `p`, behind its backslash, stands for. */
static const char *
unescape(struct buf *out, const char *p)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *known = strchr(from, *p);
	long high, low;

	if (*p != 'u') {
		buf_char(out, known != NULL ? to[known - from] : *p);
		return p + 1;
	}
	high = hex4(p + 1);
	p += 5;
	if (high >= 0xd800 && high < 0xdc00 && p[0] == '\\' && p[1] == 'u' &&
	    (low = hex4(p + 2)) >= 0xdc00 && low < 0xe000) {
		high = 0x10000 + (high - 0xd800) * 0x400 + (low - 0xdc00);
		p += 6;
	}
	text_put(out, high != 0 ? (uint32_t)high : 0xfffd);
	return p;
}

bool
scan_string(struct buf *out, struct span string_value)
{
	const char *p = string_value.at, *end;

	if (string_value.len < 2 || *p != '"')
		return false;
	buf_reserve(out, string_value.len);
	out->at[out->len] = '\0';
	end = p + string_value.len - 1;
	for (p++; p < end;) {
		const char *slash = memchr(p, '\\', (size_t)(end - p));

		if (slash == NULL)
			slash = end;
		buf_add(out, p, (size_t)(slash - p));
		p = slash < end ? unescape(out, slash + 1) : end;
	}
	return true;
}

double
scan_number(struct span value, double otherwise)
{
	long long whole = 0;
	size_t i = 0;

	if (value.len == 0 || (*value.at != '-' && !ascii_is_digit(*value.at)))
		return otherwise;
	while (i < value.len && i < MAX_WHOLE && ascii_is_digit(value.at[i]))
		whole = whole * 10 + (value.at[i++] - '0');
	return i == value.len ? (double)whole : strtod(value.at, NULL);
}

/* Returns the end of the string that begins at `p`. */
static const char *
string_end(const char *p)
{
	for (p++; *p != '"'; p++)
		if (*p == '\\')
			p++;
	return p + 1;
}

/* Returns the comma or bracket that ends the value at `p`. */
static const char *
value_end(const char *p)
{
	size_t depth = 0;

	for (;;) {
		if (*p == '"') {
			p = string_end(p);
			continue;
		}
		if (depth == 0 && (*p == ',' || *p == ']'))
			return p;
		if (*p == '[' || *p == '{')
			depth++;
		else if (*p == ']' || *p == '}')
			depth--;
		p++;
	}
}

bool
scan_item(struct span *rest, struct span *item)
{
	const char *end = rest->at + rest->len, *start, *stop;

	if (rest->len < 2 || (*rest->at != '[' && *rest->at != ','))
		return false;
	start = rest->at + 1 + strspn(rest->at + 1, " \t\r\n");
	if (*start == ']')
		return false;
	stop = value_end(start);
	*rest = (struct span) { stop, (size_t)(end - stop) };
	while (strchr(" \t\r\n", stop[-1]) != NULL)
		stop--;
	*item = (struct span) { start, (size_t)(stop - start) };
	return true;
}
