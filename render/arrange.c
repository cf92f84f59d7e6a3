/*
 * Which items of a day are shown, and in what order.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arrange.h"
#include "map.h"

enum {
	MIN_TOPIC = 3 /* items of a topic that has a heading of its own */
};

static const size_t rest = SIZE_MAX; /* the rank of all other topics */

static int
by_importance(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;

	return shelf_is_better(*x, *y) ? -1 : 1;
}

/* Shown ones first, then as they came. */
static int
by_order(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;

	if ((*x)->shown != (*y)->shown)
		return (*x)->shown ? -1 : 1;
	return ((*x)->order > (*y)->order) - ((*x)->order < (*y)->order);
}

/* By what they belong to, and there by rank. */
static int
by_group(const void *a, const void *b)
{
	const struct item *const *x = a, *const *y = b;

	if ((*x)->repo_rank != (*y)->repo_rank)
		return (*x)->repo_rank < (*y)->repo_rank ? -1 : 1;
	if ((*x)->topic_rank != (*y)->topic_rank)
		return (*x)->topic_rank < (*y)->topic_rank ? -1 : 1;
	return ((*x)->rank > (*y)->rank) - ((*x)->rank < (*y)->rank);
}

static void
sort(struct shelf *shelf, size_t count,
    int (*compare)(const void *, const void *))
{
	if (count > 1)
		qsort(shelf->items, count, sizeof(struct item *), compare);
}

/* Shows the best items of the shelf that take `share` bytes together. */
static void
show(struct shelf *shelf, size_t share)
{
	bool fits = true;

	sort(shelf, shelf->count, by_importance);
	for (size_t i = 0; i < shelf->count; i++) {
		struct item *item = shelf->items[i];

		fits = fits && item->size <= share;
		item->shown = fits;
		if (fits)
			share -= item->size;
	}
}

void
arrange_room(struct day *day, size_t room)
{
	bool settled[SECTION_COUNT] = { false };
	size_t open = SECTION_COUNT, before;

	/* Whoever needs less than a share gets all, and leaves more to share. */
	do {
		before = open;
		for (size_t i = 0; i < SECTION_COUNT; i++) {
			struct shelf *shelf = &day->shelves[i];

			if (settled[i] || shelf->size > room / open)
				continue;
			show(shelf, shelf->size);
			settled[i] = true;
			room -= shelf->size;
			if (--open == 0)
				return;
		}
	} while (open < before);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		if (!settled[i])
			show(&day->shelves[i], room / open);
}

static size_t
count_shown(const struct shelf *shelf)
{
	size_t count = 0;

	while (count < shelf->count && shelf->items[count]->shown)
		count++;
	return count;
}

/* Ranks the items, and the repositories by their first ones. */
static void
rank(struct shelf *shelf, size_t count)
{
	struct map repos = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct item *item = shelf->items[i];

		item->rank = i;
		item->repo_rank = *map_at(&repos, item->repo, i);
		item->topic_rank = 0;
	}
	map_free(&repos);
}

/* Returns how often the topic of an item occurs in its repository. */
static size_t *
count_of(struct map *counts, const struct item *item)
{
	struct buf key = { 0 };
	size_t *count;

	buf_printf(&key, "%s\n%s", item->repo, item->topic);
	count = map_at(counts, key.at, 0);
	buf_free(&key);
	return count;
}

/*
 * Ranks the topics of a repository by their first items; those of a few items
 * stand together behind the others, for else headings would be all one sees.
 */
static void
rank_topics(struct shelf *shelf, size_t count)
{
	struct map counts = { 0 }, topics = { 0 };

	for (size_t i = 0; i < count; i++)
		++*count_of(&counts, shelf->items[i]);
	for (size_t i = 0; i < count; i++) {
		struct item *item = shelf->items[i];
		bool many = *count_of(&counts, item) >= MIN_TOPIC;

		item->topic_rank = many && *item->topic != '\0'
		    ? *map_at(&topics, item->topic, i)
		    : rest;
	}
	map_free(&counts);
	map_free(&topics);
}

/* Returns the name of the topic under which the item stands; "": none. */
static const char *
topic_of(const struct item *item, const struct labels *labels)
{
	const char *name = item->topic_rank == rest
	    ? labels_get(labels, "rest", "topics")
	    : labels_get(labels, "topic", item->topic);

	return name != NULL ? name : item->topic;
}

/* Returns the name of the group that begins with the item. */
static char *
name_of(const struct item *item, bool with_topic, const struct labels *labels)
{
	struct buf name = { 0 };

	buf_clear(&name);
	if (item->section == SECTION_PAPERS) {
		buf_str(&name, with_topic ? topic_of(item, labels) : "");
		return name.at;
	}
	buf_str(&name, *item->repo != '\0' ? item->repo : "?");
	if (with_topic)
		buf_printf(&name, " · %s", topic_of(item, labels));
	return name.at;
}

/* Tells whether what the item belongs to is parted by topics. */
static bool
is_parted(struct item *const *items, size_t count, size_t i)
{
	size_t repo = items[i]->repo_rank;

	while (i > 0 && items[i - 1]->repo_rank == repo)
		i--;
	return i < count && items[i]->topic_rank != rest;
}

static bool
together(const struct item *a, const struct item *b)
{
	return a->repo_rank == b->repo_rank && a->topic_rank == b->topic_rank;
}

void
arrange(struct groups *groups, struct shelf *shelf, enum period period,
    const struct labels *labels)
{
	bool with_topics = period != PERIOD_DAY;
	size_t shown = count_shown(shelf);

	/* Of a selection one wants to see the best, of all what came when. */
	if (!with_topics && shown == shelf->taken)
		sort(shelf, shelf->count, by_order);
	rank(shelf, shown);
	if (with_topics)
		rank_topics(shelf, shown);
	sort(shelf, shown, by_group);
	groups->left_out = shelf->taken - shown;
	for (size_t i = 0; i < shown; i++) {
		struct item **at = &shelf->items[i];

		if (i == 0 || !together(at[-1], at[0])) {
			groups->at = xgrow(groups->at, &groups->capacity,
			    groups->count + 1, sizeof *groups->at);
			groups->at[groups->count++] = (struct group) {
				.name = name_of(*at,
				    with_topics &&
					is_parted(shelf->items, shown, i),
				    labels),
				.items = at,
			};
		}
		groups->at[groups->count - 1].count++;
	}
}

void
arrange_free(struct groups *groups)
{
	for (size_t i = 0; i < groups->count; i++)
		free(groups->at[i].name);
	free(groups->at);
	*groups = (struct groups) { 0 };
}
