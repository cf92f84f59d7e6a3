/*
 * What a sentence of a body is good for.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "code.h"
#include "phrase.h"
#include "use.h"
#include "words.h"

enum {
	MIN_PROSE_WORDS = 4,
	FEWEST_WORDS = 2, /* where there is nothing longer */
	MIN_LEAD_WORDS = 8, /* of a sentence that leads up to something */
	MAX_POINTER_WORDS = 2, /* "format:" */
	MAX_CHORE = 40, /* bytes */
	MAX_PROSE_BYTES = 480
};

/* Sentences of a body that only ask, thank, or belong to a form. */
static const char *const courtesies[] = { "thank you", "thanks for",
	"thanks in advance", "many thanks", "how can i solve", "how do i solve",
	"how to solve this", "how can i fix", "how do i fix", "any idea",
	"any help", "any suggestion", "please help", "please advise",
	"let me know", "looking forward", "a clear and concise",
	"if applicable, add", "i have searched", "i've searched", "谢谢",
	"感谢" };

/* Steps of work that are worth no summary when they are all that is said. */
static struct phrases chores = PHRASES("add test", "add tests",
    "address comment", "address comments", "address review comments",
    "clean up", "cleanup", "fix ci", "fix comment", "fix comments",
    "fix format", "fix formatting", "fix lint", "fix linting",
    "fix merge conflicts", "fix test", "fix tests", "fix typo", "fix typos",
    "fix unit test", "fix unit tests", "format code", "initial commit",
    "resolve conflicts", "resolve merge conflicts", "run pre-commit",
    "update comment", "update comments", "update docs", "update test",
    "update tests");

/* Tells whether the sentence is nothing but a step of work. */
static bool
is_chore(struct span sentence)
{
	static struct buf text;

	if (sentence.len > MAX_CHORE)
		return false;
	buf_clear(&text);
	buf_add(&text, sentence.at, sentence.len);
	if (phrase_ends(sentence, "."))
		buf_cut(&text, text.len - 1);
	return phrase_is(&chores, text.at);
}

/* Tells whether `phrase`, in lower case, occurs in the text. */
static bool
has_phrase(struct span text, const char *phrase)
{
	size_t len = strlen(phrase);

	for (size_t i = 0; i + len <= text.len; i++)
		if (ascii_lower(text.at[i]) == *phrase &&
		    strncasecmp(text.at + i, phrase, len) == 0)
			return true;
	return false;
}

/* Returns the length of the one of the `count` endings that the text has. */
static size_t
ending_len(struct span text, const char *const *endings, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (phrase_ends(text, endings[i]))
			return strlen(endings[i]);
	return 0;
}

#define ENDING_LEN(text, list) \
	ending_len(text, list, sizeof list / sizeof *list)

/* Returns the sentence without last words that lost what they point at. */
static struct span
without_pointers(struct span sentence)
{
	static const char *const pointers[] = { " such as", " as follows",
		" in", " of", " at", " to", " on", " by", " as", " with",
		" for", " from", " see", " here", " where", " that", " is",
		" are", " because", " and", " the", ",", ",." };
	struct span bare = sentence;
	size_t len;

	while ((len = ENDING_LEN(bare, pointers)) > 0)
		bare.len -= len;
	return bare;
}

/*
 * Tells whether the sentence ends in something that is named elsewhere, or
 * lost it before its full stop.
 */
static bool
is_vague(struct span sentence)
{
	static const char *const ends[] = { " the issue", " the issues",
		" this issue", " this error", " in", " of", " at", " to", " on",
		" by", " as", " with", " for", " from", " see", " here" };

	if (phrase_ends(sentence, "."))
		sentence.len--;
	return ENDING_LEN(sentence, ends) > 0;
}

/*
 * Returns the sentence without the colon at its end, and without words behind
 * a comma that only point at what follows it.
 */
static struct span
without_colon(struct span sentence)
{
	static struct words words;
	size_t comma;

	if (phrase_ends(sentence, ":"))
		sentence.len--;
	else if (phrase_ends(sentence, "："))
		sentence.len -= strlen("：");
	else
		return sentence;
	for (comma = sentence.len; comma > 0; comma--)
		if (sentence.at[comma - 1] == ',')
			break;
	if (comma == 0)
		return sentence;
	words_of(&words,
	    (struct span) { sentence.at + comma, sentence.len - comma });
	if (words.count <= MAX_POINTER_WORDS)
		sentence.len = comma - 1;
	return sentence;
}

/* Returns the number of words outside of code. */
static size_t
words_of_prose(struct words *words, struct span text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len;) {
		size_t code = code_span(text.at + i, text.len - i), from = i;

		if (code > 0) {
			i += code;
			continue;
		}
		i += code_marks(text.at + i, text.len - i);
		while (i < text.len && text.at[i] != '`')
			i++;
		words_of(words, (struct span) { text.at + from, i - from });
		count += words->count;
	}
	return count;
}

/* Tells whether the whole sentence stands in brackets. */
static bool
is_aside(struct span sentence)
{
	return *sentence.at == '(' &&
	    (phrase_ends(sentence, ")") || phrase_ends(sentence, ")."));
}

enum use
use_of(struct span *sentence)
{
	static struct words words;
	struct span whole = *sentence, led = without_colon(whole);

	*sentence = without_pointers(led);
	if (words_of_prose(&words, *sentence) == 0 ||
	    whole.len > MAX_PROSE_BYTES)
		return USE_NONE;
	words_of(&words, *sentence);
	if (words.count < FEWEST_WORDS)
		return USE_NONE;
	if (is_chore(*sentence))
		return USE_NONE;
	for (size_t i = 0; i < sizeof courtesies / sizeof *courtesies; i++)
		if (has_phrase(whole, courtesies[i]))
			return USE_NONE;
	if (phrase_ends(whole, "?") || phrase_ends(whole, "？"))
		return USE_QUESTION;
	if (led.len < whole.len &&
	    (words.count < MIN_LEAD_WORDS || sentence->len < led.len ||
		has_phrase(led, "following")))
		return USE_NONE;
	if (words.count < MIN_PROSE_WORDS || sentence->len < led.len ||
	    is_vague(led) || is_aside(led))
		return USE_SHORT;
	return USE_BEST;
}
