/*
 * The words of a text, one after the other.
 */
#include <stdlib.h>
#include <strings.h>

#include "alloc.h"
#include "ascii.h"
#include "reading.h"

enum {
	MAX_TEXT = 64 * 1024, /* bytes; the rest is not looked at */
	MAX_NUMBER = 24 /* bytes, with what sets its unit apart */
};

static bool
starts_with(const char *s, const char *word)
{
	return strncasecmp(s, word, strlen(word)) == 0;
}

/* Returns where the number at `s` ends, and what sets its unit apart. */
static const char *
skip_number(const char *s)
{
	const char *end = s + MAX_NUMBER;

	while (s < end &&
	    (ascii_is_digit(*s) ||
		((*s == '.' || *s == ',') && ascii_is_digit(s[1]))))
		s++;
	while (s < end && *s != '\0' && strchr("$\\{}~ ", *s) != NULL)
		s++;
	return s;
}

/*
 * Returns WORDS_TIMES or WORDS_PERCENT if a number with that unit, however it
 * is set, is at `*s`, and moves behind the unit's letters; else NUL.
 */
static char
number_unit(const char **s)
{
	const char *at = skip_number(*s);
	char unit = '\0';

	if (starts_with(at, "times") || starts_with(at, "\u00d7") ||
	    ((*at | 0x20) == 'x' && letters_is_gap(at + 1)))
		unit = WORDS_TIMES;
	else if (*at == '%' || starts_with(at, "percent"))
		unit = WORDS_PERCENT;
	if (unit != '\0')
		*s = letters_skip_word(at);
	return unit;
}

/* Takes note of the number with a unit at `s`, if there is one. */
static uint32_t
read_unit(const struct lexicon *lexicon, const char *s, struct reading *reading)
{
	char unit = number_unit(&s);

	if (unit == '\0')
		return 0;
	reading->units = xgrow(reading->units, &reading->unit_capacity,
	    reading->unit_count + 1, sizeof *reading->units);
	reading->units[reading->unit_count] = (struct reading_unit) {
		.number = lexicon_find(lexicon, LEXICON_NONE, words_unit(unit)),
		.end = s
	};
	return (uint32_t)reading->unit_count++;
}

void
reading_of(
    struct reading *reading, const struct lexicon *lexicon, const char *text)
{
	const char *s = letters_skip_gap(text), *end;
	size_t len = strnlen(text, MAX_TEXT), units = 1;

	reading->word_count = 0;
	reading->unit_count = 1;
	reading->words = xgrow(reading->words, &reading->word_capacity,
	    len / 2 + 1, sizeof *reading->words);
	for (end = text + len; s < end;
	     s = letters_skip_gap(*s == ' ' ? s + 1 : s)) {
		struct reading_word word = { 0 };

		while (units < reading->unit_count &&
		    reading->units[units].end <= s)
			reading->units[units++].behind = reading->word_count;
		if (ascii_is_digit(*s))
			word.unit = read_unit(lexicon, s, reading);
		word.number = lexicon_read(lexicon, &s, end);
		reading->words[reading->word_count++] = word;
	}
	while (units < reading->unit_count)
		reading->units[units++].behind = reading->word_count;
}

bool
reading_next_word(const char **text, const char **word, size_t *len)
{
	const char *s = *text, *next;
	bool foreign;

	do {
		*word = s = letters_skip_gap(s);
		foreign = false;
		for (next = s; letters_next(&next) != LETTERS_GAP; s = next)
			if ((unsigned char)*s >= 0x80)
				foreign = true;
	} while (foreign);
	*text = s;
	*len = (size_t)(s - *word);
	return *len > 0;
}

void
reading_free(struct reading *reading)
{
	free(reading->words);
	free(reading->units);
	*reading = (struct reading) { 0 };
}
