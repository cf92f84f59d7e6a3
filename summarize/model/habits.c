/*
 * What a server takes in a question. OpenAI's newer models know the limit by
 * another name and refuse a temperature; many servers know no schema.
 */
#include <string.h>

#include "habits.h"

static const char *const format_names[HABITS_FORMATS] = {
	[HABITS_SCHEMA] = "json_schema",
	[HABITS_OBJECT] = "json_object",
	[HABITS_PLAIN] = "",
};

static const char *const limit_names[HABITS_LIMITS] = {
	[HABITS_MAX_TOKENS] = "max_tokens",
	[HABITS_MAX_COMPLETION_TOKENS] = "max_completion_tokens",
	[HABITS_UNLIMITED] = "",
};

static bool
names(const char *text, const char *const words[])
{
	for (; *words != NULL; words++)
		if (strstr(text, *words) != NULL)
			return true;
	return false;
}

/* Drops or renames what is named in what was `said`. */
static bool
learn(struct habits *habits, const char *said)
{
	static const char *const formats[] = { "response_format", "json_schema",
		"json_object", "structured output", "grammar", NULL };
	static const char *const limits[] = { "max_tokens",
		"max_completion_tokens", NULL };
	static const char *const temperatures[] = { "temperature", NULL };

	if (names(said, formats) && habits->format != HABITS_PLAIN)
		habits->format++;
	else if (names(said, limits) && habits->limit != HABITS_UNLIMITED)
		habits->limit++;
	else if (names(said, temperatures) && !habits->any_temperature)
		habits->any_temperature = true;
	else
		return false;
	return true;
}

bool
habits_learn(struct habits *habits, const char *param, const char *message)
{
	return learn(habits, param) || learn(habits, message);
}

bool
habits_equal(const struct habits *a, const struct habits *b)
{
	return a->format == b->format && a->limit == b->limit &&
	    a->any_temperature == b->any_temperature;
}

const char *
habits_format_name(enum habits_format format)
{
	return format_names[format];
}

const char *
habits_limit_name(enum habits_limit limit)
{
	return limit_names[limit];
}
