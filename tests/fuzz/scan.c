/*
 * Fuzz target: the scanner, look-ups, the splice and strings.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "scan.h"
#include "target.h"
#include "text.h"

static const char *const keys[] = { "probe", "kind", "a", "", "a\"b" };

static bool
same(struct span span, const char *s)
{
	return span.len == strlen(s) && memcmp(span.at, s, span.len) == 0;
}

static bool
inside(struct span span, struct span whole)
{
	return span.at >= whole.at &&
	    span.at + span.len <= whole.at + whole.len;
}

/* What a key is set to is there afterwards, and all else is as it was. */
static void
check_splice(const struct object *o, const char *key)
{
	static const char value[] = "[1,{\"x\":\"y\"}]";
	struct object again = { 0 };
	struct buf out = { 0 };
	bool known = scan_get(o, key).at != NULL;

	scan_splice(&out, o, key, (struct span) { value, sizeof value - 1 });
	assert(scan_object(&again, out.at, out.len));
	assert(same(scan_get(&again, key), value));
	assert(again.count == o->count + !known);
	for (size_t i = 0; i < o->count; i++) {
		const struct member *before = &o->members[i];
		const struct member *after = &again.members[i];

		assert(before->key_len == after->key_len);
		assert(memcmp(o->text.at + before->key,
			   again.text.at + after->key, after->key_len) == 0);
	}
	scan_free(&again);
	buf_free(&out);
}

static void
check_string(struct span value)
{
	struct buf text = { 0 };
	const char *p;

	if (scan_string(&text, value)) {
		assert(*value.at == '"' && text.len <= value.len);
		assert(text.at == NULL || strlen(text.at) == text.len);
		for (p = text.at; p != NULL && *p != '\0';) {
			assert(utf8_len(p) > 0);
			p += utf8_len(p);
		}
	} else {
		assert(*value.at != '"' && text.len == 0);
	}
	buf_free(&text);
}

/* Items of an array are in it, one behind the other. */
static void
check_items(struct span value)
{
	struct span rest = value, item;
	const char *behind = value.at;

	while (scan_item(&rest, &item)) {
		assert(inside(item, value) && item.len > 0);
		assert(item.at > behind && rest.at >= item.at + item.len);
		behind = item.at;
		check_string(item);
	}
	assert(*value.at == '[' || rest.at == value.at);
}

static void
check(const struct object *o, const char *line, size_t size)
{
	const struct span whole = { line, size };

	assert(inside(o->text, whole));
	assert(o->text.at[0] == '{' && o->text.at[o->text.len - 1] == '}');
	for (size_t i = 0; i < o->count; i++) {
		const struct member *m = &o->members[i];
		struct span value = { o->text.at + m->value, m->value_len };

		assert(value.len > 0 && inside(value, o->text));
		check_string(value);
		check_items(value);
	}
	for (size_t i = 0; i + 1 < sizeof keys / sizeof *keys; i++)
		check_splice(o, keys[i]);
	scan_get(o, keys[sizeof keys / sizeof *keys - 1]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct object object = { 0 };
	char *line = target_string(data, size);

	if (scan_object(&object, line, size))
		check(&object, line, size);
	else
		assert(object.error != NULL && object.error_at <= size);
	scan_free(&object);
	free(line);
	return 0;
}
