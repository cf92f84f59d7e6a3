/*
 * A verdict as the member `class` of a record.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "emit.h"
#include "verdict.h"

enum {
	MAX_WHY = 6 /* terms that are given as the reason */
};

/* More points first; of equals the one that came first. */
static int
by_points(const void *a, const void *b)
{
	const struct reason *const *x = a, *const *y = b;
	double dx = fabs((*x)->points), dy = fabs((*y)->points);

	if (dx != dy)
		return dx < dy ? 1 : -1;
	return (*x > *y) - (*x < *y);
}

/*
 * Sets `best` to the reasons that count, but for sections themselves, the best
 * first; returns how many there are.
 */
static size_t
sort_reasons(const struct points *points, const struct reason **best)
{
	size_t count = 0;

	for (size_t i = 0; i < points->count; i++)
		if (points->reasons[i].counts &&
		    *points->reasons[i].term != '\0')
			best[count++] = &points->reasons[i];
	qsort(best, count, sizeof *best, by_points);
	return count;
}

static bool
is_said(const char *const *said, size_t count, const char *term)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(said[i], term) == 0)
			return true;
	return false;
}

/* The terms that count most, each once; those against it with a minus. */
static void
put_why(const struct points *points, struct buf *json)
{
	const struct reason **best = xmalloc(
	    (points->count + 1) * sizeof *best);
	const char *said[MAX_WHY];
	size_t count = sort_reasons(points, best), said_count = 0;
	struct buf term = { 0 };

	emit_open(json, "why", '[');
	for (size_t i = 0; i < count && said_count < MAX_WHY; i++) {
		if (is_said(said, said_count, best[i]->term))
			continue;
		said[said_count++] = best[i]->term;
		buf_clear(&term);
		buf_printf(&term, "%s%s", best[i]->points < 0 ? "-" : "",
		    best[i]->term);
		emit_string(json, NULL, term.at);
	}
	emit_close(json, ']');
	buf_free(&term);
	free(best);
}

void
verdict_class(const struct verdict *verdict, const struct points *points,
    struct buf *json)
{
	buf_clear(json);
	emit_open(json, NULL, '{');
	emit_number(json, "score", verdict->score, 3);
	emit_open(json, "topics", '[');
	for (size_t i = 0; i < verdict->topic_count; i++)
		emit_string(json, NULL, verdict->topics[i]);
	emit_close(json, ']');
	if (verdict->type != NULL)
		emit_string(json, "type", verdict->type);
	if (verdict->impact != NULL)
		emit_string(json, "impact", verdict->impact);
	put_why(points, json);
	emit_close(json, '}');
}
