/*
 * The README that leads to all reports, rewritten line by line.
 */
#include <string.h>

#include "readme.h"
#include "scan.h"

static const struct words {
	const char *title, *past, *latest, *earlier;
} words[LANG_COUNT] = {
	[LANG_ZH] = { "# Daily AI Infra Report", "## 往期回顾", "## 最新解读",
	    "更早的报告" },
	[LANG_EN] = { "# Daily AI Infra Report", "## Past reports",
	    "## Latest report", "Earlier reports" },
};

static const char rule[] = "---";
static const char end_mark[] = "<!-- end -->";

enum sort {
	LINE_OTHER,
	LINE_PAST, /* our headings */
	LINE_LATEST,
	LINE_RULE,
	LINE_END,
	LINE_HEADING, /* somebody else's, of the second level */
	LINE_FENCE
};

struct writer {
	struct buf *out;
	const struct archive *archive;
	const char *folder, *body;
	size_t max;
	const struct words *words;
};

static bool
is(struct span line, const char *text)
{
	return line.len == strlen(text) &&
	    memcmp(line.at, text, line.len) == 0;
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
	while (line.len > 0 && strchr(" \t\r", line.at[line.len - 1]) != NULL)
		line.len--;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		size_t len = strlen(words[lang].latest);

		if (is(line, words[lang].past))
			return LINE_PAST;
		if (is(line, words[lang].latest) ||
		    (begins(line, words[lang].latest) && line.len > len + 1 &&
			strncmp(line.at + len, " (", 2) == 0))
			return LINE_LATEST;
	}
	if (is(line, rule))
		return LINE_RULE;
	if (is(line, end_mark))
		return LINE_END;
	if (begins(line, "```") || begins(line, "~~~"))
		return LINE_FENCE;
	return begins(line, "## ") ? LINE_HEADING : LINE_OTHER;
}

/* Takes a line off `*text`, without its line feed in `*line`; its sort. */
static enum sort
next_line(const char **text, struct span *line)
{
	*line = (struct span) { *text, strcspn(*text, "\n") };
	*text += line->len + ((*text)[line->len] == '\n');
	return sort_of(*line);
}

/* Tells whether a heading of ours stands anywhere outside a code block. */
static bool
has(const char *text, enum sort wanted)
{
	struct span line;
	bool fenced = false;

	while (*text != '\0') {
		enum sort sort = next_line(&text, &line);

		fenced ^= sort == LINE_FENCE;
		if (sort == wanted && !fenced)
			return true;
	}
	return false;
}

static void
put_list(const struct writer *writer)
{
	const struct archive *archive = writer->archive;

	for (size_t i = 1; i < archive->count; i++) {
		const struct report *report = &archive->reports[i];
		const char *slash = strrchr(report->path.at, '/');

		if (writer->max > 0 && i > writer->max) {
			buf_printf(writer->out, "- [%s](%s/)\n",
			    writer->words->earlier, writer->folder);
			break;
		}
		buf_printf(writer->out, "- [%s](%s/%s)\n", report->date,
		    writer->folder, slash != NULL ? slash + 1 : "");
	}
	buf_char(writer->out, '\n');
}

static void
put_past(const struct writer *writer)
{
	buf_printf(writer->out, "%s\n", writer->words->past);
	put_list(writer);
	buf_printf(writer->out, "%s\n\n", rule);
}

static void
put_latest(const struct writer *writer)
{
	if (writer->archive->count > 0)
		buf_printf(writer->out, "%s (%s)\n%s", writer->words->latest,
		    writer->archive->reports[0].date, writer->body);
}

/* Replaces the old list, which begins at `text`; returns what follows it. */
static const char *
replace_past(const struct writer *writer, const char *text)
{
	struct span line;
	const char *next = text;

	put_list(writer);
	while (*text != '\0') {
		enum sort sort = next_line(&next, &line);

		if (sort == LINE_RULE)
			return text;
		if (sort == LINE_LATEST || sort == LINE_HEADING)
			break;
		text = next;
	}
	buf_printf(writer->out, "%s\n\n", rule);
	return text;
}

/* Passes over the old report, which begins at `text`. */
static const char *
skip_latest(const char *text)
{
	struct span line;
	const char *next = text;

	while (*text != '\0') {
		enum sort sort = next_line(&next, &line);

		if (sort == LINE_END || sort == LINE_PAST)
			break;
		text = next;
	}
	return text;
}

/* Ends what was written with an empty line. */
static void
separate(struct buf *out)
{
	if (out->len > 0 && out->at[out->len - 1] != '\n')
		buf_char(out, '\n');
	if (out->len > 1 && out->at[out->len - 2] != '\n')
		buf_char(out, '\n');
}

static void
rewrite(const struct writer *writer, const char *text, bool has_past)
{
	bool past_done = false, latest_done = false, fenced = false;

	while (*text != '\0') {
		const char *start = text;
		struct span line;
		enum sort sort = next_line(&text, &line);

		fenced ^= sort == LINE_FENCE;
		if (sort == LINE_LATEST && !fenced && !latest_done) {
			if (!has_past)
				put_past(writer);
			put_latest(writer);
			text = skip_latest(text);
			latest_done = true;
			continue;
		}
		buf_add(writer->out, start, (size_t)(text - start));
		if (sort == LINE_PAST && !fenced && !past_done) {
			text = replace_past(writer, text);
			past_done = true;
		}
	}
}

void
readme_update(struct buf *out, const char *old, const struct archive *archive,
    const char *folder, const char *body, size_t max)
{
	bool has_past = has(old, LINE_PAST), has_latest = has(old, LINE_LATEST);
	enum lang lang =
	    archive->count > 0 ? archive->reports[0].lang : LANG_ZH;
	struct writer writer = { out, archive, folder, body, max,
		&words[lang] };

	buf_clear(out);
	if (*old == '\0')
		buf_printf(out, "%s\n\n", words[lang].title);
	rewrite(&writer, old, has_past);
	if (has_latest)
		return;
	separate(out);
	if (!has_past)
		put_past(&writer);
	put_latest(&writer);
}
