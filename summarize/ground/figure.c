/*
 * The numbers of a statement.
 */
#include <string.h>

#include "ascii.h"
#include "figure.h"

enum {
	HASH_SHORTEST = 7
};

/* The forms of dates; 0 is a digit, ? one that may be missing. */
static const char *const forms[] = { "0000-0?-0? 00:00:00", "0000-0?-0? 00:00",
	"0000-0?-0?", "0000年0?月0?日", "0000年0?月", "0000年", "0?月0?日" };

/* Returns how many bytes at `s` have the form, 0 if they have not. */
static size_t
form_len(const char *s, const char *form)
{
	const char *start = s;

	for (; *form != '\0'; form++) {
		if (*form == '?' && !ascii_is_digit(*s))
			continue;
		if (*form == '0' || *form == '?' ? !ascii_is_digit(*s)
						 : *s != *form)
			return 0;
		s++;
	}
	return ascii_is_digit(*s) ? 0 : (size_t)(s - start);
}

void
figure_pass_dates(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0; i < statement->text.len; i++) {
		if (!ascii_is_digit(s[i]) || (i > 0 && view_is_word(s[i - 1])))
			continue;
		for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
			size_t len = form_len(s + i, forms[f]);

			if (len > 0 && s[i + len] == 'T') /* RFC 3339 */
				len += strspn(s + i + len, "T:.Z+-0123456789");
			statement_blank(statement, i, len);
		}
	}
}

static bool
is_all_digits(const char *s, size_t len)
{
	return strspn(s, "0123456789") >= len;
}

void
figure_check(struct statement *statement)
{
	const char *s = statement->text.at;
	struct seek *seek = statement->seek;
	struct number number;
	size_t at = 0;

	while (number_next(s, statement->text.len, &at, false, &number)) {
		uint64_t who;

		if (number.small_word)
			continue;
		who = seek_number(seek, &number);
		if (number.len >= HASH_SHORTEST &&
		    is_all_digits(s + number.at, number.len))
			who |= seek_text(
			    seek, BORDER_LEFT, s + number.at, number.len);
		statement_claim(
		    statement, GROUND_NUMBER, number.at, number.len, who);
	}
}
