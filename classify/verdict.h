/*
 * What is thought of a record.
 */
#ifndef VERDICT_H
#define VERDICT_H

#include "buf.h"
#include "points.h"

enum {
	MAX_NAMED_TOPICS = 3
};

struct verdict {
	double points, score; /* log-odds; probability */
	const char *topics[MAX_NAMED_TOPICS]; /* best first */
	size_t topic_count;
	const char *type, *impact; /* NULL where the kind has none */
	const struct section *best_topic; /* of those that score for papers */
	const struct section *head; /* a topic that scores alone; NULL: none */
	const char *muted; /* by this term; NULL: it is not */
};

/*
 * Sets `json` to the `class` member that the verdict is written as, with the
 * terms that counted most as the reasons.
 */
void verdict_class(const struct verdict *verdict, const struct points *points,
    struct buf *json);

#endif
