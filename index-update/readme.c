/*
 * The README that leads to all reports, rewritten line by line.
 */
#include <string.h>

#include "reader.h"
#include "readme.h"

struct writer {
	struct buf *out;
	const struct archive *archive;
	const char *folder, *body;
	size_t max;
	const struct words *words;
	const char *line_end; /* as in the old README */
};

/* Appends text of ours, with the README's own line ends. */
static void
put(const struct writer *writer, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			buf_str(writer->out, writer->line_end);
		else
			buf_char(writer->out, *text);
	}
}

static void
put_link(const struct writer *writer, const char *text, const char *name)
{
	put(writer, "[");
	put(writer, text);
	put(writer, "](");
	put(writer, writer->folder);
	put(writer, "/");
	put(writer, name);
	put(writer, ")");
}

/* Links to the report in other languages, each behind `before`. */
static void
put_translations(const struct writer *writer, const struct report *report,
    const char *before)
{
	struct buf path = { 0 };

	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		if (!report->also[lang])
			continue;
		report_path(&path, "", report->date, true, lang, ".md");
		put(writer, before);
		put_link(writer, reader_words[lang].language, path.at);
	}
	buf_free(&path);
}

static bool
has_translation(const struct report *report)
{
	bool has = false;

	for (enum lang lang = 0; lang < LANG_COUNT; lang++)
		has = has || report->also[lang];
	return has;
}

static void
put_list(const struct writer *writer)
{
	const struct archive *archive = writer->archive;

	for (size_t i = 1; i < archive->count; i++) {
		const struct report *report = &archive->reports[i];
		const char *slash = strrchr(report->path.at, '/');

		put(writer, "- ");
		if (writer->max > 0 && i > writer->max) {
			put_link(writer, writer->words->earlier, "");
			put(writer, "\n");
			break;
		}
		put_link(writer, report->date, slash != NULL ? slash + 1 : "");
		put_translations(writer, report, " · ");
		put(writer, "\n");
	}
	put(writer, "\n");
}

static void
put_rule(const struct writer *writer)
{
	put(writer, reader_rule);
	put(writer, "\n\n");
}

static void
put_past(const struct writer *writer)
{
	put(writer, writer->words->past);
	put(writer, "\n");
	put_list(writer);
	put_rule(writer);
}

static void
put_latest(const struct writer *writer)
{
	put(writer, writer->words->latest);
	put(writer, " (");
	put(writer, writer->archive->reports[0].date);
	put(writer, ")\n");
	put(writer, writer->body);
	if (has_translation(&writer->archive->reports[0])) {
		put_translations(writer, &writer->archive->reports[0], "\n");
		put(writer, "\n");
	}
}

/*
 * Replaces the old list, which `reader` comes to. Without a rule below it, only
 * what looks like a list is ours.
 */
static void
replace_past(const struct writer *writer, struct reader *reader)
{
	struct reader ahead = *reader, items_end = *reader;
	enum sort sort = LINE_ITEM, previous;
	bool items = true;

	put_list(writer);
	while (*ahead.next != '\0') {
		struct reader before = ahead;

		previous = sort;
		sort = reader_next(&ahead);
		if (sort == LINE_RULE && previous == LINE_OTHER)
			sort = LINE_HEADING; /* underlined, and not ours */
		items = items && sort == LINE_ITEM;
		if (items)
			items_end = ahead;
		if (sort == LINE_RULE)
			*reader = before;
		if (sort == LINE_RULE || sort == LINE_PAST ||
		    sort == LINE_LATEST || sort == LINE_HEADING)
			break;
	}
	if (sort != LINE_RULE) {
		put_rule(writer);
		*reader = items_end;
	}
}

/* Passes over the old report, which `reader` comes to. */
static void
skip_latest(struct reader *reader)
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

static bool
ends_with(const struct buf *buf, const char *end)
{
	size_t len = strlen(end);

	return buf->len >= len &&
	    memcmp(buf->at + buf->len - len, end, len) == 0;
}

/* Ends what was written with a whole line, and with an empty one. */
static void
end_line(const struct writer *writer)
{
	if (writer->out->len > 0 && !ends_with(writer->out, "\n"))
		put(writer, "\n");
}

static void
separate(const struct writer *writer)
{
	end_line(writer);
	if (writer->out->len > 0 && !ends_with(writer->out, "\n\n") &&
	    !ends_with(writer->out, "\n\r\n"))
		put(writer, "\n");
}

static void
rewrite(const struct writer *writer, const char *text, bool has_past)
{
	struct reader reader = { .next = text };
	bool past_done = false, latest_done = false;

	while (*reader.next != '\0') {
		const char *start = reader.next;
		enum sort sort = reader_next(&reader);

		if (sort == LINE_LATEST && !latest_done) {
			if (!has_past)
				put_past(writer);
			put_latest(writer);
			skip_latest(&reader);
			if (*reader.next != '\0')
				separate(writer);
			latest_done = true;
			continue;
		}
		buf_add(writer->out, start, (size_t)(reader.next - start));
		if (sort == LINE_PAST && !past_done) {
			end_line(writer);
			replace_past(writer, &reader);
			past_done = true;
		}
	}
}

void
readme_update(struct buf *out, const char *old, const struct archive *archive,
    const char *folder, const char *body, size_t max)
{
	bool has_past = reader_has(old, LINE_PAST),
	     has_latest = reader_has(old, LINE_LATEST);
	enum lang lang = archive->reports[0].lang;
	size_t first_line = strcspn(old, "\n");
	bool crlf = first_line > 0 && old[first_line] == '\n' &&
	    old[first_line - 1] == '\r';
	struct writer writer = { out, archive, folder, body, max,
		&reader_words[lang], crlf ? "\r\n" : "\n" };

	buf_clear(out);
	if (*old == '\0')
		buf_printf(out, "%s\n\n", reader_words[lang].title);
	rewrite(&writer, old, has_past);
	if (has_latest)
		return;
	separate(&writer);
	if (!has_past)
		put_past(&writer);
	put_latest(&writer);
}
