/*
 * The one door to libjq.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"

jv
json_parse(struct span span)
{
	if (span.at == NULL || span.len > INT_MAX)
		return jv_invalid();
	return jv_parse_sized(span.at, (int)span.len);
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

/* Returns the surrogate that the escape at `p` spells, or 0. */
static unsigned
surrogate_at(const char *p)
{
	char digits[5] = "";
	unsigned long c;

	if (p[0] != '\\' || p[1] != 'u')
		return 0;
	memcpy(digits, p + 2, strnlen(p + 2, 4));
	c = strtoul(digits, NULL, 16);
	return c >= 0xd800 && c <= 0xdfff ? (unsigned)c : 0;
}

void
json_mend(struct buf *text)
{
	char *p = text->at;

	while (p != NULL && (p = strchr(p, '\\')) != NULL) {
		unsigned c = surrogate_at(p);

		if (c == 0) {
			p += p[1] != '\0' ? 2 : 1;
		} else if (c < 0xdc00 && surrogate_at(p + 6) >= 0xdc00) {
			p += 12;
		} else {
			memcpy(p + 2, "fffd", 4);
			p += 6;
		}
	}
}

const char *
json_item_str(jv array, size_t i)
{
	if (i >= json_count(array))
		return NULL;
	return borrow_str(jv_array_get(jv_copy(array), (int)i));
}
