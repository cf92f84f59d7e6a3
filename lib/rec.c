/*
 * Records in and records out.
 */
#include <string.h>

#include "diag.h"
#include "out.h"
#include "rec.h"
#include "text.h"

enum {
	MAX_VALUE = 256 * 1024 /* bytes of a member that becomes a value */
};

void
rec_open(struct rec_in *in, char *const operands[])
{
	*in = (struct rec_in) { 0 };
	lines_open(&in->lines, operands, SCAN_MAX_LINE);
}

static bool
is_blank(const char *line, size_t len)
{
	return strspn(line, " \t\r") == len;
}

bool
rec_next(struct rec_in *in)
{
	struct rec *rec = &in->rec;
	char *line;
	size_t len;

	while ((line = lines_next(&in->lines, &len)) != NULL) {
		rec->file = in->lines.name;
		rec->line = in->lines.number;
		if (scan_object(&rec->object, line, len)) {
			in->count++;
			diag_progress("%llu records", in->count);
			return true;
		}
		if (!is_blank(line, len))
			diag_bad(rec->file, ":%llu: byte %zu: %s", rec->line,
			    rec->object.error_at + 1, rec->object.error);
	}
	diag_progress_end();
	if (!in->aside && lines_failed(&in->lines))
		diag_raise(STATUS_FAILED);
	return false;
}

void
rec_close(struct rec_in *in)
{
	scan_free(&in->rec.object);
	lines_close(&in->lines);
}

const char *
rec_str(const struct rec *rec, const char *key, struct buf *store)
{
	buf_clear(store);
	if (!scan_string(store, scan_get(&rec->object, key)))
		return NULL;
	return store->at;
}

const char *
rec_line(const struct rec *rec, const char *key, struct buf *store)
{
	struct buf raw = { 0 };
	const char *s = rec_str(rec, key, &raw);

	buf_clear(store);
	if (s != NULL)
		text_line(store, s);
	buf_free(&raw);
	return s != NULL ? store->at : NULL;
}

bool
rec_is(const struct rec *rec, const char *kind)
{
	struct span span = scan_get(&rec->object, "kind");
	size_t len = strlen(kind);
	struct buf decoded = { 0 };
	bool same;

	if (span.len < 2 || memchr(span.at, '\\', span.len) == NULL)
		return span.len == len + 2 && *span.at == '"' &&
		    memcmp(span.at + 1, kind, len) == 0;
	same = scan_string(&decoded, span) && strcmp(decoded.at, kind) == 0;
	buf_free(&decoded);
	return same;
}

bool
rec_true(const struct rec *rec, const char *key)
{
	struct span span = scan_get(&rec->object, key);

	return span.len == 4 && memcmp(span.at, "true", 4) == 0;
}

jv
rec_value(const struct rec *rec, const char *key)
{
	struct span span = scan_get(&rec->object, key);

	return span.len <= MAX_VALUE ? json_parse(span) : jv_invalid();
}

void
rec_bad(const struct rec *rec, const char *reason)
{
	diag_bad(rec->file, ":%llu: %s", rec->line, reason);
}

void
rec_pass(const struct rec *rec)
{
	out_write(rec->object.text.at, rec->object.text.len);
	out_write("\n", 1);
}

void
rec_pass_with(const struct rec *rec, const char *key, const struct buf *value)
{
	static struct buf line;

	buf_clear(&line);
	scan_splice(
	    &line, &rec->object, key, (struct span) { value->at, value->len });
	rec_write(&line);
}

void
rec_write(const struct buf *json)
{
	out_write(json->at, json->len);
	out_write("\n", 1);
}
