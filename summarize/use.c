/*
 * What a sentence of a body is good for.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "phrase.h"
#include "use.h"
#include "words.h"

enum {
	MIN_PROSE_WORDS = 4,
	FEWEST_WORDS = 2, /* where there is nothing longer */
	MIN_LEAD_WORDS = 6, /* of a sentence that leads up to something */
	MAX_POINTER_WORDS = 2, /* "format:" */
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

/* Tells whether the sentence lost what its last word points at. */
static bool
dangles(struct span sentence)
{
	static const char *const ends[] = { " in", " of", " at", " to", " on",
		" by", " as", " with", " for", " from", " see", " here",
		" where", " that", " is", " are", " because", " and", " the",
		" the issue", " the issues", " this issue", " this error" };

	if (phrase_ends(sentence, "."))
		sentence.len--;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (phrase_ends(sentence, ends[i]))
			return true;
	return false;
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

enum use
use_of(struct span *whole)
{
	static struct words words;
	struct span sentence = without_colon(*whole);
	bool leads_up = sentence.len < whole->len;

	*whole = sentence;
	words_of(&words, sentence);
	if (words.count < FEWEST_WORDS || sentence.len > MAX_PROSE_BYTES)
		return USE_NONE;
	for (size_t i = 0; i < sizeof courtesies / sizeof *courtesies; i++)
		if (has_phrase(sentence, courtesies[i]))
			return USE_NONE;
	if (phrase_ends(sentence, "?") || phrase_ends(sentence, "？"))
		return USE_QUESTION;
	if (leads_up && (words.count < MIN_LEAD_WORDS || dangles(sentence)))
		return USE_NONE;
	if (words.count < MIN_PROSE_WORDS || dangles(sentence))
		return USE_SHORT;
	return USE_BEST;
}
