/*
 * Lead-ins. A clause before "we" goes when it tells why or how, and stays when
 * it tells where, or under what condition, the rest holds.
 */
#include <stdbool.h>
#include <string.h>

#include "ascii.h"
#include "lead.h"
#include "phrase.h"

enum {
	MAX_CLAUSE = 160, /* bytes before ", we" */
	MAX_PURPOSE = 80, /* bytes before " we", without a comma */
	SHORT_VERB = 4 /* letters; "is" and "has" need their subject */
};

static struct phrases openings = PHRASES("additionally, ", "also, ",
    "as a result, ", "background: ", "bug: ", "by contrast, ", "concretely, ",
    "consequently, ", "context: ", "description: ", "empirically, ",
    "finally, ", "first, ", "furthermore, ", "hello, ", "hence, ", "here, ",
    "hi, ", "however, ", "importantly, ", "in addition, ", "in contrast, ",
    "in particular, ", "in response, ", "in short, ", "in summary, ",
    "in this article ", "in this article, ", "in this paper ",
    "in this paper, ", "in this pr ", "in this pr, ", "in this study ",
    "in this study, ", "in this work ", "in this work, ", "instead, ",
    "interestingly, ", "more specifically, ", "moreover, ",
    "motivation: ", "notably, ", "overall, ",
    "overview: ", "problem: ", "purpose: ", "second, ", "specifically, ",
    "summary: ", "surprisingly, ", "therefore, ", "thus, ",
    "tl; dr: ", "tl;dr: ", "tldr: ", "to address this, ", "to this end, ",
    "what: ", "why: ");

/* "We also show that": who, how, what. */
static struct phrases finders = PHRASES("empirical results ",
    "experimental results ", "experiments ", "extensive experiments ",
    "our experimental results ", "our experiments ", "our results ", "results ",
    "the results ", "we ");
static struct phrases manners = PHRASES(
    "also ", "empirically ", "first ", "further ", "then ");
static struct phrases findings = PHRASES("demonstrate that ", "find that ",
    "observe that ", "prove that ", "show that ");

/* The subject of a change; a verb such as "adds" stands well without it. */
static struct phrases changes = PHRASES("current pr ", "pr ", "the current pr ",
    "the pr ", "this change ", "this commit ", "this mr ", "this patch ",
    "this pr ", "this pull request ");

/* Who speaks where the sentence itself begins. */
static struct phrases speakers = PHRASES(", here we ", ", in this paper we ",
    ", in this paper, we ", ", in this work we ", ", in this work, we ",
    ", this commit ", ", this mr ", ", this paper ", ", this patch ",
    ", this pr ", ", this pull request ", ", this work ", ", we ");

/* A clause that begins so says where the rest holds, */
static struct phrases places = PHRASES("after", "at", "before", "compared",
    "even", "for", "in", "on", "once", "provided", "relative", "until",
    "whenever", "where", "with");

/* or when; before a change any other tells what was before, */
static struct phrases conditions = PHRASES("if", "unless", "when");

/* and one that begins so only tells why. */
static struct phrases aims = PHRASES("in addition to ", "in an attempt ",
    "in contrast to ", "in light of ", "in order to ", "in relation to ",
    "in the context of ", "in this ", "on the other hand", "with a view to ",
    "with the aim ", "with the goal ", "with this in mind");

/* Behind one of these "we" is not who speaks. */
static struct phrases conjunctions = PHRASES("and", "as", "because", "how",
    "or", "since", "that", "what", "where", "whether", "which", "why");

/* Returns the length of "We show that", or 0. */
static size_t
finding_len(const char *s)
{
	size_t who = phrase_len(&finders, s), how, what;

	if (who == 0)
		return 0;
	how = phrase_len(&manners, s + who);
	what = phrase_len(&findings, s + who + how);
	return what > 0 ? who + how + what : 0;
}

/* Tells whether one of the characters `marks` stands between the places. */
static bool
has_mark(const char *start, const char *end, const char *marks)
{
	return start + strcspn(start, marks) < end;
}

/* Returns where the next speaker begins, or NULL if that is not near. */
static const char *
next_speaker(const char *s)
{
	const char *comma = strchr(s, ',');

	while (comma != NULL && comma - s <= MAX_CLAUSE) {
		if (comma[1] == ' ' && phrase_len(&speakers, comma) > 0)
			return comma + 2;
		comma = strchr(comma + 1, ',');
	}
	return NULL;
}

/* A clause without a comma behind it that only tells why. */
static struct phrases purposes = PHRASES("here ", "to ");

/* Returns the length of "To solve this problem " before "we", or 0. */
static size_t
purpose_len(const char *s)
{
	const char *we, *word;

	if (phrase_len(&purposes, s) == 0)
		return 0;
	word = we = strstr(s, " we ");
	if (we == NULL || we - s > MAX_PURPOSE || has_mark(s, we, ",([;:") ||
	    phrase_limits(s, we))
		return 0;
	while (word > s && word[-1] != ' ')
		word--;
	return phrase_is_word(&conjunctions, word) ? 0 : (size_t)(we + 1 - s);
}

/* Returns the length of a clause before the speaker if it may go, or 0. */
static size_t
clause_len(const char *s)
{
	const char *speaker = next_speaker(s);

	if (speaker == NULL)
		return purpose_len(s);
	if (phrase_is_word(&places, s) && phrase_len(&aims, s) == 0)
		return 0;
	if (phrase_len(&changes, speaker) > 0 &&
	    !phrase_is_word(&conditions, s))
		return (size_t)(speaker - s);
	if (phrase_limits(s, speaker) || has_mark(s, speaker, "([;:"))
		return 0;
	return (size_t)(speaker - s);
}

/* Returns the length of a subject that its verb does not need, or 0. */
static size_t
idle_subject_len(const char *s)
{
	size_t len = phrase_len(&changes, s), end = len;

	while (ascii_is_letter(s[end]))
		end++;
	return len > 0 && end - len >= SHORT_VERB && s[end - 1] == 's' ? len
								       : 0;
}

size_t
lead_len(const char *s)
{
	size_t len = phrase_len(&openings, s);

	if (len == 0)
		len = finding_len(s);
	if (len == 0)
		len = clause_len(s);
	return len > 0 ? len : idle_subject_len(s);
}
