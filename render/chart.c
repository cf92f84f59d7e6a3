/*
 * Counts under names.
 */
#include <stdlib.h>

#include "alloc.h"
#include "chart.h"

void
chart_add(struct chart *chart, const char *name, unsigned long long count)
{
	size_t *at = map_at(&chart->index, name, chart->count);

	if (*at == chart->count) {
		chart->bars = xgrow(chart->bars, &chart->capacity,
		    chart->count + 1, sizeof *chart->bars);
		chart->bars[chart->count++] = (struct bar) {
			.name = arena_str(&chart->names, name),
		};
	}
	chart->bars[*at].count += count;
}

static int
by_count(const void *a, const void *b)
{
	const struct bar *x = a, *y = b;

	return (x->count < y->count) - (x->count > y->count);
}

void
chart_sort(struct chart *chart)
{
	if (chart->count > 1)
		qsort(chart->bars, chart->count, sizeof *chart->bars, by_count);
}

void
chart_free(struct chart *chart)
{
	free(chart->bars);
	map_free(&chart->index);
	arena_free(&chart->names);
	*chart = (struct chart) { 0 };
}
