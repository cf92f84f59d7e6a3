/*
 * Which items of a day are shown, and in what order.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arrange.h"
#include "map.h"

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

/* Ranks the items, and what they belong to by its first item. */
static void
rank(struct shelf *shelf, size_t count, bool with_topics)
{
	struct map repos = { 0 }, topics = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct item *item = shelf->items[i];

		item->rank = i;
		item->repo_rank = *map_at(&repos, item->repo, i);
		item->topic_rank = with_topics
		    ? *map_at(&topics, item->topic, i)
		    : 0;
	}
	map_free(&repos);
	map_free(&topics);
}

static char *
name_of(const struct item *item, bool with_topic, const struct labels *labels)
{
	const char *topic = with_topic
	    ? labels_get(labels, "topic", item->topic)
	    : NULL;
	bool has_repo = item->section != SECTION_PAPERS;
	struct buf name = { 0 };

	if (topic == NULL && with_topic)
		topic = item->topic;
	buf_clear(&name);
	if (has_repo)
		buf_str(&name, *item->repo != '\0' ? item->repo : "?");
	if (topic != NULL && *topic != '\0')
		buf_printf(&name, "%s%s", has_repo ? " · " : "", topic);
	return name.at;
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
	size_t shown;

	if (!with_topics)
		sort(shelf, shelf->count, by_order);
	shown = count_shown(shelf);
	rank(shelf, shown, with_topics);
	sort(shelf, shown, by_group);
	groups->left_out = shelf->taken - shown;
	for (size_t i = 0; i < shown; i++) {
		struct item **at = &shelf->items[i];

		if (i == 0 || !together(at[-1], at[0])) {
			groups->at = xgrow(groups->at, &groups->capacity,
			    groups->count + 1, sizeof *groups->at);
			groups->at[groups->count++] = (struct group) {
				.name = name_of(*at, with_topics, labels),
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
