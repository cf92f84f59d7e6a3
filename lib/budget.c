/*
 * Dividing what is limited, like water that finds its level.
 */
#include "budget.h"

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Tells whether `total` is enough for all shares up to `level`. */
static int
suffices(size_t total, size_t level, const size_t *shares, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t share = least(shares[i], level);

		if (share > total)
			return 0;
		total -= share;
	}
	return 1;
}

void
budget_divide(size_t total, size_t *shares, size_t count)
{
	size_t low = 0, high = total;

	while (low < high) {
		size_t level = low + (high - low + 1) / 2;

		if (suffices(total, level, shares, count))
			low = level;
		else
			high = level - 1;
	}
	for (size_t i = 0; i < count; i++)
		shares[i] = least(shares[i], low);
}
