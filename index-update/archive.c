/*
 * All reports of a reports folder.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "archive.h"
#include "diag.h"
#include "file.h"
#include "when.h"

enum {
	MAX_REPORT = 64 * 1024 * 1024, /* bytes */
	DATE_LEN = WHEN_DATE_SIZE - 1
};

static const char records_ending[] = ".ndjson";

/* Tells whether `name` is that of a report, or of a day's records. */
static bool
is_ours(const char *name)
{
	char date[WHEN_DATE_SIZE] = "";
	time_t time;

	if (strlen(name) <= DATE_LEN)
		return false;
	memcpy(date, name, DATE_LEN);
	if (!when_date(date, &time))
		return false;
	name += DATE_LEN;
	if (strcmp(name, ".md") == 0 || strcmp(name, records_ending) == 0)
		return true;
	for (enum lang lang = 0; lang < LANG_COUNT; lang++)
		if (name[0] == '.' &&
		    strncmp(name + 1, lang_code(lang), 2) == 0 &&
		    strcmp(name + 3, ".md") == 0)
			return true;
	return false;
}

void
archive_note(struct archive *archive, const struct rec *rec)
{
	struct buf name = { 0 }, lang = { 0 };

	if (!rec_is(rec, "report"))
		return;
	if (rec_str(rec, "date", &name) == NULL) {
		rec_bad(rec, "a report without a date");
	} else if (rec_true(rec, "kept")) {
		if (rec_str(rec, "lang", &lang) != NULL)
			buf_printf(&name, ".%s", lang.at);
		map_at(&archive->kept, name.at, 1);
	}
	buf_free(&name);
	buf_free(&lang);
}

static bool
was_kept(const struct archive *archive, const struct report *report)
{
	struct buf name = { 0 };
	bool kept;

	buf_printf(&name, "%s.%s", report->date, lang_code(report->lang));
	kept = map_get(&archive->kept, name.at, 0) > 0 ||
	    map_get(&archive->kept, report->date, 0) > 0;
	buf_free(&name);
	return kept;
}

static int
is_wanted(const struct dirent *entry)
{
	return is_ours(entry->d_name);
}

/*
 * Newest first; of one date the first language's report, whose name is
 * shortest, and the records behind all reports.
 */
static int
newest_first(const struct dirent **a, const struct dirent **b)
{
	int dates = strncmp((*b)->d_name, (*a)->d_name, DATE_LEN);
	size_t la = strlen((*a)->d_name), lb = strlen((*b)->d_name);

	if (dates != 0)
		return dates;
	return la != lb ? (la > lb) - (la < lb)
			: strcmp((*a)->d_name, (*b)->d_name);
}

/* A second file of a date, DATE.LANG.md, is the report in another language. */
static void
note_translation(struct report *report, const char *name)
{
	char code[] = { name[DATE_LEN + 1], name[DATE_LEN + 2], '\0' };
	enum lang lang = lang_of(code);

	if (lang != LANG_COUNT && lang != report->lang)
		report->also[lang] = true;
}

/* Reads the report of the file `path`; false, and it is said, if it cannot. */
static bool
read_report(
    const struct archive *archive, struct report *report, const char *path)
{
	struct buf markdown = { 0 };
	bool found = file_is_regular(path) &&
	    file_read(&markdown, path, MAX_REPORT);

	if (found) {
		report_read(report, path, markdown.at);
		report->kept = was_kept(archive, report);
	} else {
		diag_error("%s: %s", path, strerror(errno));
	}
	buf_free(&markdown);
	return found;
}

static void
add(struct archive *archive, const char *dir, const char *name)
{
	struct buf path = { 0 };
	struct report report = { 0 },
		      *last = archive->count > 0
	    ? &archive->reports[archive->count - 1]
	    : NULL;

	if (last != NULL && strncmp(last->date, name, DATE_LEN) == 0) {
		note_translation(last, name);
		return;
	}
	buf_printf(&path, "%s/%s", dir, name);
	if (strcmp(name + DATE_LEN, records_ending) == 0)
		diag_error("%s: records without a report; see --rebuild in "
			   "daily(1)",
		    path.at);
	else if (read_report(archive, &report, path.at)) {
		archive->reports = xgrow(archive->reports, &archive->capacity,
		    archive->count + 1, sizeof *archive->reports);
		archive->reports[archive->count++] = report;
	}
	buf_free(&path);
}

void
archive_read(struct archive *archive, const char *dir)
{
	struct dirent **entries;
	int count = scandir(dir, &entries, is_wanted, newest_first);

	if (count < 0) {
		if (errno != ENOENT)
			diag_die("%s: %s", dir, strerror(errno));
		return;
	}
	for (int i = 0; i < count; i++) {
		add(archive, dir, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
}

static void
write_record(const struct report *report)
{
	struct buf json = { 0 };

	report_emit(report, &json);
	rec_write(&json);
	buf_free(&json);
}

/* Writes the record of the report in its language `lang`. */
static void
write_translation(
    const struct archive *archive, const struct report *report, enum lang lang)
{
	const char *slash = strrchr(report->path.at, '/');
	struct buf dir = { 0 }, path = { 0 };
	struct report translation = { 0 };

	buf_clear(&dir);
	if (slash != NULL)
		buf_add(
		    &dir, report->path.at, (size_t)(slash - report->path.at));
	report_path(&path, dir.at, report->date, true, lang, ".md");
	if (read_report(archive, &translation, path.at))
		write_record(&translation);
	report_free(&translation);
	buf_free(&dir);
	buf_free(&path);
}

void
archive_write(const struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++) {
		const struct report *report = &archive->reports[i];

		write_record(report);
		for (enum lang lang = 0; lang < LANG_COUNT; lang++)
			if (report->also[lang])
				write_translation(archive, report, lang);
	}
}

void
archive_free(struct archive *archive)
{
	for (size_t i = 0; i < archive->count; i++)
		report_free(&archive->reports[i]);
	free(archive->reports);
	map_free(&archive->kept);
	*archive = (struct archive) { 0 };
}
