/*
 * Where sentences end. A stop ends one unless its surroundings say otherwise;
 * groups (brackets, formulas, code) are stepped over whole.
 */
#include <string.h>

#include "sentence.h"
#include "text.h"

enum {
	MAX_GROUP = 400, /* bytes; what is not closed by then is no group */
	MAX_DEPTH = 8 /* groups within each other; more are none either */
};

/* Never the end. */
static const char *const abbreviations[] = { "e.g", "i.e", "cf", "vs", "fig",
	"figs", "eq", "eqs", "eqn", "sec", "secs", "ref", "refs", "tab",
	"approx", "resp", "w.r.t", "s.t", "a.k.a", "i.i.d", "dr", "mr", "mrs",
	"ms", "prof", "no", "nos", "pp", "vol", "ch", "thm", "prop", "def" };

/* The end only where a new sentence clearly begins. */
static const char *const may_end[] = { "al", "etc", "u.s", "u.k", "inc", "ltd",
	"corp", "ph.d", "m.sc", "a.m", "p.m" };

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

static bool
begins(const char *p, const char *with)
{
	while (*with != '\0' && *p == *with) {
		p++;
		with++;
	}
	return *with == '\0';
}

/* Returns what follows the group that begins with `open` at `p`, or NULL. */
static const char *
closed_by(const char *p, const char *open, const char *close)
{
	const char *end = p + MAX_GROUP;
	int depth = 0;

	for (p += strlen(open); p < end && *p != '\0'; p++) {
		if (p[0] == '\n' && p[1] == '\n')
			return NULL;
		if (*p != *open && *p != *close)
			continue;
		if (begins(p, close) && depth-- == 0)
			return p + strlen(close);
		if (begins(p, open) && strcmp(open, close) != 0 &&
		    ++depth >= MAX_DEPTH)
			return NULL;
	}
	return NULL;
}

/* Returns what follows the group that begins at `p`, or NULL. */
static const char *
group_end(const char *p)
{
	static const char *const groups[][2] = { { "(", ")" }, { "[", "]" },
		{ "$", "$" }, { "`", "`" }, { "（", "）" }, { "［", "］" },
		{ "【", "】" } };

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (begins(p, groups[i][0]))
			return closed_by(p, groups[i][0], groups[i][1]);
	return NULL;
}

/* Steps over quotation marks and brackets that belong to the sentence. */
static const char *
skip_closers(const char *p)
{
	static const char *const closers[] = { "\"", "'", ")", "]", "”", "’",
		"」", "』", "）", "】" };
	bool more = *p != ' ';

	while (more) {
		more = false;
		for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
			size_t len = strlen(closers[i]);

			if (begins(p, closers[i])) {
				p += len;
				more = true;
			}
		}
	}
	return p;
}

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

/* Tells whether a sentence may begin at `p`. */
static bool
may_begin(const char *p)
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

/* A single capital behind a name or "and" belongs to a name, else it is one. */
static bool
is_initial(const char *word, const char *start)
{
	static const char *const before_names[] = { "and", "by", "of" };
	const char *end = word, *previous;

	while (end > start && end[-1] == ' ')
		end--;
	if (end == start)
		return false;
	previous = word_before(end, start);
	return ascii_is_upper(*previous) || end[-1] == '.' || end[-1] == ',' ||
	    IS_AMONG(previous, (size_t)(end - previous), before_names);
}

/* Tells whether the full stop at `p` ends the sentence begun at `start`. */
static bool
full_stop_ends(const char *start, const char *p)
{
	const char *after = skip_closers(p + 1), *next = skip_space(after);
	const char *word;
	size_t len;

	if (!ascii_is_space(*after))
		return *next == '\0';
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
	return may_begin(next);
}

/* Three dots are the end only where a new sentence clearly begins. */
static const char *
ellipsis_end(const char *after)
{
	const char *next = skip_space(after), *rest = next;
	uint32_t c = utf8_next(&rest);
	bool cjk = utf8_is_cjk(c) && c >= 0x3041 && c < 0xff00; /* no mark */

	if (c == 0 || cjk || (next > after && ascii_is_upper(*next)))
		return after;
	return NULL;
}

/*
 * Returns the end of the sentence if one ends with the mark at `p`, else NULL.
 */
static const char *
end_at(const char *start, const char *p)
{
	static const char *const full_width[] = { "。", "！", "？" };

	for (size_t i = 0; i < sizeof full_width / sizeof *full_width; i++)
		if (begins(p, full_width[i]))
			return skip_closers(p + strlen(full_width[i]));
	if (begins(p, "…"))
		return ellipsis_end(skip_closers(p + strlen("…")));
	if (*p == '.')
		return full_stop_ends(start, p) ? skip_closers(p + 1) : NULL;
	if (*p == '!' || *p == '?') {
		const char *after = skip_closers(p + 1);

		if (*after == '\0' ||
		    (ascii_is_space(*after) && may_begin(skip_space(after))))
			return after;
	}
	return NULL;
}

/* Tells whether a unit of its own begins behind the line feed at `p`. */
static bool
breaks(const char *p)
{
	const char *line = p + 1;

	while (*line == ' ' || *line == '\t' || *line == '\r')
		line++;
	if (*line == '\n')
		return true;
	if (strchr("-*+", *line) != NULL && *line != '\0')
		return line[1] == ' ';
	while (ascii_is_digit(*line))
		line++;
	return line > p + 1 && ascii_is_digit(line[-1]) &&
	    (line[0] == '.' || line[0] == ')') && line[1] == ' ';
}

/* What may end a sentence or open a group; the last three begin such marks. */
static const char marks[] = "\n.!?([$`\xe2\xe3\xef";

static const char *
find_end(const char *start)
{
	const char *p = start, *end;

	while (true) {
		p += strcspn(p, marks);
		if (*p == '\0')
			return p;
		if (*p == '\n' && breaks(p))
			return p;
		if ((end = group_end(p)) != NULL) {
			p = end;
			continue;
		}
		if ((end = end_at(start, p)) != NULL)
			return end;
		p++;
	}
}

bool
sentence_next(const char **text, struct span *sentence)
{
	const char *start = skip_space(*text), *end;

	if (*start == '\0')
		return false;
	end = find_end(start);
	*text = end;
	while (end > start && ascii_is_space(end[-1]))
		end--;
	*sentence = (struct span) { start, (size_t)(end - start) };
	return true;
}
