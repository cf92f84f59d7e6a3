/*
 * The lines of a README, and what they are to us.
 */
#include <string.h>

#include "reader.h"

const struct words reader_words[LANG_COUNT] = {
	[LANG_ZH] = { "# Daily AI Infra Report", "## 往期回顾", "## 最新解读",
	    "更早的报告", "中文" },
	[LANG_EN] = { "# Daily AI Infra Report", "## Past reports",
	    "## Latest report", "Earlier reports", "English" },
};

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

static enum sort
sort_of(struct span line)
{
	while (line.len > 0 && strchr(blanks, line.at[line.len - 1]) != NULL)
		line.len--;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		size_t len = strlen(reader_words[lang].latest);

		if (is(line, reader_words[lang].past))
			return LINE_PAST;
		if (is(line, reader_words[lang].latest) ||
		    (begins(line, reader_words[lang].latest) &&
			strncmp(line.at + len, " (", 2) == 0))
			return LINE_LATEST;
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

/* Tells whether the line is code, or a fence around it. */
static bool
is_code(struct reader *reader)
{
	const char *marks = reader->line.at + strspn(reader->line.at, " ");
	bool inside = reader->fence.len > 0;
	size_t len = 0, rest;

	if (*marks == '`' || *marks == '~')
		len = strspn(marks, *marks == '`' ? "`" : "~");
	if (len < 3 || marks - reader->line.at > 3)
		return inside;
	rest = strcspn(marks + len, *marks == '`' ? "`\n" : "\n");
	if (inside) {
		if (*marks == *reader->fence.at && len >= reader->fence.len &&
		    strspn(marks + len, blanks) == rest)
			reader->fence.len = 0;
	} else if (marks[len + rest] != '`') {
		reader->fence = (struct span) { marks, len };
	}
	return inside || reader->fence.len > 0;
}

enum sort
reader_next(struct reader *reader)
{
	size_t len = strcspn(reader->next, "\n");

	reader->line = (struct span) { reader->next, len };
	reader->next += len + (reader->next[len] == '\n');
	return is_code(reader) ? LINE_CODE : sort_of(reader->line);
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
