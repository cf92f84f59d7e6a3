/*
 * Choosing sentences. For abstracts a sentence's score is the sum of what its
 * phrases announce, its likeness to the title and to the other sentences, and
 * its place. For bodies the first sentence that adds to the title is best:
 * their authors begin with what matters. A question is second choice.
 */
#include <stdlib.h>
#include <string.h>

#include "abstract.h"
#include "compress.h"
#include "extract.h"
#include "feature.h"
#include "phrase.h"
#include "sentence.h"
#include "share.h"
#include "text.h"
#include "use.h"
#include "weights.h"

enum {
	SHORT_SENTENCE = 10 /* words; under it a second sentence is added */
};

static struct weights weights;
static struct abstract abstract;
static struct candidate candidates[MAX_CANDIDATES];
static struct counts counts[MAX_CANDIDATES];
static double scores[MAX_CANDIDATES];

void
extract_start(void)
{
	char *path = share_path("extract.weights");

	weights_load(&weights, path);
	free(path);
}

void
extract_end(void)
{
	weights_free(&weights);
	abstract_free(&abstract);
}

/* Sets the scores of the candidates. */
static void
score(size_t count, const double *table)
{
	static struct features features;
	static struct survey survey;
	size_t shared = 0;
	double base = 0;

	feature_survey(&survey, &abstract, &weights);
	for (size_t i = 0; i < count; i++) {
		const struct candidate *c = &candidates[i];

		if (i == 0 || c->sentence != candidates[i - 1].sentence) {
			feature_of_sentence(
			    &features, &abstract, &survey, c->sentence);
			shared = features.count;
			base = feature_score(&features, 0, table);
		}
		features.count = shared;
		feature_count(&counts[i], &abstract, &survey, c);
		feature_of_candidate(&features, &abstract, c, &counts[i]);
		scores[i] = base + feature_score(&features, shared, table);
	}
}

/* Tells whether a candidate says more than the title. */
static bool
adds(const struct counts *n)
{
	return n->titled * 10 <= n->content * 9;
}

/*
 * Returns the best candidate that adds to the title and is not of the sentence
 * `not_of`; `count` if there is none.
 */
static size_t
best(size_t count, size_t not_of)
{
	size_t found = count;

	for (size_t i = 0; i < count; i++)
		if (candidates[i].sentence != not_of &&
		    (found == count || scores[i] > scores[found]) &&
		    adds(&counts[i]))
			found = i;
	return found;
}

static void
put_candidate(struct buf *out, const struct candidate *c)
{
	const struct sentence *s = &abstract.sentences[c->sentence];

	compress_put(out, s->line, &s->cuts, c->kept);
}

bool
extract_abstract(struct buf *out, const char *title, const char *text)
{
	size_t count, first, second;

	abstract_read(&abstract, title, text);
	count = feature_candidates(candidates, &abstract);
	score(count,
	    abstract.title.count > 0 ? weights.titled : weights.untitled);
	first = best(count, MAX_SENTENCES);
	if (first == count)
		return false;
	second = counts[first].words < SHORT_SENTENCE
	    ? best(count, candidates[first].sentence)
	    : count;
	if (second == count) {
		put_candidate(out, &candidates[first]);
		return true;
	}
	put_candidate(out, &candidates[first < second ? first : second]);
	if (!phrase_ends((struct span) { out->at, out->len }, "。"))
		buf_char(out, ' ');
	put_candidate(out, &candidates[first < second ? second : first]);
	return true;
}

/* Returns how many words are no stop words. */
static size_t
content(const struct words *words)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++)
		count += !words->at[i].stop;
	return count;
}

static bool
has_stem(const struct words *words, uint64_t stem)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->at[i].stem == stem)
			return true;
	return false;
}

/*
 * Returns how many words of `a` that are no stop words stand in `b` as well.
 */
static size_t
shared(const struct words *a, const struct words *b)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++)
		count += !a->at[i].stop && has_stem(b, a->at[i].stem);
	return count;
}

/*
 * Appends the sentence, compressed. False, and nothing is appended, if that
 * says no more than the title.
 */
static bool
put_sentence(struct buf *out, struct span sentence, const struct words *title)
{
	static struct buf line, raw;
	static struct words words;
	size_t start = out->len;

	buf_clear(&raw);
	buf_add(&raw, sentence.at, sentence.len);
	text_line(&line, raw.at);
	compress(out, line.at);
	words_of(&words, (struct span) { out->at + start, out->len - start });
	if (shared(&words, title) * 5 <= content(&words) * 4)
		return true;
	buf_cut(out, start);
	return false;
}

bool
extract_prose(struct buf *out, const char *title, const char *prose)
{
	static struct words title_words;
	struct span found[USE_NONE] = { { NULL, 0 } }, sentence;
	size_t start = out->len;

	words_of(&title_words, (struct span) { title, strlen(title) });
	while (found[USE_BEST].at == NULL && sentence_next(&prose, &sentence)) {
		enum use use = use_of(&sentence);

		if (use == USE_NONE || found[use].at != NULL ||
		    !put_sentence(out, sentence, &title_words))
			continue;
		found[use] = sentence;
		buf_cut(out, start);
	}
	for (enum use use = USE_BEST; use < USE_NONE; use++)
		if (found[use].at != NULL)
			return put_sentence(out, found[use], &title_words);
	return false;
}
