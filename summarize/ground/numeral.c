/*
 * Numbers in words.
 */
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "numeral.h"

enum {
	HAN = 3 /* bytes of a Chinese character in UTF-8 */
};

struct word {
	const char *word;
	double value;
};

static const struct word digits[] = {
	{ "零", 0 },
	{ "〇", 0 },
	{ "一", 1 },
	{ "二", 2 },
	{ "两", 2 },
	{ "三", 3 },
	{ "四", 4 },
	{ "五", 5 },
	{ "六", 6 },
	{ "七", 7 },
	{ "八", 8 },
	{ "九", 9 },
	{ NULL, 0 },
};

static const struct word places[] = {
	{ "十", 10 },
	{ "百", 100 },
	{ "千", 1000 },
	{ NULL, 0 },
};

static const struct word myriads[] = {
	{ "万", 1e4 },
	{ "亿", 1e8 },
	{ NULL, 0 },
};

static const char measures[] =
    "个個种種倍次项項條条位层層步行处處类類台张張"
    "块卡路款篇名年月天周日份阶组套轮成维代秒分小毫微"
    "字比核线节副版页倍";

/* Tells whether `s` begins with a word of the table, and sets its value. */
static bool
is_in(const struct word *words, const char *s, size_t len, double *value)
{
	if (len < HAN)
		return false;
	for (; words->word != NULL; words++)
		if (memcmp(s, words->word, HAN) == 0) {
			*value = words->value;
			return true;
		}
	return false;
}

static bool
is_measure(const char *s, size_t len)
{
	for (const char *m = measures; len >= HAN && *m != '\0'; m += HAN)
		if (memcmp(m, s, HAN) == 0)
			return true;
	return false;
}

/* Tells whether `s` goes on as "point" and a digit. */
static bool
is_point(const char *s, size_t len)
{
	double digit;

	return len >= HAN && memcmp(s, "点", HAN) == 0 &&
	    is_in(digits, s + HAN, len - HAN, &digit);
}

static size_t
read_fraction(const char *s, size_t len, double *value)
{
	size_t at = HAN;
	double digit, place = 0.1;

	for (; is_in(digits, s + at, len - at, &digit); at += HAN) {
		*value += digit * place;
		place /= 10;
	}
	return at;
}

size_t
numeral_chinese(const char *s, size_t len, double *value, bool *counts)
{
	double sum = 0, digit = 0, v;
	size_t at = 0;

	for (; at < len; at += HAN) {
		if (is_in(digits, s + at, len - at, &v)) {
			digit = v;
		} else if (is_in(places, s + at, len - at, &v)) {
			sum += (digit > 0 ? digit : 1) * v;
			digit = 0;
		} else {
			break;
		}
	}
	*value = sum + digit;
	if (at > 0 && is_point(s + at, len - at))
		at += read_fraction(s + at, len - at, value);
	if (at > 0 && is_in(myriads, s + at, len - at, &v)) {
		*value *= v;
		at += HAN;
	}
	*counts = at > 0 && is_measure(s + at, len - at);
	return at;
}

static const struct word words[] = {
	{ "zero", 0 },
	{ "half", 0.5 },
	{ "one", 1 },
	{ "two", 2 },
	{ "twice", 2 },
	{ "double", 2 },
	{ "doubled", 2 },
	{ "doubles", 2 },
	{ "doubling", 2 },
	{ "three", 3 },
	{ "triple", 3 },
	{ "tripled", 3 },
	{ "four", 4 },
	{ "five", 5 },
	{ "six", 6 },
	{ "seven", 7 },
	{ "eight", 8 },
	{ "nine", 9 },
	{ "ten", 10 },
	{ "eleven", 11 },
	{ "twelve", 12 },
	{ "dozen", 12 },
	{ "thirteen", 13 },
	{ "fourteen", 14 },
	{ "fifteen", 15 },
	{ "sixteen", 16 },
	{ "seventeen", 17 },
	{ "eighteen", 18 },
	{ "nineteen", 19 },
	{ "twenty", 20 },
	{ "thirty", 30 },
	{ "forty", 40 },
	{ "fifty", 50 },
	{ "sixty", 60 },
	{ "seventy", 70 },
	{ "eighty", 80 },
	{ "ninety", 90 },
	{ "hundred", 100 },
	{ "thousand", 1000 },
	{ "million", 1e6 },
	{ "billion", 1e9 },
};

static size_t
letters(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && ascii_is_letter(s[n]))
		n++;
	return n;
}

/* Returns the length of the word at `s` if it is a number: also "fourfold". */
static size_t
read_word(const char *s, size_t len, double *value)
{
	size_t n = letters(s, len);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t w;

		if (words[i].word[0] != ascii_lower(*s))
			continue;
		w = strlen(words[i].word);
		if (w > n || strncasecmp(s, words[i].word, w) != 0)
			continue;
		*value = words[i].value;
		if (n == w ||
		    (n == w + 4 && strncasecmp(s + w, "fold", 4) == 0))
			return w;
	}
	return 0;
}

/* Joins the words of a number: forty-two, six hundred; not five six. */
static bool
join(double *value, double last, double next)
{
	if (next >= 100 && *value > 0 && *value < next)
		*value *= next;
	else if (last >= 20 && last < 100 && next >= 1 && next < 10)
		*value += next;
	else
		return false;
	return true;
}

size_t
numeral_english(const char *s, size_t len, double *value, bool *counts)
{
	double last, next;
	size_t at = read_word(s, len, value);

	*counts = at > 0;
	if (at == 0)
		return letters(s, len);
	last = *value;
	while (at + 1 < len && (s[at] == '-' || s[at] == ' ')) {
		size_t n = read_word(s + at + 1, len - at - 1, &next);

		if (n == 0 || !join(value, last, next))
			break;
		last = next;
		at += 1 + n;
	}
	return at;
}
