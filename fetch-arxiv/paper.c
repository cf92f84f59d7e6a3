/*
 * A paper, whichever transport it came by.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "emit.h"
#include "paper.h"
#include "text.h"
#include "when.h"

void
paper_clear(struct paper *paper)
{
	struct buf *const bufs[] = { &paper->id, &paper->title,
		&paper->abstract, &paper->published, &paper->updated,
		&paper->authors.bytes, &paper->categories.bytes,
		&paper->comment, &paper->doi, &paper->journal };

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_clear(bufs[i]);
	paper->version = 0;
	paper->by_day = false;
	paper->stamped = paper->listed = 0;
	paper->announce = PAPER_UNSAID;
	paper->authors.count = paper->categories.count = 0;
}

void
strings_add(struct strings *strings, const char *s)
{
	buf_add(&strings->bytes, s, strlen(s) + 1);
	strings->count++;
}

bool
strings_have(const struct strings *strings, const char *s)
{
	const char *at = strings->bytes.at;

	for (size_t i = 0; i < strings->count; i++, at += strlen(at) + 1)
		if (strcmp(at, s) == 0)
			return true;
	return false;
}

/* Returns what follows the words that may stand before an identifier. */
static const char *
skip_dressing(const char *name)
{
	static const char *const dressing[] = { "http://", "https://", "www.",
		"export.", "arxiv.org/", "abs/", "pdf/",
		"oai:", "arxiv.org:", "arxiv:" };

	for (size_t i = 0; i < sizeof dressing / sizeof *dressing; i++) {
		size_t len = strlen(dressing[i]);

		if (strncasecmp(name, dressing[i], len) == 0)
			name += len;
	}
	return name;
}

/* Returns how many digits there are at `s`. */
static size_t
digits(const char *s)
{
	return strspn(s, "0123456789");
}

/* Returns the length of a new identifier (0704.0001, 2602.02061) or 0. */
static size_t
new_style(const char *s)
{
	size_t number;

	if (digits(s) != 4 || s[4] != '.')
		return 0;
	number = digits(s + 5);
	return number == 4 || number == 5 ? 5 + number : 0;
}

/* Returns the length of an old identifier's archive (math, math.CA) or 0. */
static size_t
old_archive(const char *s)
{
	size_t len = 0;

	while (ascii_is_letter(s[len]) || s[len] == '-' || s[len] == '.')
		len++;
	return len > 0 && s[len] == '/' && digits(s + len + 1) == 7 ? len : 0;
}

bool
paper_set_id(struct paper *paper, const char *name)
{
	const char *s = skip_dressing(name), *rest;
	size_t len = new_style(s), archive;

	buf_clear(&paper->id);
	paper->version = 0;
	if (len > 0) {
		buf_add(&paper->id, s, len);
		rest = s + len;
	} else if ((archive = old_archive(s)) > 0) {
		buf_add(&paper->id, s, strcspn(s, "./"));
		buf_add(&paper->id, s + archive, 8);
		rest = s + archive + 8;
	} else {
		return false;
	}
	if (*rest == 'v' && digits(rest + 1) > 0 && digits(rest + 1) < 5) {
		paper->version = atoi(rest + 1);
		rest += 1 + digits(rest + 1);
	}
	return *rest == '\0' || strcmp(rest, ".pdf") == 0;
}

