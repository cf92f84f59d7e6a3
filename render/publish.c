/*
 * Writing a report into a reports folder.
 */
#include <errno.h>
#include <string.h>

#include "diag.h"
#include "format.h"
#include "publish.h"

enum {
	MAX_REPORT = 64 * 1024 * 1024 /* bytes */
};

static void
path_of(const struct publish *publish, struct buf *path, const char *ending)
{
	report_path(path, publish->dir, publish->date, publish->second,
	    publish->lang, ending);
}

/* Reads the kept report of the day; false if there is none. Ends the program
 * if it cannot be read. */
static bool
read_kept(const struct publish *publish, struct report *report)
{
	struct buf path = { 0 }, markdown = { 0 };
	bool found;

	path_of(publish, &path, ".md");
	found = file_is_regular(path.at) &&
	    file_read(&markdown, path.at, MAX_REPORT);
	if (!found && errno != ENOENT)
		diag_die("%s: %s", path.at, strerror(errno));
	if (found)
		report_read(report, path.at, markdown.at);
	buf_free(&path);
	buf_free(&markdown);
	return found;
}

void
publish_begin(
    struct publish *publish, const char *dir, const char *date, enum lang lang)
{
	struct report first = { 0 };
	struct buf path = { 0 };

	*publish = (struct publish) { .dir = dir, .date = date, .lang = lang };
	file_make_folder(dir);
	file_lock_folder(dir);
	publish->second = read_kept(publish, &first) && first.lang != lang;
	report_free(&first);
	path_of(publish, &path, ".ndjson");
	file_begin(&publish->records, path.at, false);
	buf_free(&path);
}

void
publish_record(struct publish *publish, const struct rec *rec)
{
	fwrite(
	    rec->object.text.at, 1, rec->object.text.len, publish->records.out);
	putc('\n', publish->records.out);
}

/* Tells whether the kept day is better; then `report` is about that. */
static bool
keep_old(struct publish *publish, const struct day *day, struct report *report)
{
	struct buf reason = { 0 };

	report->kept = read_kept(publish, report) &&
	    account_worse(&day->account, &report->account, &reason);
	if (report->kept)
		diag_error("%s: kept, for the new one is worse: %s; --force "
			   "replaces it",
		    report->path.at, reason.at);
	report->kept = reason.len > 0;
	buf_free(&reason);
	return report->kept;
}

static void
write_report(struct publish *publish, struct day *day, const struct wish *wish)
{
	struct buf markdown = { 0 }, path = { 0 };
	struct file report;

	format_write(&markdown, FORMAT_MD, day, wish);
	path_of(publish, &path, ".md");
	file_begin(&report, path.at, false);
	fwrite(markdown.at, 1, markdown.len, report.out);
	file_settle(&report);
	file_settle(&publish->records);
	file_replace((struct file *[]) { &publish->records, &report }, 2);
	buf_free(&markdown);
	buf_free(&path);
}

void
publish_finish(struct publish *publish, struct day *day,
    const struct wish *wish, bool force, struct report *report)
{
	if (!force && keep_old(publish, day, report)) {
		file_abandon(&publish->records);
		return;
	}
	write_report(publish, day, wish);
	if (!read_kept(publish, report))
		diag_die("%s: the report cannot be read again", publish->dir);
}
