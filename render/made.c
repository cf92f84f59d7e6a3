/*
 * How the summaries of a report were made.
 */
#include <string.h>

#include "made.h"

void
made_take(struct made *made, const struct item *item)
{
	size_t i = 0;

	if (*item->by == '\0')
		return;
	if (strcmp(item->by, "extract") == 0) {
		made->extracted++;
		made->replaced += item->replaced;
		return;
	}
	while (i < made->authors && strcmp(made->by[i], item->by) != 0)
		i++;
	if (i == MADE_MAX)
		made->by[--i] = "…";
	else if (i == made->authors)
		made->by[made->authors++] = item->by;
	made->counts[i]++;
}
