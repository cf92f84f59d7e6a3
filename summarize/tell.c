/*
 * What the tellers of all languages share.
 */
#include <string.h>

#include "emit.h"
#include "tell.h"

static const struct teller *const tellers[LANG_COUNT] = {
	[LANG_ZH] = &tell_zh,
	[LANG_EN] = &tell_en,
};

static const enum digest_kind order[] = { DIGEST_PAPER, DIGEST_COMMIT,
	DIGEST_ISSUE };

enum {
	ORDERED = sizeof order / sizeof *order
};

/* Tells whether there is an item of the rank that has a name. */
static bool
is_named(const struct best_item *item)
{
	return item->title != NULL && *item->title != '\0';
}

/* Tells the items of rank `rank` of papers, changes and issues. */
static void
tell_items(struct buf *out, const struct teller *teller,
    const struct digest *digest, const struct labels *labels, size_t rank)
{
	bool brief = rank > 0;
	size_t count = 0, told = 0;

	for (size_t i = 0; i < ORDERED; i++)
		count += is_named(&digest->best[order[i]][rank]);
	if (count == 0)
		return;
	if (out->len > 0)
		buf_str(out, teller->gap);
	buf_str(out, brief ? teller->worth_a_look : teller->read_first);
	for (size_t i = 0; i < ORDERED; i++) {
		const struct best_item *item = &digest->best[order[i]][rank];

		if (!is_named(item))
			continue;
		buf_str(out, told > 0 ? teller->between : "");
		if (count > 1 && !brief)
			buf_str(out, teller->ordinals[told]);
		teller->item(out, order[i], item, labels, brief);
		told++;
	}
	buf_str(out, teller->stop);
}

static void
tell_overview(struct buf *out, const struct teller *teller,
    const struct digest *digest, const struct labels *labels)
{
	teller->counts(out, digest);
	tell_items(out, teller, digest, labels, 0);
	teller->failures(out, digest);
}

static void
tell_conclusion(struct buf *out, const struct teller *teller,
    const struct digest *digest, const struct labels *labels)
{
	teller->topics(out, digest, labels);
	teller->repos(out, digest);
	teller->types(out, digest);
	teller->faults(out, digest, labels);
	tell_items(out, teller, digest, labels, 1);
	if (out->len > 0)
		return;
	teller->counts(out, digest);
	teller->failures(out, digest);
}

static const char *const part_names[TELL_PARTS] = {
	[TELL_OVERVIEW] = "overview",
	[TELL_CONCLUSION] = "conclusion",
};

static void
put_text(struct buf *out, const struct digest *digest, size_t part,
    const struct teller *teller, const struct labels *labels,
    const struct told *told)
{
	if (told != NULL && part == TELL_OVERVIEW) {
		teller->counts(out, digest);
		buf_str(out, teller->gap);
		buf_str(out, told->parts[part]);
		teller->failures(out, digest);
	} else if (told != NULL) {
		buf_str(out, told->parts[part]);
	} else if (part == TELL_OVERVIEW) {
		tell_overview(out, teller, digest, labels);
	} else {
		tell_conclusion(out, teller, digest, labels);
	}
}

void
tell_digest(struct buf *json, const struct digest *digest, size_t part,
    enum lang lang, const struct labels *labels, const struct told *told)
{
	struct buf text = { 0 };

	put_text(&text, digest, part, tellers[lang], labels, told);
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_string(json, "kind", "digest");
	if (*digest->date != '\0')
		emit_string(json, "date", digest->date);
	emit_string(json, "part", part_names[part]);
	emit_string(json, "text", text.at);
	emit_string(json, "lang", lang_code(lang));
	emit_string(json, "by", told != NULL ? told->by : "extract");
	emit_close(json, '}');
	buf_free(&text);
}

const char *
tell_topic(const struct labels *labels, const char *topic)
{
	const char *name = labels_get(labels, "topic", topic);

	return name != NULL ? name : topic;
}

size_t
tell_count_faults(const struct digest *digest, const struct labels *labels)
{
	const struct tally *impacts = &digest->impacts;
	size_t faults = 0;

	for (size_t i = 0; i < impacts->count; i++)
		faults += labels_get(labels, "fault", impacts->names[i]) !=
		    NULL;
	return faults;
}

const char *
tell_about(enum digest_kind kind, const struct best_item *item,
    const struct labels *labels)
{
	static const char *const groups[DIGEST_KINDS] = {
		[DIGEST_PAPER] = "topic",
		[DIGEST_COMMIT] = "change",
		[DIGEST_ISSUE] = "impact",
	};

	return labels_get(labels, groups[kind], item->about);
}

bool
tell_adds(const struct best_item *item)
{
	return strcmp(item->text, item->title) != 0;
}

void
tell_clause(struct buf *out, const char *text)
{
	size_t len = strlen(text);
	static const char full_stop_zh[] = "。";
	size_t wide = sizeof full_stop_zh - 1;

	if (len > 0 && text[len - 1] == '.')
		len--;
	else if (len >= wide && strcmp(text + len - wide, full_stop_zh) == 0)
		len -= wide;
	buf_add(out, text, len);
}
