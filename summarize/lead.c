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

static const char *const openings[] = { "in this paper, ", "in this work, ",
	"in this paper ", "in this work ", "in this study, ",
	"in this article, ", "in this article ", "in this study ", "here, ",
	"however, ", "to this end, ", "therefore, ", "specifically, ",
	"in particular, ", "more specifically, ", "moreover, ", "furthermore, ",
	"additionally, ", "in addition, ", "thus, ", "hence, ", "concretely, ",
	"notably, ", "finally, ", "first, ", "second, ", "also, ",
	"importantly, ", "surprisingly, ", "interestingly, ", "empirically, ",
	"in summary, ", "in this pr, ", "in this pr ", "overall, ",
	"in short, ", "to address this, ", "as a result, ", "consequently, ",
	"in response, ", "by contrast, ", "in contrast, ", "instead, ", "hi, ",
	"hello, " };

/* "We also show that": who, how, what. */
static const char *const finders[] = { "we ", "our results ", "results ",
	"the results ", "our experiments ", "experiments ",
	"extensive experiments ", "experimental results ",
	"our experimental results ", "empirical results " };
static const char *const manners[] = { "also ", "further ", "then ", "first ",
	"empirically " };
static const char *const findings[] = { "show that ", "demonstrate that ",
	"find that ", "observe that ", "prove that " };

/* The subject of a change; a verb such as "adds" stands well without it. */
static const char *const changes[] = { "this pr ", "this mr ", "this patch ",
	"this pull request ", "this change ", "current pr ", "the pr ", "pr ",
	"this commit " };

/* Who speaks where the sentence itself begins. */
static const char *const speakers[] = { ", we ", ", this paper ",
	", this work ", ", this pr ", ", here we ", ", in this paper we ",
	", in this paper, we ", ", in this work we ", ", in this work, we " };

/* A clause that begins so says where the rest holds, */
static const char *const places[] = { "for", "with", "on", "at", "in", "after",
	"before", "until", "where", "whenever", "even", "once", "provided",
	"compared", "relative" };

/* but one that begins so only tells why. */
static const char *const aims[] = { "in order to ", "in contrast to ",
	"in light of ", "in this ", "in an attempt ", "in relation to ",
	"in addition to ", "in the context of ", "with a view to ",
	"with the aim ", "with the goal ", "with this in mind",
	"on the other hand" };

/* Behind one of these "we" is not who speaks. */
static const char *const conjunctions[] = { "what", "how", "why", "which",
	"that", "as", "where", "and", "or", "whether", "because", "since" };

/* Returns the length of "We show that", or 0. */
static size_t
finding_len(const char *s)
{
	size_t who = PHRASE_LEN(s, finders), how, what;

	if (who == 0)
		return 0;
	how = PHRASE_LEN(s + who, manners);
	what = PHRASE_LEN(s + who + how, findings);
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
		if (comma[1] == ' ' && PHRASE_LEN(comma, speakers) > 0)
			return comma + 2;
		comma = strchr(comma + 1, ',');
	}
	return NULL;
}

/* Returns the length of "To solve this problem " before "we", or 0. */
static size_t
purpose_len(const char *s)
{
	static const char *const purposes[] = { "to ", "here " };
	const char *we, *word;

	if (PHRASE_LEN(s, purposes) == 0)
		return 0;
	word = we = strstr(s, " we ");
	if (we == NULL || we - s > MAX_PURPOSE || has_mark(s, we, ",([;:") ||
	    phrase_limits(s, we))
		return 0;
	while (word > s && word[-1] != ' ')
		word--;
	return PHRASE_IS_WORD(word, conjunctions) ? 0 : (size_t)(we + 1 - s);
}

/* Returns the length of a clause before the speaker if it may go, or 0. */
static size_t
clause_len(const char *s)
{
	const char *speaker = next_speaker(s);

	if (speaker == NULL)
		return purpose_len(s);
	if ((PHRASE_IS_WORD(s, places) && PHRASE_LEN(s, aims) == 0) ||
	    phrase_limits(s, speaker) || has_mark(s, speaker, "([;:"))
		return 0;
	return (size_t)(speaker - s);
}

/* Returns the length of a subject that its verb does not need, or 0. */
static size_t
idle_subject_len(const char *s)
{
	size_t len = PHRASE_LEN(s, changes), end = len;

	while (ascii_is_letter(s[end]))
		end++;
	return len > 0 && end - len >= SHORT_VERB && s[end - 1] == 's' ? len
								       : 0;
}

size_t
lead_len(const char *s)
{
	size_t len = PHRASE_LEN(s, openings);

	if (len == 0)
		len = finding_len(s);
	if (len == 0)
		len = clause_len(s);
	return len > 0 ? len : idle_subject_len(s);
}
