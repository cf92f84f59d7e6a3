/*
 * Which texts have which numbers.
 */
#include <math.h>
#include <stdlib.h>

#include "alloc.h"
#include "number.h"
#include "numbers.h"
#include "source.h"

enum {
	MOST_LIKE = 1000 /* entries that are looked at for one number */
};

static void
add_entry(struct numbers *numbers, double value, enum unit unit, uint64_t who)
{
	numbers->entries = xgrow(numbers->entries, &numbers->capacity,
	    numbers->count + 1, sizeof *numbers->entries);
	numbers->entries[numbers->count++] = (struct number_entry) {
		.value = value,
		.who = who,
		.unit = unit,
	};
}

void
numbers_read(
    struct numbers *numbers, const char *text, size_t len, uint64_t who)
{
	struct number number;
	size_t at = 0;

	while (number_next(text, len, &at, true, &number)) {
		add_entry(numbers, number.value, number.unit, who);
		/* The 7 of a 7b may be a name's. */
		if (number.step > 0)
			add_entry(numbers, number.plain, UNIT_NONE, who);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct number_entry *x = a, *y = b;

	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	return (x->value > y->value) - (x->value < y->value);
}

void
numbers_end(struct numbers *numbers)
{
	size_t kept = 0;

	if (numbers->count > 0)
		qsort(numbers->entries, numbers->count,
		    sizeof *numbers->entries, compare);
	for (size_t i = 0; i < numbers->count; i++) {
		const struct number_entry *entry = &numbers->entries[i];

		if (kept > 0 &&
		    compare(entry, &numbers->entries[kept - 1]) == 0)
			numbers->entries[kept - 1].who |= entry->who;
		else
			numbers->entries[kept++] = *entry;
	}
	numbers->count = kept;
	numbers->ready = true;
}

/* Returns the first entry that is not below the value. */
static size_t
first_from(const struct numbers *numbers, enum unit unit, double value)
{
	const struct number_entry wanted = { .unit = unit, .value = value };
	size_t low = 0, high = numbers->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&numbers->entries[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Who has a number of the unit within `by` of the value? If `broken`, only
 * one that is no whole number. */
static uint64_t
who_within(const struct numbers *numbers, enum unit unit, double value,
    double by, bool broken)
{
	uint64_t who = SOURCE_NONE;
	size_t first = first_from(numbers, unit, value - by);

	for (size_t i = first; i < numbers->count; i++) {
		const struct number_entry *entry = &numbers->entries[i];

		if (entry->unit != unit || entry->value > value + by)
			break;
		if (i - first == MOST_LIKE)
			return SOURCE_ALL;
		if (!broken || entry->value != floor(entry->value))
			who |= entry->who;
	}
	return who;
}

static uint64_t
who_has(
    const struct numbers *numbers, const struct number *number, enum unit unit)
{
	double v = number->value, half = 0.5000001 * pow(10, -number->decimals);
	double exact = 1e-9 * fmax(1, fabs(v));
	uint64_t who = who_within(
	    numbers, unit, v, fmax(exact, number->step / 2), false);

	if (number->step > 0)
		return who;
	if (number->decimals > 0)
		who |= who_within(numbers, unit, v, half, false);
	else if (unit == number->unit && unit > UNIT_THINGS)
		who |= who_within(numbers, unit, v, half, true);
	if (number->unit == UNIT_PERCENT && unit == UNIT_NONE && v <= 100)
		who |= who_within(numbers, unit, v / 100, half / 100, false);
	if (number->unit == UNIT_NONE && unit == UNIT_PERCENT && v > 0 && v < 1)
		who |= who_within(numbers, unit, v * 100, half * 100, false);
	return who;
}

/* Tells whether things are counted in a unit: eight is 8x, FP8 has 8 bits. */
static bool
counts(enum unit unit)
{
	return unit == UNIT_TIMES || unit == UNIT_BIT;
}

/* Tells whether a number without a unit, or of things, may have this one. */
static bool
may_be(enum unit unit, enum unit has)
{
	return unit == has || unit == UNIT_NONE || has == UNIT_NONE ||
	    (unit == UNIT_THINGS && counts(has)) ||
	    (has == UNIT_THINGS && counts(unit));
}

uint64_t
numbers_who(const struct numbers *numbers, const struct number *number)
{
	uint64_t who = SOURCE_NONE;

	for (int has = UNIT_NONE; has < UNIT_COUNT; has++)
		if (may_be(number->unit, (enum unit)has))
			who |= who_has(numbers, number, (enum unit)has);
	return who;
}

void
numbers_clear(struct numbers *numbers)
{
	numbers->count = 0;
	numbers->ready = false;
}

void
numbers_free(struct numbers *numbers)
{
	free(numbers->entries);
	*numbers = (struct numbers) { 0 };
}
