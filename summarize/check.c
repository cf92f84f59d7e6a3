/*
 * summarize --check.
 */
#include <stdlib.h>
#include <string.h>

#include "census.h"
#include "check.h"
#include "diag.h"
#include "emit.h"
#include "ground/ground.h"
#include "lang.h"

enum {
	HELD_MOST = 64 * 1024 * 1024 /* bytes behind a digest */
};

/* Where a line that is held back came from. */
struct place {
	const char *file;
	unsigned long long line;
	size_t start, len;
};

struct check {
	struct ground *item, *day;
	struct census census;
	struct ground_findings findings;
	struct buf held; /* lines from the first digest on */
	struct place *places;
	size_t count, capacity;
};

static const char key[] = "unsupported";

static const char *
lack_of(const struct ground_finding *finding, bool is_digest)
{
	if (finding->kind == GROUND_LENGTH)
		return "was not read to its end";
	if (finding->kind == GROUND_SUBJECT)
		return "is not whom the record is about";
	if (finding->repo != NULL)
		return "is not in the records of";
	return is_digest ? "is not in the records" : "is not in the record";
}

static void
say(const struct rec *rec, const struct ground_finding *finding)
{
	struct buf id = { 0 };
	bool is_digest = rec_is(rec, "digest");
	const char *name = rec_line(rec, is_digest ? "part" : "id", &id);
	void (*tell)(const char *format, ...) = finding->hard ? diag_error
							      : diag_note;

	tell("%s:%llu: %s: %s \"%s\" %s%s%s", rec->file, rec->line,
	    name != NULL ? name : "record", ground_kind_name(finding->kind),
	    finding->token, lack_of(finding, is_digest),
	    finding->repo != NULL ? " " : "",
	    finding->repo != NULL ? finding->repo : "");
	buf_free(&id);
}

/* Appends what was found to an array. */
static void
list(struct buf *json, const struct ground_findings *findings)
{
	for (size_t i = 0; i < findings->count; i++)
		emit_string(json, NULL, findings->list[i].token);
}

/*
 * Appends the object with the member `unsupported` as `tokens`, an array, or
 * without it if that is empty; as it came if it had none.
 */
static void
set_unsupported(
    struct buf *out, const struct object *object, const struct buf *tokens)
{
	const char *s = object->text.at;
	bool first = true, lacks = tokens->len > strlen("[]");

	if (!lacks && scan_get(object, key).at == NULL) {
		buf_add(out, s, object->text.len);
		return;
	}
	buf_char(out, '{');
	for (size_t i = 0; i < object->count; i++) {
		const struct member *member = &object->members[i];

		if (member->key_len == strlen(key) &&
		    memcmp(s + member->key, key, strlen(key)) == 0)
			continue;
		if (!first)
			buf_char(out, ',');
		first = false;
		buf_add(out, s + member->key - 1,
		    member->value + member->value_len - member->key + 1);
	}
	if (lacks)
		buf_printf(
		    out, "%s\"%s\":%s", first ? "" : ",", key, tokens->at);
	buf_char(out, '}');
}

/* Checks the string `text` and appends what it lacks to `tokens`. */
static void
check_text(struct check *check, struct ground *ground, const struct rec *rec,
    struct span text, struct buf *tokens)
{
	struct buf plain = { 0 };

	if (scan_string(&plain, text)) {
		ground_check(ground, plain.at, &check->findings);
		for (size_t i = 0; i < check->findings.count; i++)
			say(rec, &check->findings.list[i]);
		list(tokens, &check->findings);
	}
	buf_free(&plain);
}

/* Writes a line, or holds it back behind a digest. */
static void
put(struct check *check, const struct rec *rec, const struct buf *line)
{
	bool hold = check->count > 0 || rec_is(rec, "digest");

	if (!hold) {
		rec_write(line);
		return;
	}
	check->places = xgrow(check->places, &check->capacity, check->count + 1,
	    sizeof *check->places);
	check->places[check->count++] = (struct place) {
		.file = rec->file,
		.line = rec->line,
		.start = check->held.len,
		.len = line->len,
	};
	buf_add(&check->held, line->at, line->len);
	buf_char(&check->held, '\0');
}

