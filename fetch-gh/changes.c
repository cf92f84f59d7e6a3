/*
 * What a commit changed.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "array.h"
#include "budget.h"
#include "changes.h"
#include "emit.h"
#include "item.h"
#include "member.h"

enum {
	MAX_FILES = 300, /* that are listed: a page of GitHub's */
	MAX_PATCHES = 64 * 1024 /* bytes that one commit wants at the most */
};

static void
put_count(struct buf *json, const char *key, jv object)
{
	if (item_integer(object, key) >= 0)
		emit_integer(json, key, item_integer(object, key));
}

static void
add_file(struct changes *changes, jv file)
{
	const char *patch = json_str(file, "patch");
	struct change *change;

	if (changes->files++ >= MAX_FILES)
		return;
	changes->at = xgrow(changes->at, &changes->capacity, changes->count + 1,
	    sizeof *changes->at);
	change = &changes->at[changes->count++];
	*change = (struct change) { .wants = patch != NULL ? strlen(patch)
							   : 0 };
	emit_open(&change->entry, NULL, '{');
	member_line(&change->entry, "path", json_str(file, "filename"));
	member_line(&change->entry, "status", json_str(file, "status"));
	put_count(&change->entry, "additions", file);
	put_count(&change->entry, "deletions", file);
	if (patch != NULL)
		buf_str(&change->patch, patch);
	changes->held += change->patch.len;
}

static void
read_stats(struct changes *changes, struct span text)
{
	jv stats = json_parse(text);

	changes->additions = item_integer(stats, "additions");
	changes->deletions = item_integer(stats, "deletions");
	json_free(stats);
}

static void
read_files(struct changes *changes, struct span text)
{
	static const struct json_wanted wanted[] = { { "additions", NULL },
		{ "deletions", NULL }, { "filename", NULL }, { "patch", NULL },
		{ "status", NULL }, { NULL, NULL } };
	struct array files;
	struct span text_of_one;

	array_open(&files, text);
	while (array_next(&files, &text_of_one)) {
		jv file = json_parse_wanted(text_of_one, wanted);

		add_file(changes, file);
		json_free(file);
	}
}

static size_t
wanted(const struct changes *changes)
{
	size_t sum = 0;

	for (size_t i = 0; i < changes->count; i++)
		sum += changes->at[i].wants;
	return sum;
}

bool
changes_are_there(const struct buf *page)
{
	struct object object = { 0 };
	bool whole = scan_object(&object, page->at, page->len);
	struct span files = scan_get(&object, "files");

	scan_free(&object);
	return whole && files.len > 0 && *files.at == '[';
}

void
changes_read(struct changes *changes, const struct buf *page)
{
	struct object object = { 0 };

	scan_object(&object, page->at, page->len);
	read_stats(changes, scan_get(&object, "stats"));
	read_files(changes, scan_get(&object, "files"));
	changes->wants = wanted(changes);
	if (changes->wants > MAX_PATCHES)
		changes_cut(changes, changes->wants = MAX_PATCHES);
	scan_free(&object);
}

/*
 * Cuts a text to at most `max` bytes, before a line feed if there is one, and
 * gives back the room. Cut twice, it is what the smaller cut leaves of it.
 */
static void
cut_lines(struct buf *text, size_t max)
{
	struct buf cut = { 0 };
	const char *end;

	if (text->len <= max)
		return;
	end = memrchr(text->at, '\n', max + 1);
	buf_add(&cut, text->at, end != NULL ? (size_t)(end - text->at) : 0);
	buf_free(text);
	*text = cut;
}

void
changes_cut(struct changes *changes, size_t bytes)
{
	size_t *shares = xmalloc((changes->count + 1) * sizeof *shares);

	for (size_t i = 0; i < changes->count; i++)
		shares[i] = changes->at[i].wants;
	budget_divide(bytes, shares, changes->count);
	changes->held = 0;
	for (size_t i = 0; i < changes->count; i++) {
		cut_lines(&changes->at[i].patch, shares[i]);
		changes->held += changes->at[i].patch.len;
	}
	free(shares);
}

static void
put_file(struct buf *json, const struct change *change)
{
	emit_open(json, NULL, '{');
	buf_add(json, change->entry.at + 1, change->entry.len - 1);
	if (change->patch.len > 0)
		emit_string(json, "patch", change->patch.at);
	if (change->patch.len < change->wants)
		emit_bool(json, "truncated", true);
	emit_close(json, '}');
}

void
changes_put(struct buf *json, const struct changes *changes)
{
	emit_open(json, "stats", '{');
	if (changes->additions >= 0)
		emit_integer(json, "additions", changes->additions);
	if (changes->deletions >= 0)
		emit_integer(json, "deletions", changes->deletions);
	emit_integer(json, "files", changes->files);
	emit_close(json, '}');
	emit_open(json, "files", '[');
	for (size_t i = 0; i < changes->count; i++)
		put_file(json, &changes->at[i]);
	emit_close(json, ']');
}

void
changes_free(struct changes *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		buf_free(&changes->at[i].entry);
		buf_free(&changes->at[i].patch);
	}
	free(changes->at);
	*changes = (struct changes) { 0 };
}
