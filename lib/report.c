/*
 * A report that has been written.
 */
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "code.h"
#include "diag.h"
#include "emit.h"
#include "file.h"
#include "report.h"
#include "text.h"

enum {
	MAX_PLAIN = 16 * 1024 /* bytes of a title or an overview */
};

static const char *const overview_headings[LANG_COUNT] = {
	[LANG_ZH] = "摘要",
	[LANG_EN] = "Overview",
};

const char *
report_overview_heading(enum lang lang)
{
	return overview_headings[lang];
}

void
report_path(struct buf *path, const char *dir, const char *date, bool second,
    enum lang lang, const char *ending)
{
	size_t len = strlen(dir);

	buf_clear(path);
	buf_printf(path, "%s%s%s", dir,
	    len > 0 && dir[len - 1] != '/' ? "/" : "", date);
	if (second)
		buf_printf(path, ".%s", lang_code(lang));
	buf_str(path, ending);
}

/* Appends a line of Markdown that holds escaped text, as plain text. */
static void
unescape(struct buf *out, const char *s, size_t line_len)
{
	size_t len = line_len < MAX_PLAIN ? line_len : utf8_cut(s, MAX_PLAIN);
	static const char joiner[] = "\xe2\x81\xa0"; /* U+2060 */
	const char *end = s + len;

	while (s < end) {
		size_t code = code_span(s, (size_t)(end - s));

		if (code > 0) {
			buf_add(out, s, code);
			s += code;
			continue;
		}
		if (*s == '\\' && s + 1 < end && ispunct((unsigned char)s[1]))
			s++;
		buf_char(out, *s++);
		if (s[-1] == '@' && strncmp(s, joiner, sizeof joiner - 1) == 0)
			s += sizeof joiner - 1;
	}
}

/* Returns what follows the title and the blank lines below it. */
static const char *
skip_title(const char *markdown)
{
	if (strncmp(markdown, "# ", 2) == 0)
		markdown += strcspn(markdown, "\n");
	return markdown + strspn(markdown, "\r\n");
}

/*
 * Finds the first second-level heading: its text and what follows its line; in
 * a report without any, which a person wrote, what follows its title.
 */
static const char *
find_heading(const char *markdown, struct span *heading)
{
	const char *line = markdown;

	while (*line != '\0') {
		size_t len = strcspn(line, "\n");
		const char *next = line + len + (line[len] == '\n');

		if (strncmp(line, "## ", 3) == 0) {
			*heading = (struct span) { line + 3, len - 3 };
			return next;
		}
		line = next;
	}
	*heading = (struct span) { line, 0 };
	return skip_title(markdown);
}

const char *
report_body(const char *markdown)
{
	struct span heading;

	return find_heading(markdown, &heading);
}

static enum lang
lang_of_heading(struct span heading)
{
	enum lang lang = 0;

	while (lang < LANG_COUNT &&
	    (strlen(overview_headings[lang]) != heading.len ||
		memcmp(overview_headings[lang], heading.at, heading.len) != 0))
		lang++;
	return lang < LANG_COUNT ? lang : LANG_ZH;
}

/* The date is in the file's name. */
static void
date_of(struct report *report, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;

	memset(report->date, 0, sizeof report->date);
	for (size_t i = 0; i < sizeof report->date - 1 && name[i] != '\0'; i++)
		report->date[i] = name[i];
}

/* Sets `path` to that of the report, with another ending. */
static void
path_beside(const struct report *report, struct buf *path, const char *ending)
{
	const char *dot = strrchr(report->path.at, '.');

	buf_clear(path);
	buf_add(path, report->path.at, (size_t)(dot - report->path.at));
	buf_str(path, ending);
}

/* Reads the records that the report was made from, if they are there. */
static void
read_records(struct report *report)
{
	struct buf path = { 0 };
	struct rec_in in;

	path_beside(report, &path, ".ndjson");
	report->has_account = file_is_regular(path.at);
	if (report->has_account) {
		rec_open(&in, (char *const[]) { path.at, NULL });
		in.aside = true;
		while (rec_next(&in)) {
			account_take(&report->account, &in.rec);
			contents_take(&report->contents, &in.rec);
		}
		rec_close(&in);
	} else if (errno != ENOENT) {
		diag_error("%s: %s", path.at, strerror(errno));
	}
	path_beside(report, &path, ".html");
	report->has_page = file_is_regular(path.at);
	buf_free(&path);
}

void
report_read(struct report *report, const char *path, const char *markdown)
{
	struct span heading;
	const char *body = find_heading(markdown, &heading);
	size_t title = strcspn(markdown, "\n");

	report_free(report);
	date_of(report, path);
	buf_str(&report->path, path);
	report->lang = lang_of_heading(heading);
	buf_clear(&report->title);
	if (strncmp(markdown, "# ", 2) == 0)
		unescape(&report->title, markdown + 2, title - 2);
	buf_clear(&report->overview);
	unescape(&report->overview, body, strcspn(body, "\n"));
	read_records(report);
}

int
report_age(const struct report *report)
{
	time_t date, newest;

	if (!when_date(report->date, &date) ||
	    !when_date(report->account.newest, &newest) || newest > date)
		return 0;
	return (int)((date - newest) / WHEN_DAY);
}

void
report_emit(const struct report *report, struct buf *json)
{
	struct buf page = { 0 };

	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "kind", "report");
	emit_string(json, "date", report->date);
	emit_string(json, "period", "day");
	emit_string(json, "lang", lang_code(report->lang));
	emit_string(json, "path", report->path.at);
	if (report->has_page) {
		path_beside(report, &page, ".html");
		emit_string(json, "page", page.at);
		buf_free(&page);
	}
	emit_string(json, "title", report->title.at);
	emit_string(json, "overview", report->overview.at);
	if (report->has_account)
		account_emit_counts(&report->account, json);
	if (*report->account.newest != '\0')
		emit_string(json, "newest", report->account.newest);
	if (report->account.count > 0)
		emit_bool(json, "sources_ok", account_ok(&report->account));
	if (report->kept)
		emit_bool(json, "kept", true);
	contents_emit(&report->contents, json);
	emit_close(json, '}');
}

void
report_free(struct report *report)
{
	buf_free(&report->path);
	buf_free(&report->title);
	buf_free(&report->overview);
	account_free(&report->account);
	contents_free(&report->contents);
	*report = (struct report) { 0 };
}
