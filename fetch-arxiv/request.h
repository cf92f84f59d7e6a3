/*
 * What is asked of arXiv, whichever way the question goes.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar.h"
#include "seen.h"
#include "when.h"

/* Which date of a paper the window is about. */
enum request_by {
	REQUEST_ANNOUNCED, /* its listing, as the calendar has it */
	REQUEST_SUBMITTED,
	REQUEST_UPDATED
};

struct request {
	enum request_by by;
	struct window window; /* of submissions, or of updates */
	time_t listing; /* the day, where it is about one; else 0 */
	time_t late_from; /* what is submitted since then may be late */
	const struct seen *seen; /* what other days have */
	const struct calendar *calendar;
	const char *const *categories, *const *ids;
	size_t category_count, id_count;
	const char *text; /* in arXiv's grammar; NULL: none */
	long max; /* papers; 0: all */
	time_t now;
	bool is_saved; /* nothing is asked: a saved answer is read */
};

/* Tells whether `category` is one of those asked for, or below one. */
bool request_has_category(const struct request *request, const char *category);

#endif
