/*
 * Phrases at a place in a text.
 */
#include <assert.h>
#include <string.h>

#include "ascii.h"
#include "phrase.h"

static struct phrases limits = PHRASES("although", "assuming", "despite",
    "except", "given", "if", "no", "not", "only", "though", "under", "unless",
    "when", "while", "without");

static uint8_t
shared_bytes(const char *a, const char *b)
{
	uint8_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

static void
index_phrases(struct phrases *phrases)
{
	const char *const *all = phrases->all;

	for (uint8_t i = 0; all[i] != NULL; i++) {
		uint8_t *first = &phrases->first[(unsigned char)*all[i]];

		assert(i < MAX_PHRASES);
		assert(i == 0 || strcmp(all[i - 1], all[i]) < 0);
		if (*first == 0)
			*first = (uint8_t)(i + 1);
		else
			phrases->shared[i] = shared_bytes(all[i - 1], all[i]);
	}
	phrases->indexed = true;
}

/*
 * Returns the length of the phrase at `s`; 0: there is none. A phrase that
 * shares no more with the one before than what was found of that can stand
 * there, and the bytes that they share are not compared again.
 */
static size_t
find(struct phrases *phrases, const char *s, bool word)
{
	size_t i, len = 1;

	if (!phrases->indexed)
		index_phrases(phrases);
	i = phrases->first[(unsigned char)ascii_lower(*s)];
	if (i-- == 0)
		return 0;
	do {
		const char *phrase = phrases->all[i];

		while (
		    phrase[len] != '\0' && ascii_lower(s[len]) == phrase[len])
			len++;
		if (phrase[len] == '\0' && !(word && ascii_is_letter(s[len])))
			return len;
		while (phrases->shared[++i] > len)
			;
	} while (phrases->shared[i] == len);
	return 0;
}

size_t
phrase_len(struct phrases *phrases, const char *s)
{
	return find(phrases, s, false);
}

bool
phrase_is(struct phrases *phrases, const char *s)
{
	size_t len = find(phrases, s, true);

	return len > 0 && s[len] == '\0';
}

bool
phrase_is_word(struct phrases *phrases, const char *s)
{
	return find(phrases, s, true) > 0;
}

bool
phrase_limits(const char *start, const char *end)
{
	for (const char *p = start; p < end; p++)
		if ((p == start || !ascii_is_letter(p[-1])) &&
		    phrase_is_word(&limits, p))
			return true;
	return false;
}

bool
phrase_ends(struct span text, const char *end)
{
	size_t len = strlen(end);

	return text.len >= len &&
	    memcmp(text.at + text.len - len, end, len) == 0;
}
