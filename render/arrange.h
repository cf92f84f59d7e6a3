/*
 * Which items of a day are shown, and in what order.
 */
#ifndef ARRANGE_H
#define ARRANGE_H

#include "day.h"
#include "lang.h"

enum period {
	PERIOD_DAY,
	PERIOD_WEEK,
	PERIOD_MONTH,
	PERIOD_COUNT
};

/* Items that stand together under one name. */
struct group {
	char *name; /* the repository, the topic or both; "" for none */
	struct item **items; /* of the shelf */
	size_t count;
};

/* The groups of one section. Start with { 0 }. */
struct groups {
	struct group *at;
	size_t count, capacity;
	unsigned long long left_out; /* items for which there is no room */
};

/*
 * Decides which items are shown in a report of about `room` bytes: each
 * section gets an equal share, what one does not need goes to the others, and
 * within a section the best items come first. The shelves take no more items
 * afterwards.
 */
void arrange_room(struct day *day, size_t room);

/*
 * Sets `groups` to the shown items of a section. Those of a day stand as they
 * came, by repository, or, where not all are shown, the most important first; those of a longer period by repository and topic, the
 * most important first. `labels` has the names of topics.
 */
void arrange(struct groups *groups, struct shelf *shelf, enum period period,
    const struct labels *labels);

/* Gives everything back. */
void arrange_free(struct groups *groups);

#endif
