/*
 * A day that passes by.
 */
#include <string.h>

#include "day.h"
#include "extract/extract.h"

void
day_start(struct day *day, const struct wish *wish)
{
	*day = (struct day) { .wish = wish };
	labels_load(&day->labels, wish->lang);
	extract_start();
	item_start(&day->item);
}

bool
day_read(struct day *day, const struct rec *rec)
{
	return item_read(&day->item, rec, &day->labels);
}

void
day_write(struct day *day, const struct rec *rec)
{
	digest_item(&day->digest, &day->item, rec);
	item_summary(&day->item, day->wish->lang, &day->json);
	rec_pass_with(rec, "summary", &day->json);
}

/* Tells whether a record is the account of an earlier summarize. */
static bool
is_own_status(const struct rec *rec)
{
	struct buf stage = { 0 };
	bool own = rec_is(rec, "status") &&
	    rec_str(rec, "stage", &stage) != NULL &&
	    strcmp(stage.at, "summarize") == 0;

	buf_free(&stage);
	return own;
}

void
day_pass(struct day *day, const struct rec *rec)
{
	if ((day->wish->digest && rec_is(rec, "digest")) || is_own_status(rec))
		return;
	digest_other(&day->digest, rec);
	rec_pass(rec);
}

void
day_write_digest(struct day *day, const struct told *told)
{
	if (!day->wish->digest)
		return;
	for (size_t part = 0; part < TELL_PARTS; part++) {
		tell_digest(&day->json, &day->digest, part, day->wish->lang,
		    &day->labels, told);
		rec_write(&day->json);
	}
}

void
day_end(struct day *day)
{
	extract_end();
	item_free(&day->item);
	digest_free(&day->digest);
	labels_free(&day->labels);
	buf_free(&day->json);
}
