/*
 * Dividing what a model may read of a day.
 */
#include <stdlib.h>

#include "alloc.h"
#include "budget.h"
#include "map.h"
#include "shares.h"

/* Divides `total` among the items of group `group`, best first. */
static void
divide_group(struct share *shares, const size_t *groups, size_t count,
    size_t group, size_t total, size_t least)
{
	size_t *wants = xmalloc((count + 1) * sizeof *wants);
	size_t members = 0, served = 0, sum = 0, i = 0;

	for (size_t j = 0; j < count; j++)
		if (groups[j] == group)
			wants[members++] = shares[j].tokens;
	while (served < members) {
		sum += wants[served] < least ? wants[served] : least;
		if (sum > total)
			break;
		served++;
	}
	budget_divide(total, wants, served);
	for (size_t j = 0; j < count; j++)
		if (groups[j] == group) {
			shares[j].tokens = i < served ? wants[i] : 0;
			i++;
		}
	free(wants);
}

void
shares_divide(struct share *shares, size_t count, size_t total, size_t least)
{
	size_t *groups = xmalloc((count + 1) * sizeof *groups);
	size_t *wants = xmalloc((count + 1) * sizeof *wants);
	struct map index = { 0 };
	size_t group_count = 0;

	for (size_t i = 0; i < count; i++) {
		size_t *at = map_at(&index, shares[i].group, group_count);

		if (*at == group_count)
			wants[group_count++] = 0;
		groups[i] = *at;
		wants[*at] += shares[i].tokens;
	}
	budget_divide(total, wants, group_count);
	for (size_t group = 0; group < group_count; group++)
		divide_group(shares, groups, count, group, wants[group], least);
	map_free(&index);
	free(wants);
	free(groups);
}
