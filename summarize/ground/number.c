/*
 * Numbers in texts.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "number.h"
#include "numeral.h"
#include "view.h"

enum {
	YEAR = 4, /* digits */
	LONGEST = 40, /* bytes of a number; further digits are not read */
	WORTH_WORDS = 3 /* words up to there may be no numbers at all */
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
	number->plain = number->value;
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

/* Tells whether the year before `s` goes on as a time, to the minute. */
static bool
is_time(const char *s, size_t len, size_t before)
{
	static const char form[] = "-00-00T00:00";

	if (before < YEAR || (before > YEAR && view_is_word(s[-YEAR - 1])))
		return false;
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (i >= len ||
		    (form[i] == '0' ? !ascii_is_digit(s[i]) : s[i] != form[i]))
			return false;
	return true;
}

/* Returns the length of what has digits by chance; `before` it, as many bytes
 * can be looked at. */
static size_t
chance_len(const char *s, size_t len, size_t before)
{
	bool at_start = before == 0 || !view_is_word(s[-1]);
	size_t n = at_start ? view_hash_len(s, len) : 0;

	if (n == 0 &&
	    (begins(s, len, "http://") || begins(s, len, "https://") ||
		is_time(s, len, before)))
		while (n < len && s[n] > ' ' && s[n] < 0x7f &&
		    strchr("<>\"'`)]|", s[n]) == NULL)
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
		size_t chance = loose ? chance_len(s, len - i, i) : 0;

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
