/*
 * What a day is made of.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "digest.h"
#include "title.h"
#include "when.h"

enum {
	MAX_IDS = 10000 /* more than there are in a month */
};

static const struct {
	const char *kind;
	enum digest_kind counted_as;
} kinds[] = {
	{ "paper", DIGEST_PAPER },
	{ "commit", DIGEST_COMMIT },
	{ "pull", DIGEST_COMMIT },
	{ "issue", DIGEST_ISSUE },
	{ "release", DIGEST_RELEASE },
};

static enum digest_kind
kind_of(const char *kind)
{
	size_t i = 0;

	while (strcmp(kinds[i].kind, kind) != 0)
		i++;
	return kinds[i].counted_as;
}

static void
mention(struct tally *tally, const char *name)
{
	size_t *at;

	if (name == NULL || *name == '\0')
		return;
	at = map_at(&tally->index, name, tally->count);
	if (*at == tally->count) {
		size_t room = tally->capacity;

		tally->counts = xgrow(tally->counts, &room, tally->count + 1,
		    sizeof *tally->counts);
		tally->names = xgrow(tally->names, &tally->capacity,
		    tally->count + 1, sizeof *tally->names);
		tally->names[tally->count] = arena_str(
		    &tally->index.keys, name);
		tally->counts[tally->count++] = 0;
	}
	tally->counts[*at]++;
}

size_t
tally_of(const struct tally *tally, const char *name)
{
	size_t i = map_get(&tally->index, name, tally->count);

	return i < tally->count ? tally->counts[i] : 0;
}

/* Tells whether name `i` comes before name `j`: more often, or earlier. */
static bool
ranks_before(const struct tally *tally, size_t i, size_t j)
{
	if (tally->counts[i] != tally->counts[j])
		return tally->counts[i] > tally->counts[j];
	return i < j;
}

size_t
tally_ranked(const struct tally *tally, size_t skip)
{
	size_t last = tally->count;

	for (size_t rank = 0; rank <= skip; rank++) {
		size_t best = tally->count;

		for (size_t i = 0; i < tally->count; i++)
			if ((rank == 0 || ranks_before(tally, last, i)) &&
			    (best == tally->count ||
				ranks_before(tally, i, best)))
				best = i;
		if (best == tally->count)
			return best;
		last = best;
	}
	return last;
}

size_t
tally_leaders(const struct tally *tally, size_t max)
{
	size_t count = tally->count < max ? tally->count : max;

	while (count > 0 && count < tally->count &&
	    tally->counts[tally_ranked(tally, count - 1)] ==
		tally->counts[tally_ranked(tally, count)])
		count--;
	return count;
}

static void
forget(struct best_item *item)
{
	free(item->title);
	free(item->repo);
	free(item->text);
	free(item->about);
	*item = (struct best_item) { 0 };
}

static void
remember(struct best_item *best, double score, const struct item *item,
    const char *about)
{
	size_t at = DIGEST_BEST;
	struct buf bare = { 0 };

	while (at > 0 &&
	    (best[at - 1].title == NULL || best[at - 1].score < score))
		at--;
	if (at == DIGEST_BEST)
		return;
	forget(&best[DIGEST_BEST - 1]);
	memmove(
	    best + at + 1, best + at, (DIGEST_BEST - 1 - at) * sizeof *best);
	title_bare(&bare, item->title.at);
	best[at] = (struct best_item) { score, xstrdup(bare.at),
		xstrdup(item->repo.at), xstrdup(item->text.at),
		xstrdup(about != NULL ? about : "") };
	buf_free(&bare);
}

/* The date of a digest is that of the statuses, else of the newest item. */
static void
note_date(struct digest *digest, const char *s, bool stated)
{
	char date[WHEN_DATE_SIZE];
	time_t time;

	if (s == NULL || !when_time(s, &time) ||
	    (digest->date_is_stated && !stated))
		return;
	when_put_date(date, time);
	if (stated != digest->date_is_stated || strcmp(date, digest->date) > 0)
		memcpy(digest->date, date, sizeof date);
	digest->date_is_stated = stated;
}

/* Tells whether an item with the id of the record was there before. */
static bool
is_repeated(struct digest *digest, const struct rec *rec)
{
	struct buf id = { 0 };
	size_t number = digest->ids.count, *at;
	bool repeated = false;

	if (rec_str(rec, "id", &id) != NULL && number < MAX_IDS) {
		at = map_at(&digest->ids, id.at, number);
		repeated = *at != number;
	}
	buf_free(&id);
	return repeated;
}

static const char *
first_topic(jv class)
{
	jv topics = json_member(class, "topics");
	const char *topic = json_item_str(topics, 0);

	json_free(topics);
	return topic;
}

void
digest_item(
    struct digest *digest, const struct item *item, const struct rec *rec)
{
	enum digest_kind kind = kind_of(item->kind);
	const char *about = NULL;
	struct buf date = { 0 };

	if (is_repeated(digest, rec))
		return;
	digest->counts[kind]++;
	mention(&digest->repos[kind], item->repo.at);
	if (kind == DIGEST_PAPER)
		mention(&digest->topics, about = first_topic(item->class));
	if (kind == DIGEST_COMMIT)
		mention(&digest->types, about = json_str(item->class, "type"));
	if (kind == DIGEST_ISSUE)
		mention(
		    &digest->impacts, about = json_str(item->class, "impact"));
	remember(digest->best[kind], json_number(item->class, "score", 0), item,
	    about);
	if (rec_str(rec, "announced", &date) != NULL ||
	    rec_str(rec, "created", &date) != NULL)
		note_date(digest, date.at, false);
	buf_free(&date);
}

void
digest_other(struct digest *digest, const struct rec *rec)
{
	struct buf date = { 0 };

	if (!rec_is(rec, "status"))
		return;
	account_take(&digest->account, rec);
	if (rec_str(rec, "date", &date) != NULL)
		note_date(digest, date.at, true);
	buf_free(&date);
}

size_t
digest_failed(const struct digest *digest)
{
	const struct account *account = &digest->account;
	size_t failed = 0;

	for (size_t i = 0; i < account->count; i++)
		failed += !account->sources[i].ok;
	return failed;
}

static void
tally_free(struct tally *tally)
{
	map_free(&tally->index);
	free(tally->counts);
	free(tally->names);
}

void
digest_free(struct digest *digest)
{
	tally_free(&digest->topics);
	tally_free(&digest->types);
	tally_free(&digest->impacts);
	account_free(&digest->account);
	map_free(&digest->ids);
	for (size_t kind = 0; kind < DIGEST_KINDS; kind++) {
		tally_free(&digest->repos[kind]);
		for (size_t i = 0; i < DIGEST_BEST; i++)
			forget(&digest->best[kind][i]);
	}
	*digest = (struct digest) { 0 };
}
