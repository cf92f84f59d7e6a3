/*
 * A record as a model is shown it.
 */
#include <string.h>

#include "body.h"
#include "describe.h"
#include "model/tokens.h"
#include "text.h"

enum {
	MAX_FILES = 20,
	MAX_LABELS = 10
};

static void
add_line(struct buf *out, const char *name, const char *value)
{
	struct buf line = { 0 };

	text_line(&line, value);
	if (line.len > 0)
		buf_printf(out, "%s: %s\n", name, line.at);
	buf_free(&line);
}

static void
add_labels(struct buf *out, const struct rec *rec)
{
	jv labels = rec_value(rec, "labels");
	struct buf names = { 0 };

	for (size_t i = 0; i < json_count(labels) && i < MAX_LABELS; i++) {
		const char *name = json_item_str(labels, i);

		if (name != NULL)
			buf_printf(&names, "%s%s", i > 0 ? ", " : "", name);
	}
	if (names.len > 0)
		add_line(out, "labels", names.at);
	buf_free(&names);
	json_free(labels);
}

static void
add_files(struct buf *out, const struct rec *rec)
{
	jv files = rec_value(rec, "files");
	size_t count = json_count(files);
	struct buf names = { 0 };

	for (size_t i = 0; i < count && i < MAX_FILES; i++) {
		jv file = json_item(files, i);
		const char *path = json_str(file, "path");

		if (path != NULL)
			buf_printf(&names, "%s%s", i > 0 ? ", " : "", path);
		json_free(file);
	}
	if (count > MAX_FILES)
		buf_printf(&names, ", %zu more", count - MAX_FILES);
	if (names.len > 0)
		add_line(out, "files", names.at);
	buf_free(&names);
	json_free(files);
}

static void
add_text(struct buf *out, const struct item *item, const struct rec *rec)
{
	struct buf text = { 0 }, prose = { 0 };
	const char *raw = rec_str(rec, "text", &text);

	if (raw != NULL && strcmp(item->kind, "paper") != 0) {
		body_prose(&prose, raw);
		if (prose.len == 0)
			body_notes(&prose, raw);
		raw = prose.at;
	}
	if (raw != NULL)
		add_line(out, "text", raw);
	buf_free(&prose);
	buf_free(&text);
}

void
describe(struct buf *out, const struct item *item, const struct rec *rec)
{
	buf_clear(out);
	add_line(out, "kind", item->kind);
	if (item->repo.len > 0)
		add_line(out, "repository", item->repo.at);
	add_line(out, "title", item->title.at);
	add_labels(out, rec);
	add_files(out, rec);
	add_text(out, item, rec);
}

bool
describe_cut(struct buf *description, size_t max)
{
	size_t len = tokens_cut(description->at, max);

	if (len == description->len)
		return false;
	buf_cut(description, len);
	buf_str(description, " ...\n");
	return true;
}
