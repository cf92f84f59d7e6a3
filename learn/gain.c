/*
 * ROUGE over stems.
 */
#include <stdint.h>
#include <string.h>

#include "gain.h"

enum {
	MAX_REFERENCE = 512 /* words */
};

/* Tells whether the `n` words at `a` and at `b` are the same. */
static bool
same(const struct word *a, const struct word *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i].stem != b[i].stem)
			return false;
	return true;
}

static double
f1(size_t shared, size_t summary, size_t reference)
{
	return shared == 0 ? 0
			   : 2 * (double)shared / (double)(summary + reference);
}

static double
rouge_n(const struct words *summary, const struct words *reference, size_t n)
{
	bool taken[MAX_REFERENCE] = { false };
	size_t shared = 0;

	if (summary->count < n || reference->count < n)
		return 0;
	for (size_t i = 0; i + n <= summary->count; i++) {
		for (size_t j = 0; j + n <= reference->count; j++) {
			if (!taken[j] &&
			    same(&summary->at[i], &reference->at[j], n)) {
				taken[j] = true;
				shared++;
				break;
			}
		}
	}
	return f1(shared, summary->count - n + 1, reference->count - n + 1);
}

/* The longest common subsequence, row by row. */
static double
rouge_l(const struct words *summary, const struct words *reference)
{
	size_t row[MAX_REFERENCE + 1] = { 0 };

	for (size_t i = 0; i < summary->count; i++) {
		size_t diagonal = 0;

		for (size_t j = 0; j < reference->count; j++) {
			size_t above = row[j + 1];

			if (same(&summary->at[i], &reference->at[j], 1))
				row[j + 1] = diagonal + 1;
			else if (row[j] > above)
				row[j + 1] = row[j];
			diagonal = above;
		}
	}
	return f1(row[reference->count], summary->count, reference->count);
}

double
gain_of(const struct words *summary, const struct words *reference)
{
	if (reference->count > MAX_REFERENCE)
		return 0;
	return (rouge_n(summary, reference, 1) +
		   rouge_n(summary, reference, 2) +
		   rouge_l(summary, reference)) /
	    3;
}
