/*
 * What a set of records amounts to.
 */
#include <stdlib.h>
#include <string.h>

#include "account.h"
#include "alloc.h"
#include "emit.h"
#include "utf8.h"

static const struct {
	const char *kind, *plural;
} kinds[ACCOUNT_KINDS] = {
	[ACCOUNT_PAPERS] = { "paper", "papers" },
	[ACCOUNT_COMMITS] = { "commit", "commits" },
	[ACCOUNT_ISSUES] = { "issue", "issues" },
	[ACCOUNT_PULLS] = { "pull", "pulls" },
	[ACCOUNT_RELEASES] = { "release", "releases" },
};

enum {
	MAX_SOURCES = 10000, /* of more, no account is kept */
	MAX_WORDS = 1000 /* bytes of a name or a reason */
};

static long long
count_of(const struct rec *rec, const char *key)
{
	jv value = rec_value(rec, key);
	long long count = -1;

	if (jv_get_kind(value) == JV_KIND_NUMBER &&
	    jv_number_value(value) >= 0 && jv_number_value(value) < 1e15)
		count = (long long)jv_number_value(value);
	json_free(value);
	return count;
}

/* Returns a copy of the member `key` as one line; NULL if there is none. */
static const char *
line_of(struct account *account, const struct rec *rec, const char *key)
{
	struct buf line = { 0 };
	const char *s = rec_line(rec, key, &line);

	if (s != NULL) {
		buf_cut(&line, utf8_cut(s, MAX_WORDS));
		s = arena_str(&account->text, line.at);
	}
	buf_free(&line);
	return s;
}

/* What tells a status from others. */
static void
key_of(
    struct buf *key, const struct account *account, const struct source *source)
{
	buf_clear(key);
	buf_printf(key, "%s\n%s", source->stage, source->name);
	if (account->by_day)
		buf_printf(key, "\n%s", source->date);
}

static void
take_status(struct account *account, const struct rec *rec)
{
	struct source source = {
		.stage = line_of(account, rec, "stage"),
		.name = line_of(account, rec, "source"),
		.date = line_of(account, rec, "date"),
		.error = line_of(account, rec, "error"),
		.note = line_of(account, rec, "note"),
		.ok = rec_true(rec, "ok"),
		.landed = count_of(rec, "landed"),
		.shown = count_of(rec, "shown"),
	};
	struct buf key = { 0 };
	size_t at;

	if (source.stage == NULL || source.name == NULL)
		return;
	if (source.date == NULL)
		source.date = "";
	key_of(&key, account, &source);
	at = map_get(&account->index, key.at, account->count);
	if (at == account->count && at < MAX_SOURCES) {
		*map_at(&account->index, key.at, at) = at;
		account->sources = xgrow(account->sources, &account->capacity,
		    account->count + 1, sizeof *account->sources);
		account->count++;
	}
	if (at < account->count)
		account->sources[at] = source;
	buf_free(&key);
}

/*
 * A paper is announced days after it was created, a pull request merged; an
 * issue that is commented on is no newer.
 */
static void
take_date(struct account *account, const struct rec *rec)
{
	static const char *const keys[] = { "announced", "updated", "created" };
	size_t count = sizeof keys / sizeof *keys;
	char date[WHEN_DATE_SIZE];
	struct buf text = { 0 };

	for (size_t i = rec_is(rec, "issue") ? count - 1 : 0; i < count; i++) {
		const char *found = rec_str(rec, keys[i], &text);
		time_t time;

		if (found == NULL || !when_time(found, &time))
			continue;
		when_put_date(date, time);
		if (strcmp(date, account->newest) > 0)
			strcpy(account->newest, date);
		break;
	}
	buf_free(&text);
}

void
account_take(struct account *account, const struct rec *rec)
{
	if (rec_is(rec, "status")) {
		take_status(account, rec);
		return;
	}
	for (size_t i = 0; i < ACCOUNT_KINDS; i++) {
		if (!rec_is(rec, kinds[i].kind))
			continue;
		account->counts[i]++;
		take_date(account, rec);
	}
}

unsigned long long
account_items(const struct account *account)
{
	unsigned long long sum = 0;

	for (size_t i = 0; i < ACCOUNT_KINDS; i++)
		sum += account->counts[i];
	return sum;
}

bool
account_is_model(const struct source *source)
{
	return strcmp(source->stage, "summarize") == 0;
}

bool
account_ok(const struct account *account)
{
	for (size_t i = 0; i < account->count; i++)
		if (!account->sources[i].ok &&
		    !account_is_model(&account->sources[i]))
			return false;
	return true;
}

size_t
account_sources(const struct account *account, size_t *failed)
{
	struct map all = { 0 }, bad = { 0 };
	size_t count;

	for (size_t i = 0; i < account->count; i++) {
		const struct source *source = &account->sources[i];

		if (account_is_model(source))
			continue;
		map_at(&all, source->name, 0);
		if (!source->ok)
			map_at(&bad, source->name, 0);
	}
	count = all.count;
	*failed = bad.count;
	map_free(&all);
	map_free(&bad);
	return count;
}

/* Returns what `account` knows of the same source by the same stage. */
static const struct source *
same_source(const struct account *account, const struct source *source)
{
	struct buf key = { 0 };
	size_t at;

	key_of(&key, account, source);
	at = map_get(&account->index, key.at, account->count);
	buf_free(&key);
	return at < account->count ? &account->sources[at] : NULL;
}

/*
 * Tells whether a source fared worse than before, in `reason`. What a source
 * that failed had given until then may become less when it is whole.
 */
static bool
source_worse(
    const struct source *is, const struct source *was, struct buf *reason)
{
	if (was->ok && !is->ok)
		buf_printf(reason, "%s has failed", was->name);
	else if (is->landed >= 0 && is->landed < was->landed &&
	    was->ok == is->ok)
		buf_printf(reason, "%s has %lld instead of %lld", was->name,
		    is->landed, was->landed);
	return reason->len > 0;
}

bool
account_worse(
    const struct account *new, const struct account *old, struct buf *reason)
{
	bool counted = new->count > 0 && old->count > 0;

	buf_clear(reason);
	for (size_t i = 0; i < old->count; i++) {
		const struct source *was = &old->sources[i];
		const struct source *is = same_source(new, was);

		if (is != NULL && source_worse(is, was, reason))
			return true;
		if (is == NULL && new->count > 0 && was->landed > 0) {
			buf_printf(reason, "%s is missing", was->name);
			return true;
		}
		if (!account_is_model(was) &&
		    (was->landed < 0 || (is != NULL && is->landed < 0)))
			counted = false;
	}
	if (!counted && account_items(new) < account_items(old))
		buf_printf(reason, "items: %llu instead of %llu",
		    account_items(new), account_items(old));
	return reason->len > 0;
}

void
account_emit_counts(const struct account *account, struct buf *json)
{
	emit_open(json, "counts", '{');
	for (size_t i = 0; i < ACCOUNT_KINDS; i++)
		emit_integer(
		    json, kinds[i].plural, (long long)account->counts[i]);
	emit_close(json, '}');
}

void
account_free(struct account *account)
{
	free(account->sources);
	map_free(&account->index);
	arena_free(&account->text);
	*account = (struct account) { 0 };
}
