/*
 * The one door to libjq.
 */
#include <limits.h>

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

const char *
json_item_str(jv array, size_t i)
{
	if (i >= json_count(array))
		return NULL;
	return borrow_str(jv_array_get(jv_copy(array), (int)i));
}
