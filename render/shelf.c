/*
 * The best items of a section.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "shelf.h"

bool
shelf_is_better(const struct item *a, const struct item *b)
{
	return a->score > b->score ||
	    (a->score == b->score && a->order < b->order);
}

static void
swap(struct shelf *shelf, size_t a, size_t b)
{
	struct item *item = shelf->items[a];

	shelf->items[a] = shelf->items[b];
	shelf->items[b] = item;
}

static void
rise(struct shelf *shelf, size_t at)
{
	while (at > 0 &&
	    shelf_is_better(shelf->items[(at - 1) / 2], shelf->items[at])) {
		swap(shelf, at, (at - 1) / 2);
		at = (at - 1) / 2;
	}
}

static void
sink(struct shelf *shelf, size_t at)
{
	for (;;) {
		size_t worst = at;

		for (size_t child = 2 * at + 1;
		     child <= 2 * at + 2 && child < shelf->count; child++)
			if (shelf_is_better(
				shelf->items[worst], shelf->items[child]))
				worst = child;
		if (worst == at)
			return;
		swap(shelf, at, worst);
		at = worst;
	}
}

static void
take_away(struct shelf *shelf, size_t at)
{
	struct item *item = shelf->items[at];

	shelf->size -= item->size;
	shelf->items[at] = shelf->items[--shelf->count];
	item_free(item);
	if (at < shelf->count) {
		sink(shelf, at);
		rise(shelf, at);
	}
}

bool
shelf_wants(struct shelf *shelf, double score)
{
	shelf->taken++;
	return shelf->count == 0 || shelf->count == shelf->taken - 1 ||
	    score > shelf->items[0]->score;
}

void
shelf_put(struct shelf *shelf, struct item *item)
{
	item->order = shelf->taken;
	shelf->items = xgrow(shelf->items, &shelf->capacity, shelf->count + 1,
	    sizeof *shelf->items);
	shelf->items[shelf->count++] = item;
	shelf->size += item->size;
	rise(shelf, shelf->count - 1);
	while (shelf->size > SHELF_MAX)
		take_away(shelf, 0);
}

void
shelf_drop(struct shelf *shelf, const char *id)
{
	for (size_t i = 0; i < shelf->count; i++) {
		if (strcmp(shelf->items[i]->id, id) != 0)
			continue;
		take_away(shelf, i);
		break;
	}
	shelf->taken--;
}

void
shelf_free(struct shelf *shelf)
{
	for (size_t i = 0; i < shelf->count; i++)
		item_free(shelf->items[i]);
	free(shelf->items);
	*shelf = (struct shelf) { 0 };
}
