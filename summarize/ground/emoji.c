/*
 * Emoji: a rocket says that something is fast.
 */
#include <unictype.h>

#include "emoji.h"
#include "utf8.h"

enum {
	PICTURES = 0x2600 /* below are signs that texts need, such as arrows */
};

static bool
is_emoji(uint32_t c)
{
	return c >= PICTURES &&
	    (uc_is_property_emoji_presentation(c) ||
		uc_is_property_extended_pictographic(c));
}

void
emoji_check(struct statement *statement)
{
	const char *s = statement->text.at, *end = s;

	for (uint32_t c; (c = utf8_next(&end)) != 0; s = end)
		if (c >= PICTURES && is_emoji(c))
			statement_claim(statement, GROUND_EMOJI,
			    (size_t)(s - statement->text.at), (size_t)(end - s),
			    seek_text(
				statement->seek, 0, s, (size_t)(end - s)));
}
