/*
 * What acronyms are said to stand for. Which words those are is told by their
 * initials, or else by their capitals.
 */
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "expansion.h"

enum {
	MOST_WORDS = 12, /* of an expansion */
	ASIDE = 160 /* bytes between brackets, at the most */
};

struct words {
	struct span list[MOST_WORDS]; /* the last one first */
	bool joined[MOST_WORDS]; /* stands behind a hyphen */
	size_t count;
};

static bool
is_joint(char c)
{
	return c == ' ' || c == '-' || c == '/';
}

static bool
is_small_word(struct span word)
{
	static const char *const small[] = { "of", "the", "and", "for", "in",
		"to", "on", "with", "a", "an", "by", "as" };

	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (strlen(small[i]) == word.len &&
		    strncmp(small[i], word.at, word.len) == 0)
			return true;
	return false;
}

/* Tells whether the bytes are an acronym: MLA, NVFP4, LoRA, LLMs. */
static bool
is_acronym(struct span s)
{
	size_t capitals = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (!ascii_is_letter(s.at[i]) && !ascii_is_digit(s.at[i]) &&
		    s.at[i] != '-')
			return false;
		capitals += ascii_is_upper(s.at[i]);
	}
	return s.len >= 2 && s.len <= MOST_WORDS && capitals >= 2 &&
	    ascii_is_upper(s.at[0]);
}

/* Splits the words at the end of [from, to), as many as there is room for. */
static void
last_words(struct words *words, const char *from, const char *to)
{
	const char *end = to;

	words->count = 0;
	while (words->count < MOST_WORDS && end > from) {
		const char *start;

		while (end > from && is_joint(end[-1]))
			end--;
		start = end;
		while (start > from && ascii_is_letter(start[-1]))
			start--;
		if (start == end)
			return;
		words->joined[words->count] = start > from && start[-1] == '-';
		words->list[words->count++] = (struct span) { start,
			(size_t)(end - start) };
		end = start;
	}
}

/*
 * Returns how many words, from the last one on, the acronym abbreviates: each
 * letter begins one, and only small words and those behind a hyphen are left
 * out. 0: it does not.
 */
static size_t
spelled(struct span acronym, const struct words *words)
{
	size_t letters = acronym.len, used = 0;

	if (letters > 2 && acronym.at[letters - 1] == 's')
		letters--;
	while (letters > 0) {
		char letter = ascii_lower(acronym.at[letters - 1]);

		if (!ascii_is_letter(letter)) {
			letters--;
			continue;
		}
		if (used == words->count)
			return 0;
		if (ascii_lower(words->list[used].at[0]) == letter)
			letters--;
		else if (!is_small_word(words->list[used]) &&
		    !words->joined[used])
			return 0;
		used++;
	}
	return used;
}

/*
 * Returns how many words, from the last one on, are capitalised, or joined to
 * one that is.
 */
static size_t
capitalised(const struct words *words)
{
	size_t used = 0, joined = 0;

	for (size_t i = 0; i < words->count; i++) {
		if (ascii_is_upper(*words->list[i].at) &&
		    !is_acronym(words->list[i]))
			used = i + 1;
		else if (!words->joined[i] || joined++ > 0)
			break;
	}
	return used;
}

/* Who says the words, the first `count` from the end, in their order? */
static uint64_t
who_says(struct seek *seek, const struct words *words, size_t count)
{
	struct buf as_is = { 0 }, singular = { 0 };
	uint64_t who;

	for (size_t i = count; i-- > 0;) {
		const struct span *word = &words->list[i];

		buf_add(&as_is, word->at, word->len);
		buf_add(&singular, word->at,
		    word->len - (word->at[word->len - 1] == 's'));
	}
	who = seek_name(seek, as_is.at, as_is.len) |
	    seek_name(seek, singular.at, singular.len);
	buf_free(&as_is);
	buf_free(&singular);
	return who;
}

static void
claim(struct statement *statement, const struct words *words, size_t count)
{
	const char *start, *end;

	if (count < 2)
		return;
	start = words->list[count - 1].at;
	end = words->list[0].at + words->list[0].len;
	statement_claim(statement, GROUND_EXPANSION,
	    (size_t)(start - statement->text.at), (size_t)(end - start),
	    who_says(statement->seek, words, count));
}

/* Checks what stands before the bracket `open` if an acronym is in it. */
static void
check_before(struct statement *statement, const char *open, struct span inside)
{
	struct words words;
	size_t count;

	last_words(&words, statement->text.at, open);
	count = spelled(inside, &words);
	claim(statement, &words, count > 0 ? count : capitalised(&words));
}

/* Checks what is in the bracket if an acronym stands before it. */
static void
check_inside(struct statement *statement, const char *open, struct span inside)
{
	const char *s = statement->text.at, *end = open, *start;
	struct words words;
	size_t count;

	while (end > s && end[-1] == ' ')
		end--;
	start = end;
	while (start > s && end - start <= MOST_WORDS &&
	    (view_is_word(start[-1]) || start[-1] == '-'))
		start--;
	if (!is_acronym((struct span) { start, (size_t)(end - start) }))
		return;
	last_words(&words, inside.at, inside.at + inside.len);
	if (words.count == 0 || words.list[words.count - 1].at != inside.at)
		return;
	count = spelled((struct span) { start, (size_t)(end - start) }, &words);
	if (count == words.count || capitalised(&words) >= 2)
		claim(statement, &words, words.count);
}

void
expansion_check(struct statement *statement)
{
	const char *s = statement->text.at, *open = s;

	while ((open = strchr(open, '(')) != NULL) {
		struct span inside = { open + 1, strcspn(open + 1, "(),;:\n") };

		if (inside.len > 0 && inside.len <= ASIDE) {
			if (is_acronym(inside))
				check_before(statement, open, inside);
			else
				check_inside(statement, open, inside);
		}
		open += 1 + inside.len;
	}
}
