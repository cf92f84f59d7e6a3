/*
 * What a server takes in a question, which differs: it is tried, and what is
 * refused is left out from then on.
 */
#ifndef HABITS_H
#define HABITS_H

#include <stdbool.h>

/* How the form of an answer is asked for. */
enum habits_format {
	HABITS_SCHEMA, /* response_format json_schema, strict */
	HABITS_OBJECT, /* response_format json_object */
	HABITS_PLAIN, /* by words alone */
	HABITS_FORMATS
};

/* By which name the length of an answer is limited. */
enum habits_limit {
	HABITS_MAX_TOKENS,
	HABITS_MAX_COMPLETION_TOKENS,
	HABITS_UNLIMITED,
	HABITS_LIMITS
};

/* { 0 } asks for everything. */
struct habits {
	enum habits_format format;
	enum habits_limit limit;
	bool any_temperature; /* it is not to be set */
};

/*
 * Drops or renames what the server refused with status 400 or 422: `param`,
 * the name that it gives, else what its `message` names. False:
 * it is none of what may be dropped.
 */
bool
habits_learn(struct habits *habits, const char *param, const char *message);

/* Tells whether both are the same. */
bool habits_equal(const struct habits *a, const struct habits *b);

/* Names as the service spells them; "" for none. */
const char *habits_format_name(enum habits_format format);
const char *habits_limit_name(enum habits_limit limit);

#endif
