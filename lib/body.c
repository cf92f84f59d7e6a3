/*
 * The prose of a body, line by line: each line is of one sort, and only prose
 * gets through.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "body.h"
#include "hidden.h"
#include "inline.h"
#include "text.h"

enum {
	MAX_BODY = 64 * 1024 /* bytes */
};

/* Sections that are about the process, not about the change or the fault. */
static const char *const skipped_sections[] = { "related issue", "checklist",
	"pull request checklist", "pre-commit", "test plan", "test result",
	"tests", "testing", "how to test", "reviewer note", "before submitting",
	"your current environment", "environment", "system info", "versions",
	"accuracy test", "benchmarking", "benchmark & profiling", "speed test",
	"review process", "review and merge", "ci state", "code of conduct",
	"how would you like to use", "essential elements", "alternatives",
	"additional context", "reproduction", "to reproduce",
	"documentation update" };

/* Behind one of these headings are notes that a program made. */
static const char *const notes_headings[] = { "summary by coderabbit" };

/* From here on everything is generated. */
static const char *const endings[] = { "summary by coderabbit", "---------",
	"note: gemini", "<!-- this is an auto-generated" };

/* Lines that a tool or a template wrote. */
static const char *const noise[] = { "signed-off-by:", "co-authored-by:",
	"reviewed-by:", "tested-by:", "cherry-picked", "fixes #", "fix #",
	"closes #", "close #", "resolves #", "resolve #", "fix http",
	"fixes http", "close http", "closes http", "resolve http",
	"resolves http", "issue: #", "related: #", "_no response_",
	"no response", "n/a", "thank you for contributing", "please describe",
	"fill in the pr description", "see also #",
	"pull request resolved:", "differential revision:", "ghstack-source",
	"this pull request was created", "tip:", "stack-info:", "reverts ",
	"this reverts commit", "cc @", "/cc @", "cc:" };

struct state {
	struct buf *out;
	struct buf unit; /* a paragraph or a list item, its lines joined */
	char fence; /* what opened the code block that we are in, or '\0' */
	int skip_level; /* of the heading whose section is skipped; 0: none */
};

static bool
starts_with_any(const char *s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ascii_lower(*s) == *list[i] &&
		    strncasecmp(s, list[i], strlen(list[i])) == 0)
			return true;
	return false;
}

#define STARTS_WITH_ANY(s, list) \
	starts_with_any(s, list, sizeof list / sizeof *list)

static const char *
skip_blanks(const char *s)
{
	return s + strspn(s, " \t");
}

/* Returns where the words of a heading or a bold line begin. */
static const char *
first_word(const char *s)
{
	const char *next = s;

	while (*s != '\0') {
		uint32_t c = utf8_next(&next);

		if (utf8_is_word(c) || utf8_is_cjk(c) || c == '-' || c == '<')
			break;
		s = next;
	}
	return s;
}

/* Returns the level of the heading in `line`, 0 if it is none. */
static int
heading_level(const char *line)
{
	size_t marks = strspn(line, "#");

	if (marks > 0 && marks < 7 && (line[marks] == ' ' || !line[marks]))
		return (int)marks;
	if (strncmp(line, "**", 2) == 0) {
		const char *end = strstr(line + 2, "**");

		if (end != NULL &&
		    *skip_blanks(end + 2 + strspn(end + 2, ":")) == '\0')
			return 7;
	}
	return 0;
}

static void
end_unit(struct state *state)
{
	size_t start = state->out->len;

	if (state->unit.len > 0)
		inline_text(state->out, state->unit.at);
	if (state->out->len > start)
		buf_str(state->out, "\n\n");
	buf_clear(&state->unit);
}

static void
heading(struct state *state, const char *line, int level)
{
	end_unit(state);
	if (state->skip_level > 0 && level > state->skip_level)
		return;
	state->skip_level = STARTS_WITH_ANY(first_word(line), skipped_sections)
	    ? level
	    : 0;
}

/* Returns what follows the mark of a list item, or NULL if there is none. */
static const char *
list_item(const char *line)
{
	size_t digits = 0;

	if (strchr("-*+", *line) != NULL && *line != '\0')
		return line[1] == ' ' ? skip_blanks(line + 1) : NULL;
	while (ascii_is_digit(line[digits]))
		digits++;
	if (digits > 0 && digits < 4 &&
	    (line[digits] == '.' || line[digits] == ')') &&
	    line[digits + 1] == ' ')
		return skip_blanks(line + digits + 1);
	return NULL;
}

static bool
is_check_box(const char *item)
{
	return item[0] == '[' && strchr(" xX", item[1]) != NULL &&
	    item[1] != '\0' && item[2] == ']';
}

/* A line ends within a compound, or in a script without blanks, or neither. */
static bool
needs_blank(const struct buf *out, const char *line)
{
	const char *last = out->at + utf8_cut(out->at, out->len - 1);

	if (*last == '-' && last > out->at && ascii_is_letter(last[-1]))
		return !ascii_is_letter(*line);
	return !utf8_is_cjk(utf8_next(&last)) || !utf8_is_cjk(utf8_next(&line));
}

static void
prose(struct state *state, const char *line)
{
	const char *item = list_item(line);

	if (item != NULL) {
		end_unit(state);
		line = item;
		if (is_check_box(item))
			return;
	}
	if (STARTS_WITH_ANY(first_word(line), noise) ||
	    STARTS_WITH_ANY(line, noise)) {
		end_unit(state);
		return;
	}
	if (state->unit.len > 0 && needs_blank(&state->unit, line))
		buf_char(&state->unit, ' ');
	buf_str(&state->unit, line);
}

/* Tells whether `line` opens or closes a block of code. */
static bool
is_fence(const char *line)
{
	if (strncmp(line, "```", 3) == 0)
		return strchr(line + strspn(line, "`"), '`') == NULL;
	return strncmp(line, "~~~", 3) == 0;
}

/* Deals with one line; false when nothing that follows is the author's. */
static bool
take_line(struct state *state, const char *raw)
{
	const char *line = skip_blanks(raw);
	int level;

	if (state->fence != '\0') {
		if (is_fence(line) && *line == state->fence)
			state->fence = '\0';
		return true;
	}
	if (STARTS_WITH_ANY(line, endings) ||
	    STARTS_WITH_ANY(first_word(line), endings))
		return false;
	if (is_fence(line)) {
		end_unit(state);
		state->fence = *line;
	} else if ((level = heading_level(line)) > 0) {
		heading(state, line, level);
	} else if (line[strspn(line, "-*_= \t")] == '\0' ||
	    strchr("|>", *line) != NULL) {
		end_unit(state);
	} else if (state->skip_level == 0) {
		prose(state, line);
	}
	return true;
}

/* Tells whether generated notes begin behind `line`. */
static bool
opens_notes(const char *line)
{
	return STARTS_WITH_ANY(first_word(line), notes_headings);
}

/* Sets `out` to the prose of the body, or to that of its generated notes. */
static void
read_body(struct buf *out, const char *body, bool notes)
{
	struct state state = { .out = out };
	struct buf clean = { 0 };
	bool within = !notes;
	char *line, *next;

	buf_clear(out);
	hidden_remove(&clean, body, utf8_cut(body, MAX_BODY));
	for (line = clean.at; line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		if (!within)
			within = opens_notes(skip_blanks(line));
		else if (!take_line(&state, line))
			break;
	}
	end_unit(&state);
	buf_free(&state.unit);
	buf_free(&clean);
}

void
body_prose(struct buf *out, const char *body)
{
	read_body(out, body, false);
}

void
body_notes(struct buf *out, const char *body)
{
	read_body(out, body, true);
}
