/*
 * The lines of a page, and what they are to us.
 */
#include <string.h>

#include "buf.h"
#include "reader.h"
#include "when.h"

const struct words reader_words[LANG_COUNT] = {
	[LANG_ZH] = { "## 往期回顾", "## 最新解读", "## 全部报告", "更早的报告",
	    "全文", "> 注意：最新的条目早于报告日期 %d 天（%s）。\n\n" },
	[LANG_EN] = { "## Past reports", "## Latest report", "## All reports",
	    "Earlier reports", "In full",
	    "> Note: the newest item is %d days older than the report (%s)."
	    "\n\n" },
};

const char reader_title[] = "# Daily AI Infra Report";
const char reader_rule[] = "---";

static const char end_mark[] = "<!-- end -->";
static const char blanks[] = " \t\r";

static bool
is(struct span line, const char *text)
{
	return line.len == strlen(text) && memcmp(line.at, text, line.len) == 0;
}

static bool
begins(struct span line, const char *text)
{
	return line.len >= strlen(text) &&
	    memcmp(line.at, text, strlen(text)) == 0;
}

/* Tells whether `line` is the heading `words`, alone or with " (DATE)". */
static bool
is_latest(struct span line, const char *words)
{
	size_t len = strlen(words);
	char date[WHEN_DATE_SIZE] = "";
	struct buf expected = { 0 };
	time_t time;
	bool is_it;

	if (is(line, words))
		return true;
	if (!begins(line, words) ||
	    line.len != len + strlen(" ()") + sizeof date - 1)
		return false;
	memcpy(date, line.at + len + strlen(" ("), sizeof date - 1);
	buf_printf(&expected, "%s (%s)", words, date);
	is_it = when_date(date, &time) && is(line, expected.at);
	buf_free(&expected);
	return is_it;
}

static enum sort
sort_of(struct span line)
{
	while (line.len > 0 && strchr(blanks, line.at[line.len - 1]) != NULL)
		line.len--;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		if (is(line, reader_words[lang].past))
			return LINE_PAST;
		if (is_latest(line, reader_words[lang].latest))
			return LINE_LATEST;
		if (is(line, reader_words[lang].all))
			return LINE_ALL;
	}
	if (is(line, reader_rule))
		return LINE_RULE;
	if (is(line, end_mark))
		return LINE_END;
	if (line.len == 0 || begins(line, "- ["))
		return LINE_ITEM;
	return begins(line, "# ") || begins(line, "## ") ? LINE_HEADING
							 : LINE_OTHER;
}

/* Returns the marks of the fence that the line at `at` is; none: no fence. */
static struct span
fence_at(const char *at)
{
	const char *marks = at + strspn(at, " ");
	size_t len = 0;

	if (*marks == '`' || *marks == '~')
		len = strspn(marks, *marks == '`' ? "`" : "~");
	if (len < 3 || marks - at > 3)
		return (struct span) { NULL, 0 };
	return (struct span) { marks, len };
}

/* Tells whether the line at `at` closes the code that `opened` opens. */
static bool
closes(struct span opened, const char *at)
{
	struct span fence = fence_at(at);
	const char *rest = fence.at + fence.len;

	return fence.len >= opened.len && *fence.at == *opened.at &&
	    (rest[strspn(rest, blanks)] == '\n' ||
		rest[strspn(rest, blanks)] == '\0');
}

/* A fence that nothing closes would hide the rest of the file: it is none. */
static bool
opens(struct span fence, const char *next)
{
	if (fence.len == 0 ||
	    (*fence.at == '`' &&
		memchr(fence.at + fence.len, '`',
		    strcspn(fence.at + fence.len, "\n")) != NULL))
		return false;
	while (*next != '\0') {
		if (closes(fence, next))
			return true;
		next += strcspn(next, "\n");
		next += *next == '\n';
	}
	return false;
}

/* Tells whether the line is code, or a fence around it. */
static bool
is_code(struct reader *reader)
{
	struct span fence = fence_at(reader->line.at);

	if (reader->fence.len == 0) {
		if (!opens(fence, reader->next))
			return false;
		reader->fence = fence;
	} else if (closes(reader->fence, reader->line.at)) {
		reader->fence.len = 0;
	}
	return true;
}

/*
 * Tells whether the line is in a comment that runs over several lines: one that
 * begins a line, for within a paragraph it would end at the next heading.
 */
static bool
is_comment(struct reader *reader)
{
	const char *line = reader->line.at, *open = line + strspn(line, " ");
	bool was_comment = reader->comment;
	const char *close;

	if (!was_comment && (open - line > 3 || strncmp(open, "<!--", 4) != 0))
		return false;
	close = strstr(line, "-->");
	reader->comment = close != NULL && close >= line + reader->line.len;
	return was_comment || reader->comment;
}

enum sort
reader_next(struct reader *reader)
{
	size_t len = strcspn(reader->next, "\n");

	reader->line = (struct span) { reader->next, len };
	reader->next += len + (reader->next[len] == '\n');
	if (!reader->comment && is_code(reader))
		return LINE_CODE;
	return is_comment(reader) ? LINE_CODE : sort_of(reader->line);
}

void
reader_skip_section(struct reader *reader)
{
	while (*reader->next != '\0') {
		struct reader before = *reader;
		enum sort sort = reader_next(reader);

		if (sort == LINE_END || sort == LINE_PAST) {
			*reader = before;
			break;
		}
	}
}

bool
reader_has(const char *text, enum sort wanted)
{
	struct reader reader = { .next = text };

	while (*reader.next != '\0')
		if (reader_next(&reader) == wanted)
			return true;
	return false;
}
