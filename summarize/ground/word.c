/*
 * Names.
 */
#include <string.h>

#include "ascii.h"
#include "product.h"
#include "shape.h"
#include "word.h"

enum {
	STEM = 5 /* letters that do for a name: Bayes, Bayesian */
};

/* Returns the length of the word at `s`, of names or with digits; 0 if none. */
static size_t
word_len(const char *s)
{
	const char *joints = ascii_is_letter(*s) ? "_-.'" : "_-.";
	size_t n = 0;

	if (!ascii_is_letter(*s) && !ascii_is_digit(*s))
		return 0;
	if (ascii_is_digit(*s))
		n = strspn(s, "0123456789.,");
	for (;;) {
		while (ascii_is_letter(s[n]) || ascii_is_digit(s[n]))
			n++;
		if (s[n] == '\0' || strchr(joints, s[n]) == NULL ||
		    (!ascii_is_letter(s[n + 1]) && !ascii_is_digit(s[n + 1])))
			break;
		n++;
	}
	while (n > 0 && strchr(".,", s[n - 1]) != NULL)
		n--;
	if (n > 2 && s[n - 2] == '\'' && s[n - 1] == 's')
		n -= 2;
	return n;
}

/* Who says the name, in one of its forms? */
static uint64_t
who_says(struct seek *seek, const char *s, size_t len)
{
	uint64_t who = seek_name(seek, s, len) |
	    product_generation(seek, s, len);
	size_t acronym = shape_acronym_len(s, len);
	char initials[8];

	if (len > 3 && s[len - 1] == 's')
		who |= seek_name(seek, s, len - 1);
	if (len > 4 && memcmp(s + len - 2, "ed", 2) == 0)
		who |= seek_name(seek, s, len - 2);
	if (len > 2 && (s[0] == 'v' || s[0] == 'V') && ascii_is_digit(s[1]))
		who |= seek_name(seek, s + 1, len - 1);
	if (acronym == 0 || acronym >= sizeof initials)
		return who;
	for (size_t i = 0; i < acronym; i++)
		initials[i] = ascii_lower(s[i]);
	return who | seek_bytes(seek, VIEW_INITIALS, 0, initials, acronym);
}

/* Tells whether digits alone stand between the hyphen `s` and the next. */
static bool
is_joined_number(const char *s, size_t len)
{
	size_t n = 1 + strspn(s + 1, "0123456789.");

	return n > 1 && (n >= len || s[n] == '-');
}

/* Returns the end of the part at `at`: a number goes with what it follows. */
static size_t
part_end(const char *s, size_t len, size_t at)
{
	while (at < len && (s[at] != '-' || is_joined_number(s + at, len - at)))
		at++;
	return at;
}

/* Who says each of the parts between hyphens? */
static uint64_t
who_says_parts(struct seek *seek, const char *s, size_t len)
{
	uint64_t who = SOURCE_ALL;

	for (size_t at = 0, end; at < len; at = end + 1) {
		end = part_end(s, len, at);
		if (at == 0 && end >= len)
			return SOURCE_NONE;
		if (!shape_is_tail(s + at, end - at))
			who &= who_says(seek, s + at, end - at);
	}
	return who;
}

static bool
begins_sentence(const char *s, size_t at)
{
	static const char quote[] = "\xe2\x80\x9c", stop[] = "\xe3\x80\x82";

	while (at > 0 && ascii_is_space(s[at - 1]) && s[at - 1] != '\n')
		at--;
	if (at == 0 || strchr(".!?:;\n|*>\"", s[at - 1]) != NULL)
		return true;
	return at >= 3 &&
	    (memcmp(s + at - 3, quote, 3) == 0 ||
		memcmp(s + at - 3, stop, 3) == 0);
}

static void
check_identifier(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at + at;
	uint64_t who = who_says(statement->seek, s, len);

	if (view_hash_len(s, len) == len) /* views have no hashes */
		who |= seek_text(statement->seek, BORDER_LEFT, s, len);
	if (memchr(s, '-', len) != NULL)
		who |= who_says_parts(statement->seek, s, len);
	statement_claim(statement, GROUND_IDENTIFIER, at, len, who);
	statement_blank(statement, at, len);
}

static void
check_product(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at + at;
	uint64_t who = product_generation(statement->seek, s, len);

	who |= len < 6 ? seek_text(statement->seek, BORDER_WORD, s, len)
		       : seek_name(statement->seek, s, len);
	if (s[len - 1] == 's')
		who |= seek_text(statement->seek, BORDER_WORD, s, len - 1);
	statement_claim(statement, GROUND_PRODUCT, at, len, who);
}

/* A part of a word that is no identifier. */
static void
check_name(struct statement *statement, size_t at, size_t len, bool first)
{
	const char *s = statement->text.at + at;
	uint64_t who;

	if (len < 2 || shape_is_common(s, len))
		return;
	if (product_of(s, len) != PRODUCT_NONE ||
	    (s[len - 1] == 's' && product_of(s, len - 1) != PRODUCT_NONE)) {
		check_product(statement, at, len);
	} else if (shape_acronym_len(s, len) > 0) {
		statement_claim(statement, GROUND_ACRONYM, at, len,
		    who_says(statement->seek, s, len));
	} else if (ascii_is_upper(*s) && !first) {
		who = who_says(statement->seek, s, len);
		if (len > STEM)
			who |= seek_text(statement->seek, BORDER_LEFT, s, STEM);
		statement_claim(statement, GROUND_NAME, at, len, who);
	}
}

static void
check_parts(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at;
	bool first = begins_sentence(s, at);

	for (size_t end = at + len, stop; at < end; at = stop + 1) {
		const char *hyphen = memchr(s + at, '-', end - at);

		stop = hyphen != NULL ? (size_t)(hyphen - s) : end;
		check_name(statement, at, stop - at, first);
	}
}

/* Tells whether the word is the unit of the number before it. */
static bool
is_unit(const char *s, size_t at, size_t len)
{
	enum unit unit;
	double scale;

	at -= at > 0 && s[at - 1] == ' ';
	return at > 0 && ascii_is_digit(s[at - 1]) &&
	    unit_read(s + at + (s[at] == ' '), len, &unit, &scale) == len;
}

static void
check_word(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at + at;
	bool flag = at > 1 && s[-1] == '-' && s[-2] == '-' &&
	    (at == 2 || !view_is_word(s[-3])) && ascii_is_letter(*s) &&
	    !ascii_is_upper(*s);

	if (len < 2 || shape_is_common(s, len))
		return;
	if ((shape_is_number(s, len) && !shape_is_version(s, len)) ||
	    is_unit(statement->text.at, at, len))
		return;
	if (flag || statement->code.at[at] != 0 || shape_is_identifier(s, len))
		check_identifier(statement, at, len);
	else
		check_parts(statement, at, len);
}

void
word_check(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0, len; i < statement->text.len; i += len) {
		len = word_len(s + i);
		if (len > 0)
			check_word(statement, i, len);
		len += len == 0;
	}
}