bool
paper_is_category(const char *s)
{
	static const char *const archives[] = { "cs", "econ", "eess", "math",
		"physics", "q-bio", "q-fin", "stat", "astro-ph", "cond-mat",
		"nlin", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th",
		"math-ph", "nucl-ex", "nucl-th", "quant-ph" };
	size_t len = strcspn(s, ".");

	for (size_t i = 0; i < sizeof archives / sizeof *archives; i++) {
		const char *rest = s + len;

		if (strlen(archives[i]) != len ||
		    strncmp(archives[i], s, len) != 0)
			continue;
		return *rest == '\0' ||
		    (ascii_is_letter(rest[1]) &&
			strspn(rest + 1,
			    "-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			    "abcdefghijklmnopqrstuvwxyz") == strlen(rest + 1));
	}
	return false;
}

void
paper_put_first(struct paper *paper, const char *category)
{
	struct strings ordered = { { 0 }, 0 };
	const char *at = paper->categories.bytes.at;

	if (!paper_is_category(category) || strcmp(at, category) == 0)
		return;
	strings_add(&ordered, category);
	for (size_t i = 0; i < paper->categories.count;
	     i++, at += strlen(at) + 1)
		if (strcmp(at, category) != 0)
			strings_add(&ordered, at);
	buf_free(&paper->categories.bytes);
	paper->categories = ordered;
}

/* Tells whether the paper was withdrawn: arXiv says so in words only. */
static bool
is_withdrawn(const struct paper *paper)
{
	static const char lead[] = "this paper has been withdrawn";

	return strcasestr(paper->comment.at, "withdrawn") != NULL ||
	    strncasecmp(paper->abstract.at, lead, sizeof lead - 1) == 0;
}

static void
put_strings(struct buf *json, const char *key, const struct strings *strings)
{
	const char *at = strings->bytes.at;

	emit_open(json, key, '[');
	for (size_t i = 0; i < strings->count; i++, at += strlen(at) + 1)
		emit_string(json, NULL, at);
	emit_close(json, ']');
}

/* A day where no more is known. */
static void
put_time(struct buf *json, const char *key, const struct buf *raw, bool by_day)
{
	char text[WHEN_TIME_SIZE];
	time_t time;

	if (!when_time(raw->at, &time))
		return;
	if (by_day)
		when_put_date(text, time);
	else
		when_put_time(text, time);
	emit_string(json, key, text);
}

static void
put_text(struct buf *json, const char *key, const struct buf *text)
{
	if (text->len > 0)
		emit_string(json, key, text->at);
}

/* The paper's name, in this version if that is known, behind `before`. */
static void
put_name(struct buf *json, const char *key, const char *before,
    const struct paper *paper, int version)
{
	static struct buf name;

	buf_clear(&name);
	buf_str(&name, before);
	buf_add(&name, paper->id.at, paper->id.len);
	if (version > 0) {
		buf_char(&name, 'v');
		buf_integer(&name, version);
	}
	emit_string(json, key, name.at);
}

static void
put_listing(struct buf *json, const struct paper_listing *listing)
{
	static const char *const names[] = { [PAPER_NEW] = "new",
		[PAPER_CROSS] = "cross",
		[PAPER_REPLACE] = "replace" };
	char date[WHEN_DATE_SIZE];

	if (listing->announced != 0) {
		when_put_date(date, listing->announced);
		emit_string(json, "announced", date);
	}
	if (listing->announce != PAPER_UNSAID)
		emit_string(json, "announce", names[listing->announce]);
	if (listing->late)
		emit_bool(json, "late", true);
}

void
paper_record(const struct paper *paper, const struct paper_listing *listing,
    struct buf *json)
{
	emit_open(json, NULL, '{');
	emit_string(json, "kind", "paper");
	put_name(json, "id", "arxiv:", paper, 0);
	put_name(json, "url", "https://arxiv.org/abs/", paper, paper->version);
	put_text(json, "title", &paper->title);
	put_text(json, "text", &paper->abstract);
	put_time(json, "created", &paper->published, paper->by_day);
	put_time(json, "updated", &paper->updated, paper->by_day);
	put_strings(json, "authors", &paper->authors);
	put_strings(json, "categories", &paper->categories);
	if (paper->version > 0)
		emit_integer(json, "version", paper->version);
	put_name(json, "pdf", "https://arxiv.org/pdf/", paper, paper->version);
	put_listing(json, listing);
	put_text(json, "comment", &paper->comment);
	put_text(json, "doi", &paper->doi);
	put_text(json, "journal", &paper->journal);
	if (is_withdrawn(paper))
		emit_bool(json, "withdrawn", true);
	emit_close(json, '}');
	buf_char(json, '\n');
}

void
paper_free(struct paper *paper)
{
	struct buf *const bufs[] = { &paper->id, &paper->title,
		&paper->abstract, &paper->published, &paper->updated,
		&paper->authors.bytes, &paper->categories.bytes,
		&paper->comment, &paper->doi, &paper->journal };

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
}
