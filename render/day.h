/*
 * What the records of a report amount to: the best items of each section, the
 * digest, and the account of the sources; or the reports of an archive.
 */
#ifndef DAY_H
#define DAY_H

#include <stdbool.h>
#include <stddef.h>

#include "account.h"
#include "map.h"
#include "past.h"
#include "rec.h"
#include "shelf.h"
#include "when.h"

/* Start with { 0 }. */
struct day {
	struct shelf shelves[SECTION_COUNT];
	struct map ids; /* of the items, to their sections */
	size_t id_size; /* bytes of those */
	char *overview, *conclusion; /* NULL if no digest came */
	struct account account;
	struct past past; /* reports that others wrote; set its language */
	bool judged; /* it is known whether the texts are in that language */
	char date[WHEN_DATE_SIZE]; /* of the newest record; "" */
};

/*
 * Takes a record; of kinds that a report does not show, only the date. An item
 * whose id came before is passed over, unless it is a pull request that is
 * merged by now.
 */
void day_take(struct day *day, const struct rec *rec);

/* Gives everything back. */
void day_free(struct day *day);

#endif
