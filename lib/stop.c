/*
 * Full stops: abbreviations, initials, labels and numbers have them as well.
 */
#include <string.h>

#include "stop.h"
#include "text.h"

/* Never the end. */
static const char *const abbreviations[] = { "e.g", "i.e", "cf", "vs", "fig",
	"figs", "eq", "eqs", "eqn", "sec", "secs", "ref", "refs", "tab",
	"approx", "resp", "w.r.t", "s.t", "a.k.a", "i.i.d", "dr", "mr", "mrs",
	"ms", "prof", "no", "nos", "pp", "vol", "ch", "thm", "prop", "def" };

/* The end only where a new sentence clearly begins. */
static const char *const may_end[] = { "al", "etc", "u.s", "u.k", "inc", "ltd",
	"corp", "ph.d", "m.sc", "a.m", "p.m" };

/* They open a sentence even where the blank before them is missing. */
static const char *const openers[] = { "additionally", "as", "based", "by",
	"compared", "existing", "experiments", "extensive", "finally", "for",
	"from", "furthermore", "here", "however", "if", "in", "it", "moreover",
	"next", "our", "specifically", "such", "the", "then", "there", "these",
	"they", "this", "those", "thus", "to", "unlike", "we", "when",
	"while" };

static bool
is_among(const char *word, size_t len, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t n = 0;

		while (n < len && ascii_lower(word[n]) == list[i][n])
			n++;
		if (n == len && list[i][n] == '\0')
			return true;
	}
	return false;
}

#define IS_AMONG(word, len, list) \
	is_among(word, len, list, sizeof list / sizeof *list)

static const char *
skip_space(const char *p)
{
	while (ascii_is_space(*p))
		p++;
	return p;
}

/* A name such as iOS, camelCase or snake_case may open a sentence. */
static bool
is_odd_name(const char *p)
{
	for (; utf8_is_word((unsigned char)*p) || *p == '_'; p++)
		if (*p == '_' || ascii_is_upper(*p))
			return true;
	return false;
}

bool
stop_may_precede(const char *p)
{
	if (*p >= 'a' && *p <= 'z')
		return is_odd_name(p);
	return true;
}

/* Returns where the word begins that ends before `p`, not before `start`. */
static const char *
word_before(const char *p, const char *start)
{
	while (p > start && (ascii_is_letter(p[-1]) || p[-1] == '.'))
		p--;
	return p;
}

/* "1.", "a." and "(ii)" at the start are labels, no sentences. */
static bool
is_label(const char *start, const char *stop)
{
	for (; start < stop; start++)
		if (!ascii_is_digit(*start) && stop - start > 1)
			return false;
	return true;
}

/* Behind a number "ms" and "sec" are units. */
static bool
follows_digit(const char *word, const char *start)
{
	while (word > start && word[-1] == ' ')
		word--;
	return word > start && ascii_is_digit(word[-1]);
}

/*
 * A single capital behind a name or "and" belongs to a name, else it is one; at
 * the end of C2C it is neither.
 */
static bool
is_initial(const char *word, const char *start)
{
	static const char *const before_names[] = { "and", "by", "of" };
	const char *end = word, *previous;

	while (end > start && end[-1] == ' ')
		end--;
	if (end == start || end == word)
		return false;
	previous = word_before(end, start);
	return ascii_is_upper(*previous) || end[-1] == '.' || end[-1] == ',' ||
	    IS_AMONG(previous, (size_t)(end - previous), before_names);
}

/*
 * Tells whether the blank behind the stop at `p` is missing: "is slow.However,
 * we". In "a.slow.We" it is not.
 */
static bool
is_glued(const char *start, const char *p)
{
	const char *word = p, *next = p + 1;
	size_t len = 0;

	while (ascii_is_letter(next[len]))
		len++;
	if (!ascii_is_upper(*next) || (next[len] != ' ' && next[len] != ',') ||
	    !IS_AMONG(next, len, openers))
		return false;
	while (word > start && word[-1] >= 'a' && word[-1] <= 'z')
		word--;
	return p - word >= 3 &&
	    (word == start || strchr("._/`", word[-1]) == NULL) &&
	    (word == start || !ascii_is_upper(word[-1]));
}

bool
stop_ends(const char *start, const char *p, const char *after)
{
	const char *next = skip_space(after), *word;
	size_t len;

	if (!ascii_is_space(*after))
		return *next == '\0' || is_glued(start, p);
	word = word_before(p, start);
	len = (size_t)(p - word);
	if (is_label(start, p))
		return *next == '\0';
	if (IS_AMONG(word, len, abbreviations) && !follows_digit(word, start))
		return *next == '\0';
	if (len == 1 && ascii_is_upper(*word) && is_initial(word, start))
		return *next == '\0';
	if (IS_AMONG(word, len, may_end) || (p > start && p[-1] == '.'))
		return ascii_is_upper(*next) || *next == '\0' ||
		    (unsigned char)*next >= 0x80;
	return stop_may_precede(next);
}
