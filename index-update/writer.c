/*
 * Writing lines of a page that may have had others before.
 */
#include <string.h>

#include "writer.h"

struct writer
writer_for(struct buf *out, const char *old)
{
	size_t first_line = strcspn(old, "\n");
	bool crlf = first_line > 0 && old[first_line] == '\n' &&
	    old[first_line - 1] == '\r';

	return (struct writer) { out, crlf ? "\r\n" : "\n" };
}

void
writer_put(const struct writer *writer, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			buf_str(writer->out, writer->line_end);
		else
			buf_char(writer->out, *text);
	}
}

void
writer_link(const struct writer *writer, const char *text, const char *folder,
    const char *name)
{
	writer_put(writer, "[");
	writer_put(writer, text);
	writer_put(writer, "](");
	writer_put(writer, folder);
	writer_put(writer, *folder != '\0' ? "/" : "");
	writer_put(writer, name);
	writer_put(writer, ")");
}

void
writer_report(const struct writer *writer, const char *text, const char *folder,
    const struct report *report)
{
	const char *slash = strrchr(report->path.at, '/');

	writer_link(
	    writer, text, folder, slash != NULL ? slash + 1 : report->path.at);
}

void
writer_translations(const struct writer *writer, const char *before,
    const char *folder, const struct report *report)
{
	struct buf path = { 0 };

	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		if (!report->also[lang])
			continue;
		report_path(&path, "", report->date, true, lang, ".md");
		writer_put(writer, before);
		writer_link(writer, lang_name(lang), folder, path.at);
	}
	buf_free(&path);
}

static bool
ends_with(const struct buf *buf, const char *end)
{
	size_t len = strlen(end);

	return buf->len >= len &&
	    memcmp(buf->at + buf->len - len, end, len) == 0;
}

static void
end_line(const struct writer *writer)
{
	if (writer->out->len > 0 && !ends_with(writer->out, "\n"))
		writer_put(writer, "\n");
}

void
writer_separate(const struct writer *writer)
{
	end_line(writer);
	if (writer->out->len > 0 && !ends_with(writer->out, "\n\n") &&
	    !ends_with(writer->out, "\n\r\n"))
		writer_put(writer, "\n");
}