/* Checks the summary of a record; appends the record to `out`. */
static void
check_summary(struct check *check, const struct rec *rec, struct buf *out)
{
	struct object summary = { 0 };
	struct span value = scan_get(&rec->object, "summary");
	struct buf store = { 0 }, tokens = { 0 }, set = { 0 };

	buf_add(&store, value.at, value.len);
	ground_clear(check->item);
	ground_take(check->item, rec);
	emit_open(&tokens, NULL, '[');
	if (scan_object(&summary, store.at, store.len)) {
		check_text(check, check->item, rec, scan_get(&summary, "text"),
		    &tokens);
		check_text(check, check->item, rec,
		    scan_get(&summary, "impact"), &tokens);
	} else {
		check_text(check, check->item, rec, value, &tokens);
	}
	emit_close(&tokens, ']');
	if (summary.error == NULL) {
		set_unsupported(&set, &summary, &tokens);
		scan_splice(out, &rec->object, "summary",
		    (struct span) { set.at, set.len });
	} else {
		buf_add(out, rec->object.text.at, rec->object.text.len);
	}
	scan_free(&summary);
	buf_free(&store);
	buf_free(&tokens);
	buf_free(&set);
}

static void
check_digest(struct check *check, const struct rec *rec, struct buf *out)
{
	struct buf tokens = { 0 };

	if (ground_is_full(check->day))
		diag_warn("%s:%llu: digest is not checked: its records hold "
			  "more than 32 MiB of text",
		    rec->file, rec->line);
	emit_open(&tokens, NULL, '[');
	check_text(
	    check, check->day, rec, scan_get(&rec->object, "text"), &tokens);
	emit_close(&tokens, ']');
	set_unsupported(out, &rec->object, &tokens);
	buf_free(&tokens);
}

/* Writes what is held back, its digests checked. */
static void
settle(struct check *check)
{
	struct rec rec = { 0 };
	struct buf out = { 0 };

	if (check->count == 0)
		return;
	census_text(&check->census, &out);
	ground_take_text(check->day, out.at);
	for (size_t i = 0; i < check->count; i++) {
		const struct place *place = &check->places[i];

		rec.file = place->file;
		rec.line = place->line;
		buf_clear(&out);
		scan_object(
		    &rec.object, check->held.at + place->start, place->len);
		if (rec_is(&rec, "digest"))
			check_digest(check, &rec, &out);
		else
			buf_add(&out, rec.object.text.at, rec.object.text.len);
		rec_write(&out);
	}
	check->count = 0;
	buf_clear(&check->held);
	scan_free(&rec.object);
	buf_free(&out);
}

/* Takes the names of topics and impacts, which every digest may use. */
static void
take_labels(struct check *check)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct labels labels = { 0 };

		labels_load(&labels, (enum lang)lang);
		for (size_t i = 0; i < labels.count; i++)
			ground_take_text(check->day, labels.text[i]);
		labels_free(&labels);
	}
}

static void
check_record(struct check *check, const struct rec *rec, struct buf *out)
{
	buf_clear(out);
	if (scan_get(&rec->object, "summary").len > 0)
		check_summary(check, rec, out);
	else
		buf_add(out, rec->object.text.at, rec->object.text.len);
	if (!rec_is(rec, "digest")) {
		ground_take(check->day, rec);
		census_take(&check->census, rec);
	}
	put(check, rec, out);
	if (check->held.len > HELD_MOST)
		settle(check);
}

void
check_run(char *const operands[])
{
	struct check check = { .item = ground_new(), .day = ground_new() };
	struct rec_in in;
	struct buf out = { 0 };

	take_labels(&check);
	rec_open(&in, operands);
	while (rec_next(&in))
		check_record(&check, &in.rec, &out);
	settle(&check);
	rec_close(&in);
	ground_free(check.item);
	ground_free(check.day);
	ground_findings_free(&check.findings);
	census_free(&check.census);
	buf_free(&check.held);
	free(check.places);
	buf_free(&out);
}
