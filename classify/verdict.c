/*
 * A verdict as the member `class` of a record.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "emit.h"
#include "verdict.h"

enum {
	MAX_WHY = 6, /* terms that are given as the reason */
	MAX_WHY_TERM = 256 /* bytes; a term has at most 200 */
};

/* Tells whether `a` is a better reason than `b`, which came before it. */
static bool
is_better(const struct reason *a, const struct reason *b)
{
	return fabs(a->points) > fabs(b->points);
}

/* Tells whether one of the reasons names the term. */
static bool
is_said(const struct reason *const *said, size_t count, const char *term)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(said[i]->term, term) == 0)
			return true;
	return false;
}

/*
 * Sets `best` to the best MAX_WHY reasons that count, but for sections
 * themselves; returns how many there are. A term is a reason once.
 */
static size_t
best_reasons(const struct points *points, const struct reason **best)
{
	size_t count = 0;

	for (size_t i = 0; i < points->count; i++) {
		const struct reason *reason = &points->reasons[i];
		size_t at = count, last;

		if (!reason->counts || *reason->term == '\0')
			continue;
		while (at > 0 && is_better(reason, best[at - 1]))
			at--;
		if (at == MAX_WHY || is_said(best, at, reason->term))
			continue;
		last = at;
		while (
		    last < count && strcmp(best[last]->term, reason->term) != 0)
			last++;
		if (last == count && count < MAX_WHY)
			count++;
		if (last == MAX_WHY)
			last--;
		memmove(best + at + 1, best + at, (last - at) * sizeof *best);
		best[at] = reason;
	}
	return count;
}

/* The terms that count most, each once; those against it with a minus. */
static void
put_why(const struct verdict *verdict, const struct points *points,
    struct buf *json)
{
	const struct reason *best[MAX_WHY];
	size_t count = best_reasons(points, best);
	char term[MAX_WHY_TERM];

	emit_open(json, "why", '[');
	if (verdict->muted != NULL) {
		snprintf(term, sizeof term, "muted: %s", verdict->muted);
		emit_string(json, NULL, term);
		count = 0;
	}
	for (size_t i = 0; i < count; i++) {
		snprintf(term, sizeof term, "%s%s%s",
		    best[i]->points < 0 ? "-" : "",
		    best[i]->area == AREA_FACT ? "@" : "", best[i]->term);
		emit_string(json, NULL, term);
	}
	emit_close(json, ']');
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
	put_why(verdict, points, json);
	emit_close(json, '}');
}
