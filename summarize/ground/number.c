/*
 * Numbers in texts.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ascii.h"
#include "number.h"
#include "numeral.h"
#include "source.h"
#include "utf8.h"
#include "view.h"

enum {
	LONGEST = 40, /* bytes of a number; further digits are not read */
	WORTH_WORDS = 3, /* words up to there may be no numbers at all */
	MOST_LIKE = 1000 /* entries that are looked at for one number */
};

static size_t
digits(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ascii_is_digit(s[n]))
		n++;
	return n;
}

/* Returns the length of the number at `s`, thousands in groups or not. */
static size_t
whole_len(const char *s, size_t len)
{
	size_t n = digits(s, len);

	if (n > 3)
		return n;
	while (
	    n + 3 < len && s[n] == ',' && digits(s + n + 1, len - n - 1) == 3)
		n += 4;
	return n;
}

/* Tells whether another dot with a digit follows in the word: a version. */
static bool
is_dotted(const char *s, size_t len)
{
	for (size_t i = 0; i < len && (view_is_word(s[i]) || s[i] == '.'); i++)
		if (s[i] == '.' && i + 1 < len && ascii_is_digit(s[i + 1]))
			return true;
	return false;
}

static double
value_of(const char *s, size_t len)
{
	char plain[LONGEST + 1];
	size_t n = 0;

	for (size_t i = 0; i < len && n < LONGEST; i++)
		if (s[i] != ',')
			plain[n++] = s[i];
	plain[n] = '\0';
	return strtod(plain, NULL);
}

/* Tells whether a word in the plural is joined: " GPUs", or any: "-way". */
static bool
are_things(const char *s, size_t len)
{
	size_t n = 1;

	if (len < 2 || (s[0] != ' ' && s[0] != '-'))
		return false;
	while (n < len && ascii_is_letter(s[n]))
		n++;
	return s[0] == '-' ? n > 1 : n > 4 && s[n - 1] == 's';
}

/* Reads the unit behind the number, which may stand off. */
static void
read_unit(struct number *number, const char *s, size_t len)
{
	size_t off = 0, n;
	double scale;

	n = unit_read(s, len, &number->unit, &scale);
	if (n == 0) {
		off += len > off && s[off] == ' ';
		off += len > off && s[off] == '-';
		n = unit_read(s + off, len - off, &number->unit, &scale);
	}
	if (n == 0) {
		if (number->decimals == 0 && are_things(s, len))
			number->unit = UNIT_THINGS;
		return;
	}
	number->len += off + n;
	number->value *= scale;
	if (scale > 1) {
		number->step = scale / pow(10, number->decimals);
		number->decimals = 0;
	}
}

static bool
read_digits(struct number *number, const char *s, size_t len)
{
	size_t at = number->at, n = whole_len(s + at, len - at), places;

	if (at > 0 && (view_is_word(s[at - 1]) || s[at - 1] == '.'))
		return false;
	places = at + n < len && s[at + n] == '.'
	    ? digits(s + at + n + 1, len - at - n - 1)
	    : 0;
	n += places > 0 ? places + 1 : 0;
	if (is_dotted(s + at + n, len - at - n))
		return false;
	number->len = n;
	number->value = value_of(s + at, n);
	number->decimals = places < 15 ? (int)places : 15;
	read_unit(number, s + at + n, len - at - n);
	return true;
}

static void
read_loose_digits(struct number *number, const char *s, size_t len)
{
	size_t n = digits(s, len);

	if (n + 1 < len && s[n] == '.' && ascii_is_digit(s[n + 1]))
		n += 1 + digits(s + n + 1, len - n - 1);
	number->len = n;
	number->value = value_of(s, n);
	number->unit = UNIT_THINGS;
}

static bool
begins(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len >= n && memcmp(s, word, n) == 0;
}

/* Reads words, or passes over them; false if they are no number. */
static bool
read_words(struct number *number, const char *s, size_t len)
{
	static const char hundredths[] = "百分之";
	bool is_share = begins(s, len, hundredths), counts = false;
	size_t skip = is_share ? sizeof hundredths - 1 : 0, n;

	if (ascii_is_letter(*s)) {
		n = numeral_english(s, len, &number->value, &counts);
	} else {
		n = numeral_chinese(
		    s + skip, len - skip, &number->value, &counts);
		counts = counts || (is_share && n > 0);
	}
	number->len = skip + n;
	number->small_word = !is_share && number->value <= WORTH_WORDS;
	if (!counts)
		return false;
	read_unit(number, s + number->len, len - number->len);
	if (is_share)
		number->unit = UNIT_PERCENT;
	else if (number->unit == UNIT_NONE)
		number->unit = UNIT_THINGS;
	return true;
}

/* Tells whether a year goes on as a time, to the minute at least. */
static bool
is_time(const char *s, size_t len)
{
	static const char form[] = "-00-00T00:00";

	for (size_t i = 0; i < sizeof form - 1; i++)
		if (i >= len ||
		    (form[i] == '0' ? !ascii_is_digit(s[i]) : s[i] != form[i]))
			return false;
	return true;
}

/* Returns the length of what has digits by chance. */
static size_t
chance_len(const char *s, size_t len, bool at_start)
{
	size_t n = at_start ? view_hash_len(s, len) : 0;

	if (n == 0 &&
	    (begins(s, len, "http://") || begins(s, len, "https://") ||
		is_time(s, len)))
		while (n < len && (unsigned char)s[n] > ' ' &&
		    (unsigned char)s[n] < 0x80)
			n++;
	return n;
}

bool
number_next(
    const char *text, size_t len, size_t *at, bool loose, struct number *number)
{
	size_t step;

	for (size_t i = *at; i < len; i += step) {
		const char *s = text + i;
		bool at_start = i == 0 || !view_is_word(s[-1]), found = false;
		size_t chance = loose ? chance_len(s, len - i, at_start) : 0;

		*number = (struct number) { .at = i, .len = chance };
		if (chance == 0 && ascii_is_digit(*s)) {
			found = read_digits(number, text, len);
			if (!found)
				read_loose_digits(number, s, len - i);
			found = found || loose;
		} else if (chance == 0 &&
		    ((ascii_is_letter(*s) && at_start) ||
			(unsigned char)*s >= 0xe3)) {
			found = read_words(number, s, len - i);
		}
		step = number->len > 0 ? number->len : 1;
		*at = i + step;
		if (found)
			return true;
	}
	*at = len;
	return false;
}

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
			add_entry(numbers,
			    value_of(text + number.at,
				digits(text + number.at, number.len)),
			    UNIT_NONE, who);
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
