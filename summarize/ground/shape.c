/*
 * What a word looks like.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "shape.h"
#include "unit.h"

/* Too common to tell anything, sorted. */
static const char *const common[] = { "a", "ai", "an", "and", "api", "apr",
	"april", "are", "as", "at", "aug", "august", "author", "authors", "be",
	"bug", "by", "ci", "code", "commit", "commits", "cpu", "cpus", "data",
	"dec", "december", "diff", "eg", "english", "etc", "feature", "feb",
	"february", "fix", "for", "fri", "friday", "from", "gpu", "gpus",
	"http", "https", "id", "ie", "in", "is", "issue", "issues", "it", "its",
	"jan", "january", "json", "jul", "july", "jun", "june", "llm", "llms",
	"mar", "march", "may", "md", "method", "ml", "model", "models", "mon",
	"monday", "new", "no", "not", "nov", "november", "oct", "october", "of",
	"ok", "on", "or", "our", "paper", "patch", "pr", "prs", "readme",
	"results", "sat", "saturday", "sep", "september", "sun", "sunday",
	"that", "the", "these", "this", "those", "thu", "thursday", "to",
	"todo", "tue", "tuesday", "url", "using", "utc", "via", "vs", "we",
	"wed", "wednesday", "with", "work" };

/* Add nothing to the name before them: FP8-based, sorted. */
static const char *const tails[] = { "aware", "based", "class", "driven",
	"enabled", "free", "friendly", "level", "like", "only", "ready",
	"scale", "side", "size", "sized", "specific", "style", "time", "wise" };

struct key {
	const char *s;
	size_t len;
};

static int
compare(const void *key, const void *item)
{
	const struct key *k = key;
	const char *word = *(const char *const *)item;
	int order = strncasecmp(k->s, word, k->len);

	return order != 0 ? order : (word[k->len] != '\0' ? -1 : 0);
}

static bool
is_listed(const char *const *list, size_t count, const char *s, size_t len)
{
	struct key key = { s, len };

	return bsearch(&key, list, count, sizeof *list, compare) != NULL;
}

bool
shape_is_common(const char *s, size_t len)
{
	return is_listed(common, sizeof common / sizeof *common, s, len);
}

bool
shape_is_tail(const char *s, size_t len)
{
	return is_listed(tails, sizeof tails / sizeof *tails, s, len);
}

/* Tells whether digits and dots make a version: 0.6.4, but not 0.6. */
bool
shape_is_version(const char *s, size_t len)
{
	size_t dots = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '.')
			dots++;
		else if (!ascii_is_digit(s[i]))
			return false;
	}
	return dots > 1;
}

/* Tells whether the word is a number, with a unit or a word joined to it. */
bool
shape_is_number(const char *s, size_t len)
{
	static const char *const ordinals[] = { "st", "nd", "rd", "th" };
	size_t n = strspn(s, "0123456789.,"), unit_len;
	enum unit unit;
	double scale;

	if (n == 0)
		return false;
	if (n >= len)
		return true;
	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
		if (len - n == 2 && memcmp(s + n, ordinals[i], 2) == 0)
			return true;
	n += s[n] == '-';
	unit_len = unit_read(s + n, len - n, &unit, &scale);
	if (n + unit_len == len)
		return true;
	if (s[n - 1] != '-')
		return false;
	for (; n < len; n++)
		if (s[n] != '-' && (s[n] < 'a' || s[n] > 'z'))
			return false;
	return true;
}

/* Tells whether small words stand between dots: torch.compile. */
static bool
is_dotted(const char *s, size_t len)
{
	size_t part = 0, dots = 0;

	for (size_t i = 0; i < len; i++) {
		if (s[i] == '.') {
			if (part < 2)
				return false;
			dots++;
			part = 0;
		} else if ((s[i] >= 'a' && s[i] <= 'z') || s[i] == '_') {
			part++;
		} else {
			return false;
		}
	}
	return dots > 0 && part >= 2;
}

static bool
is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

bool
shape_is_identifier(const char *s, size_t len)
{
	bool digit = false, letter = false;
	size_t capitals = 0;

	for (size_t i = 0; i < len; i++) {
		digit = digit || ascii_is_digit(s[i]);
		letter = letter || ascii_is_letter(s[i]);
		if (s[i] == '_' ||
		    (i > 0 && is_small(s[i - 1]) && ascii_is_upper(s[i])) ||
		    (capitals >= 2 && i + 1 < len && is_small(s[i]) &&
			is_small(s[i + 1])))
			return true;
		capitals = ascii_is_upper(s[i]) ? capitals + 1 : 0;
	}
	return (digit && letter) || shape_is_version(s, len) ||
	    is_dotted(s, len);
}

/* Returns how many capitals a word is made of, but for the s of a plural. */
size_t
shape_acronym_len(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ascii_is_upper(s[n]))
		n++;
	return n >= 2 && (n == len || (n + 1 == len && s[n] == 's')) ? n : 0;
}
