/*
 * The one door to libjq.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "text.h"

/* Returns the code unit that the escape at `p` spells; -1 if it is none. */
static long
unit_at(const char *p, const char *end)
{
	char digits[5] = "";

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	memcpy(digits, p + 2, 4);
	return strtol(digits, NULL, 16);
}

/*
 * Replaces escapes of lone surrogates, for one of which libjq refuses a whole
 * document, and of U+0000, at which its strings end, by U+FFFD.
 */
static void
mend(char *p, const char *end)
{
	while ((p = memchr(p, '\\', (size_t)(end - p))) != NULL) {
		long unit = unit_at(p, end), next;

		if (unit < 0) {
			p += end - p > 1 ? 2 : 1;
			continue;
		}
		next = unit_at(p + 6, end);
		if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 &&
		    next < 0xe000) {
			p += 12;
			continue;
		}
		if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
			memcpy(p + 2, "fffd", 4);
		p += 6;
	}
}

jv
json_parse(struct span span)
{
	struct buf copy = { 0 };
	jv value;

	if (span.at == NULL || span.len > INT_MAX)
		return jv_invalid();
	if (memmem(span.at, span.len, "\\u", 2) == NULL)
		return jv_parse_sized(span.at, (int)span.len);
	buf_add(&copy, span.at, span.len);
	mend(copy.at, copy.at + copy.len);
	value = jv_parse_sized(copy.at, (int)copy.len);
	buf_free(&copy);
	return value;
}

/* Returns `object` with a member of `source` added, if it is there. */
static jv
take_member(
    jv object, const struct json_wanted *wanted, const struct object *source)
{
	struct span text = scan_get(source, wanted->key);
	jv value;

	if (text.at == NULL)
		return object;
	value = wanted->members != NULL
	    ? json_parse_wanted(text, wanted->members)
	    : json_parse(text);
	if (!jv_is_valid(value)) {
		jv_free(value);
		return object;
	}
	return jv_object_set(object, jv_string(wanted->key), value);
}

/* Puts U+FFFD in place of bytes that are no UTF-8. */
static void
mend_utf8(struct buf *text)
{
	struct buf mended = { 0 };
	const char *p = text->at;

	buf_clear(&mended);
	while (*p != '\0')
		text_put(&mended, utf8_next(&p));
	buf_free(text);
	*text = mended;
}

jv
json_parse_wanted(struct span span, const struct json_wanted *wanted)
{
	struct object object = { 0 };
	struct buf copy = { 0 };
	jv value = jv_invalid();
	bool fine;

	buf_clear(&copy);
	buf_add(&copy, span.at, span.len);
	fine = scan_object(&object, copy.at, copy.len);
	if (!fine) {
		mend_utf8(&copy);
		fine = scan_object(&object, copy.at, copy.len);
	}
	if (fine)
		value = jv_object();
	for (; fine && wanted->key != NULL; wanted++)
		value = take_member(value, wanted, &object);
	scan_free(&object);
	buf_free(&copy);
	return value;
}

void
json_free(jv value)
{
	jv_free(value);
}

jv
json_member(jv object, const char *key)
{
	if (jv_get_kind(object) != JV_KIND_OBJECT)
		return jv_invalid();
	return jv_object_get(jv_copy(object), jv_string(key));
}

/* The text lives on in what `value` was taken from. */
static const char *
borrow_str(jv value)
{
	const char *s = NULL;

	if (jv_get_kind(value) == JV_KIND_STRING)
		s = jv_string_value(value);
	jv_free(value);
	return s;
}

const char *
json_str(jv object, const char *key)
{
	return borrow_str(json_member(object, key));
}

double
json_number(jv object, const char *key, double fallback)
{
	jv value = json_member(object, key);
	double number = jv_get_kind(value) == JV_KIND_NUMBER
	    ? jv_number_value(value)
	    : fallback;

	jv_free(value);
	return number;
}

bool
json_true(jv object, const char *key)
{
	jv value = json_member(object, key);
	bool is_true = jv_get_kind(value) == JV_KIND_TRUE;

	jv_free(value);
	return is_true;
}

size_t
json_count(jv array)
{
	if (jv_get_kind(array) != JV_KIND_ARRAY)
		return 0;
	return (size_t)jv_array_length(jv_copy(array));
}

jv
json_item(jv array, size_t i)
{
	if (i >= json_count(array))
		return jv_invalid();
	return jv_array_get(jv_copy(array), (int)i);
}

const char *
json_item_str(jv array, size_t i)
{
	if (i >= json_count(array))
		return NULL;
	return borrow_str(jv_array_get(jv_copy(array), (int)i));
}
