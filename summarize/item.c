/*
 * The summary of one record.
 */
#include <string.h>

#include "body.h"
#include "emit.h"
#include "extract/extract.h"
#include "item.h"
#include "text.h"
#include "title.h"

static const char *const kinds[] = { "paper", "commit", "issue", "pull",
	"release" };

void
item_start(struct item *item)
{
	*item = (struct item) { .class = jv_invalid() };
}

static const char *
kind_of(const struct rec *rec)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (rec_is(rec, kinds[i]))
			return kinds[i];
	return NULL;
}

/* What is left when the text says nothing: the title, for people. */
static void
fall_back(struct item *item, const struct rec *rec)
{
	if (item->title.len > 0)
		title_bare(&item->text, item->title.at);
	else if (rec_line(rec, "id", &item->text) == NULL)
		buf_str(&item->text, item->kind);
}

static void
summarize(struct item *item, const struct rec *rec)
{
	const char *text = rec_str(rec, "text", &item->raw);
	bool found = false;

	buf_clear(&item->text);
	if (text != NULL && strcmp(item->kind, "paper") == 0) {
		found = extract_abstract(&item->text, item->title.at, text);
	} else if (text != NULL) {
		body_prose(&item->prose, text);
		found = extract_prose(
		    &item->text, item->title.at, item->prose.at);
		if (!found)
			body_notes(&item->prose, text);
		found = found ||
		    extract_prose(&item->text, item->title.at, item->prose.at);
	}
	if (!found)
		fall_back(item, rec);
}

static void
name_impact(struct item *item, const struct labels *labels)
{
	const char *impact = json_str(item->class, "impact");
	const char *name = impact != NULL ? labels_get(labels, "impact", impact)
					  : NULL;

	buf_clear(&item->impact);
	if (name != NULL && strcmp(item->kind, "issue") == 0)
		buf_str(&item->impact, name);
}

bool
item_read(struct item *item, const struct rec *rec, const struct labels *labels)
{
	item->kind = kind_of(rec);
	if (item->kind == NULL)
		return false;
	json_free(item->class);
	item->class = rec_value(rec, "class");
	rec_line(rec, "title", &item->title);
	rec_line(rec, "repo", &item->repo);
	summarize(item, rec);
	name_impact(item, labels);
	item->by = "extract";
	item->cut = false;
	item->unsupported_count = 0;
	return true;
}

void
item_told(
    struct item *item, const char *model, const char *text, const char *impact)
{
	item->by = model;
	buf_clear(&item->text);
	buf_str(&item->text, text);
	if (*impact == '\0')
		return;
	buf_clear(&item->impact);
	buf_str(&item->impact, impact);
}

void
item_summary(const struct item *item, enum lang lang, struct buf *json)
{
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "text", item->text.at);
	if (item->impact.len > 0)
		emit_string(json, "impact", item->impact.at);
	emit_string(json, "lang", lang_code(lang));
	emit_string(json, "by", item->by);
	if (item->cut)
		emit_bool(json, "cut", true);
	if (item->unsupported_count > 0) {
		emit_open(json, "unsupported", '[');
		for (size_t i = 0; i < item->unsupported_count; i++)
			emit_string(json, NULL, item->unsupported[i]);
		emit_close(json, ']');
	}
	emit_close(json, '}');
}

void
item_free(struct item *item)
{
	json_free(item->class);
	buf_free(&item->title);
	buf_free(&item->repo);
	buf_free(&item->text);
	buf_free(&item->impact);
	buf_free(&item->raw);
	buf_free(&item->prose);
}
