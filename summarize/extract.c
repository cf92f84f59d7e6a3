/*
 * Choosing sentences. For abstracts a sentence's score is the sum of what its
 * phrases announce, its likeness to the title and to the other sentences, and
 * its place. For bodies the first sentence that adds to the title is best:
 * their authors begin with what matters.
 */
#include <string.h>
#include <strings.h>

#include "compress.h"
#include "extract.h"
#include "sentence.h"
#include "text.h"
#include "words.h"

enum {
	MAX_SENTENCES = 64, /* of an abstract; what follows is not looked at */
	SHORT_SENTENCE = 12, /* words; under it a second sentence is added */
	FEW_WORDS = 8,
	MIN_PROSE_WORDS = 4,
	MAX_PROSE_BYTES = 480
};

static const struct {
	const char *phrase;
	double weight;
} cues[] = {
	{ "we propose", 3 },
	{ "we introduce", 3 },
	{ "we present", 3 },
	{ "we develop", 2.5 },
	{ "we design", 2.5 },
	{ "we describe", 2 },
	{ "this paper proposes", 3 },
	{ "this paper presents", 3 },
	{ "this paper introduces", 3 },
	{ "this work proposes", 3 },
	{ "this work presents", 3 },
	{ "this work introduces", 3 },
	{ "is proposed", 1.5 },
	{ "in this paper", 2 },
	{ "in this work", 2 },
	{ "this paper", 1 },
	{ "we show", 1 },
	{ "we demonstrate", 1 },
	{ "we study", 1 },
	{ "we investigate", 1 },
	{ "we find", 0.5 },
	{ "本文", 3 },
	{ "我们提出", 3 },
	{ "available at", -3 },
	{ "is available", -2 },
	{ "github.com", -3 },
	{ "for example", -1 },
	{ "future work", -2 },
};

struct candidate {
	struct span span;
	struct words words;
	double score;
};

/* Tells whether `phrase`, in lower case, occurs in the text. */
static bool
has_phrase(struct span text, const char *phrase)
{
	size_t len = strlen(phrase);

	for (size_t i = 0; i + len <= text.len; i++)
		if (text_lower(text.at[i]) == *phrase &&
		    strncasecmp(text.at + i, phrase, len) == 0)
			return true;
	return false;
}

static double
cue_score(struct span sentence)
{
	double best = 0, penalty = 0;

	for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
		if (!has_phrase(sentence, cues[i].phrase))
			continue;
		if (cues[i].weight < penalty)
			penalty = cues[i].weight;
		if (cues[i].weight > best)
			best = cues[i].weight;
	}
	return best + penalty;
}

/* Returns the mean likeness of candidate `i` to the others. */
static double
centrality(const struct candidate *all, size_t count, size_t i)
{
	double sum = 0;

	for (size_t j = 0; j < count; j++)
		if (j != i)
			sum += words_cosine(&all[i].words, &all[j].words);
	return count > 1 ? sum / (double)(count - 1) : 0;
}

static void
score(struct candidate *all, size_t count, const struct words *title)
{
	for (size_t i = 0; i < count; i++) {
		struct candidate *one = &all[i];

		one->score = cue_score(one->span) +
		    4 * words_cosine(&one->words, title) +
		    4 * centrality(all, count, i) - 0.01 * (double)i;
		if (one->words.length < FEW_WORDS)
			one->score -= 2;
	}
}

static size_t
split(struct candidate *all, const char *text)
{
	size_t count = 0;

	while (count < MAX_SENTENCES && sentence_next(&text, &all[count].span)) {
		words_of(&all[count].words, all[count].span);
		if (all[count].words.length > 0)
			count++;
	}
	return count;
}

/* Returns the best candidate but `except`, `count` if there is none. */
static size_t
best_of(const struct candidate *all, size_t count, size_t except)
{
	size_t best = count;

	for (size_t i = 0; i < count; i++)
		if (i != except &&
		    (best == count || all[i].score > all[best].score))
			best = i;
	return best;
}

bool
extract_abstract(struct buf *out, const char *title, const char *text)
{
	static struct candidate all[MAX_SENTENCES];
	struct words title_words;
	size_t count = split(all, text), first, second;

	if (count == 0)
		return false;
	words_of(&title_words, (struct span) { title, strlen(title) });
	score(all, count, &title_words);
	first = best_of(all, count, count);
	compress(out, all[first].span);
	second = best_of(all, count, first);
	if (all[first].words.length < SHORT_SENTENCE && second < count) {
		buf_char(out, ' ');
		compress(out, all[second].span);
	}
	return true;
}

/* Tells whether a sentence of a body can stand alone and adds to the title. */
static bool
is_usable(struct span sentence, const struct words *title)
{
	struct words words;

	words_of(&words, sentence);
	if (words.length < MIN_PROSE_WORDS || sentence.len > MAX_PROSE_BYTES ||
	    sentence.at[sentence.len - 1] == ':')
		return false;
	return words_shared(&words, title) * 5 <= words.count * 4;
}

bool
extract_prose(struct buf *out, const char *title, const char *prose)
{
	struct words title_words;
	struct span sentence;

	words_of(&title_words, (struct span) { title, strlen(title) });
	while (sentence_next(&prose, &sentence)) {
		if (!is_usable(sentence, &title_words))
			continue;
		compress(out, sentence);
		return true;
	}
	return false;
}
