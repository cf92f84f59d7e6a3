/*
 * Where sentences end. A stop ends one unless its surroundings say otherwise;
 * groups (brackets, formulas, code) are stepped over whole.
 */
#include <string.h>

#include "sentence.h"
#include "stop.h"
#include "text.h"

enum {
	MAX_GROUP = 400, /* bytes; what is not closed by then is no group */
	MAX_DEPTH = 8 /* groups within each other; more are none either */
};

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
	if (*p == '.') {
		const char *after = skip_closers(p + 1);

		return stop_ends(start, p, after) ? after : NULL;
	}
	if (*p == '!' || *p == '?') {
		const char *after = skip_closers(p + 1);

		if (*after == '\0' ||
		    (ascii_is_space(*after) &&
			stop_may_precede(skip_space(after))))
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
