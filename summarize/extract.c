/*
 * Choosing sentences. For abstracts a sentence's score is the sum of what its
 * phrases announce, its likeness to the title and to the other sentences, and
 * its place. For bodies the first sentence that adds to the title is best:
 * their authors begin with what matters. A question is second choice.
 */
#include <string.h>
#include <strings.h>

#include "compress.h"
#include "extract.h"
#include "sentence.h"
#include "text.h"
#include "words.h"

enum {
	MAX_ABSTRACT = 64 * 1024, /* bytes; what follows is not looked at */
	MAX_SENTENCES = 64, /* nor is what follows these */
	MAX_SENTENCE_BYTES = 2000,
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
	{ "we formulate", 2 },
	{ "we build", 2 },
	{ "we instrument", 1.5 },
	{ "our method", 1 },
	{ "our approach", 1 },
	{ "based on this", -1 },
	{ "based on these", -1 },
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

/* Sentences of a body that only ask, thank, or belong to a form. */
static const char *const courtesies[] = { "thank you", "thanks for",
	"thanks in advance", "many thanks", "how can i solve", "how do i solve",
	"how to solve this", "how can i fix", "how do i fix", "any idea",
	"any help", "any suggestion", "please help", "please advise",
	"let me know", "looking forward", "a clear and concise",
	"if applicable, add", "i have searched", "i've searched", "谢谢",
	"感谢" };

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
		if (ascii_lower(text.at[i]) == *phrase &&
		    strncasecmp(text.at + i, phrase, len) == 0)
			return true;
	return false;
}

static bool
ends_with(struct span text, const char *end)
{
	size_t len = strlen(end);

	return text.len >= len &&
	    memcmp(text.at + text.len - len, end, len) == 0;
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

/* The last sentence of a text that is not `whole` may be cut. */
static size_t
split(struct candidate *all, const char *text, bool whole)
{
	size_t count = 0;

	while (count < MAX_SENTENCES &&
	    sentence_next(&text, &all[count].span) &&
	    (whole || *text != '\0')) {
		words_of(&all[count].words, all[count].span);
		if (all[count].words.length > 0 &&
		    all[count].span.len <= MAX_SENTENCE_BYTES)
			count++;
	}
	return count;
}

/*
 * Appends the sentence, compressed. False, and nothing is appended, if that
 * says no more than the title.
 */
static bool
put_sentence(struct buf *out, struct span sentence, const struct words *title)
{
	size_t start = out->len;
	struct words words;

	compress(out, sentence);
	words_of(&words, (struct span) { out->at + start, out->len - start });
	if (words_shared(&words, title) * 5 <= words.count * 4)
		return true;
	buf_cut(out, start);
	return false;
}

/*
 * Appends the best candidate that adds to the title and takes it from the
 * list; returns its length in words, 0 if there is none.
 */
static size_t
put_best(struct buf *out, struct candidate *all, size_t *count,
    const struct words *title)
{
	while (*count > 0) {
		struct candidate chosen;
		size_t best = 0;

		for (size_t i = 1; i < *count; i++)
			if (all[i].score > all[best].score)
				best = i;
		chosen = all[best];
		memmove(all + best, all + best + 1,
		    (--*count - best) * sizeof *all);
		if (put_sentence(out, chosen.span, title))
			return chosen.words.length;
	}
	return 0;
}

bool
extract_abstract(struct buf *out, const char *title, const char *text)
{
	static struct candidate all[MAX_SENTENCES];
	struct words title_words;
	struct buf start = { 0 };
	size_t len = utf8_cut(text, MAX_ABSTRACT), count, length, end;

	buf_add(&start, text, len);
	count = split(all, start.at, text[len] == '\0');
	words_of(&title_words, (struct span) { title, strlen(title) });
	score(all, count, &title_words);
	length = put_best(out, all, &count, &title_words);
	if (length > 0 && length < SHORT_SENTENCE) {
		end = out->len;
		if (!ends_with((struct span) { out->at, end }, "。"))
			buf_char(out, ' ');
		if (put_best(out, all, &count, &title_words) == 0)
			buf_cut(out, end);
	}
	buf_free(&start);
	return length > 0;
}

/* Tells whether a sentence of a body can stand alone. */
static bool
is_usable(struct span sentence)
{
	struct words words;

	words_of(&words, sentence);
	if (words.length < MIN_PROSE_WORDS || sentence.len > MAX_PROSE_BYTES ||
	    ends_with(sentence, ":") || ends_with(sentence, "："))
		return false;
	for (size_t i = 0; i < sizeof courtesies / sizeof *courtesies; i++)
		if (has_phrase(sentence, courtesies[i]))
			return false;
	return true;
}

/* As extract_prose(), but only of sentences that do, or do not, ask. */
static bool
put_first(struct buf *out, const struct words *title, const char *prose,
    bool questions)
{
	struct span sentence;

	while (sentence_next(&prose, &sentence)) {
		bool asks = ends_with(sentence, "?") ||
		    ends_with(sentence, "？");

		if (asks == questions && is_usable(sentence) &&
		    put_sentence(out, sentence, title))
			return true;
	}
	return false;
}

bool
extract_prose(struct buf *out, const char *title, const char *prose)
{
	struct words title_words;

	words_of(&title_words, (struct span) { title, strlen(title) });
	return put_first(out, &title_words, prose, false) ||
	    put_first(out, &title_words, prose, true);
}
