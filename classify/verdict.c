/*
 * A verdict as the member `class` of a record.
 */
#include <math.h>
#include <string.h>

#include "emit.h"
#include "verdict.h"

enum {
	MAX_WHY = 6 /* terms that are given as the reason */
};

/* Tells whether `a` is a better reason than `b`, which came before it. */
static bool
is_better(const struct reason *a, const struct reason *b)
{
	return fabs(a->points) > fabs(b->points);
}

/* Returns which of the reasons is by the same term; `count` if none is. */
static size_t
same_term(const struct reason *const *reasons, size_t count, const char *term)
{
	size_t i = 0;

	while (i < count && reasons[i]->term != term)
		i++;
	return i;
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
		if (at == MAX_WHY)
			continue;
		last = same_term(best, count, reason->term);
		if (last < at)
			continue;
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
	struct buf term = { 0 };

	emit_open(json, "why", '[');
	if (verdict->muted != NULL) {
		buf_str(&term, "muted: ");
		buf_str(&term, verdict->muted);
		emit_string(json, NULL, term.at);
		count = 0;
	}
	for (size_t i = 0; i < count; i++) {
		buf_clear(&term);
		if (best[i]->points < 0)
			buf_char(&term, '-');
		if (best[i]->area == AREA_FACT)
			buf_char(&term, '@');
		buf_str(&term, best[i]->term);
		emit_string(json, NULL, term.at);
	}
	emit_close(json, ']');
	buf_free(&term);
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
