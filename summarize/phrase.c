/*
 * Phrases at a place in a text.
 */
#include "phrase.h"
#include "ascii.h"

static const char *const limits[] = { "if", "unless", "without", "except",
	"only", "when", "while", "although", "though", "despite", "not", "no",
	"given", "under", "assuming" };

/* Tells whether `s` begins with `phrase`, and sets its length. */
static bool
begins_with(const char *s, const char *phrase, size_t *len)
{
	const char *p = s;

	while (*phrase != '\0' && ascii_lower(*p) == *phrase) {
		p++;
		phrase++;
	}
	*len = (size_t)(p - s);
	return *phrase == '\0';
}

size_t
phrase_len(const char *s, const char *const *list, size_t count)
{
	size_t len;

	for (size_t i = 0; i < count; i++)
		if (begins_with(s, list[i], &len))
			return len;
	return 0;
}

bool
phrase_is_word(const char *s, const char *const *list, size_t count)
{
	size_t len;

	for (size_t i = 0; i < count; i++)
		if (begins_with(s, list[i], &len) && !ascii_is_letter(s[len]))
			return true;
	return false;
}

bool
phrase_limits(const char *start, const char *end)
{
	for (const char *p = start; p < end; p++)
		if ((p == start || !ascii_is_letter(p[-1])) &&
		    PHRASE_IS_WORD(p, limits))
			return true;
	return false;
}
