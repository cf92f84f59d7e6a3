/*
 * How long a text is for a model.
 */
#include "tokens.h"
#include "utf8.h"

enum {
	QUARTERS = 4 /* of a token; a byte of most texts is one */
};

/* Returns the quarters of the character at `*at`, and moves behind it. */
static size_t
weigh(const char **at)
{
	const char *start = *at;
	uint32_t c = utf8_next(at);

	return utf8_is_cjk(c) ? QUARTERS : (size_t)(*at - start);
}

size_t
tokens_of(const char *text)
{
	size_t quarters = 0;

	while (*text != '\0')
		quarters += weigh(&text);
	return (quarters + QUARTERS - 1) / QUARTERS;
}

size_t
tokens_cut(const char *text, size_t max)
{
	const char *at = text;
	size_t quarters = 0;

	while (*at != '\0') {
		const char *before = at;

		quarters += weigh(&at);
		if (quarters > max * QUARTERS)
			return (size_t)(before - text);
	}
	return (size_t)(at - text);
}
