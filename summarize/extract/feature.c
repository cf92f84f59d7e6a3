/*
 * Features. All values lie between 0 and 1, or near.
 */
#include <math.h>

#include "feature.h"

enum {
	FIFTHS = 5,
	USUAL_WORDS = 25 /* of a sentence */
};

static void
add(struct features *features, size_t feature, double value)
{
	if (value == 0 || features->count == MAX_FEATURES)
		return;
	features->at[features->count].feature = feature;
	features->at[features->count++].value = value;
}

static double
share(size_t part, size_t whole)
{
	return whole > 0 ? (double)part / (double)whole : 0;
}

static bool
is_we(const struct word *word)
{
	return word->stem == ('w' | (uint64_t)'e' << 8);
}

static void
add_candidate(struct candidate *candidate, const struct abstract *a, size_t i,
    size_t from, struct tail tail)
{
	const struct sentence *s = &a->sentences[i];

	*candidate = (struct candidate) { .sentence = i,
		.kept = { from, tail.at },
		.tail = tail.kind,
		.first = from > 0 ? abstract_word_at(a, i, from) : s->first,
		.end = tail.kind != TAIL_NONE ? abstract_word_at(a, i, tail.at)
					      : s->end };
}

size_t
feature_candidates(struct candidate *all, const struct abstract *a)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++) {
		const struct cuts *cuts = &a->sentences[i].cuts;
		size_t bare = cuts->heads[cuts->head_count - 1];

		for (size_t h = 0; h < cuts->head_count; h++)
			add_candidate(&all[count++], a, i, cuts->heads[h],
			    cuts->tails[0]);
		for (size_t t = 1; t < cuts->tail_count; t++)
			add_candidate(
			    &all[count++], a, i, bare, cuts->tails[t]);
	}
	return count;
}

/* Tells whether sentence `i` has the word "we". */
static bool
has_we(const struct abstract *a, size_t i)
{
	for (size_t w = a->sentences[i].first; w < a->sentences[i].end; w++)
		if (is_we(&a->words.at[w]))
			return true;
	return false;
}

/* Finds the cues of sentence `i`; tells whether one announces something. */
static bool
find_cues(struct survey *survey, const struct abstract *a,
    const struct weights *weights, size_t i)
{
	const struct sentence *s = &a->sentences[i];
	const struct word *first = a->words.at + s->first;
	const struct word *end = a->words.at + s->end;
	uint16_t *cues = survey->cues[i];
	size_t count = 0;
	bool news = false;

	for (const struct word *w = first; w < end; w++)
		if (weights_may_begin(weights, w))
			count += weights_cues(weights, w, end, w == first,
			    cues + count, MAX_SAID - count);
	for (size_t k = 0; k < count; k++)
		news |= weights->cues[cues[k]].news;
	survey->cue_counts[i] = count;
	return news;
}

/* Takes the value of one of `count` sentences into account. */
static void
vary(struct variation *v, double value, size_t count)
{
	v->most = fmax(v->most, value);
	v->mean += value / (double)count;
	v->deviation += value * value / (double)count;
}

static void
settle(struct variation *v)
{
	v->deviation = sqrt(fmax(0, v->deviation - v->mean * v->mean));
}

void
feature_survey(
    struct survey *survey, struct abstract *a, const struct weights *weights)
{
	survey->first_we = survey->first_news = a->count;
	survey->titled = survey->central = (struct variation) { 0 };
	for (size_t i = 0; i < a->count; i++) {
		const struct sentence *s = &a->sentences[i];
		struct counts *counts = &survey->counts[i];

		counts_of(counts, a, s->first, s->end);
		if (survey->first_we == a->count && has_we(a, i))
			survey->first_we = i;
		if (find_cues(survey, a, weights, i) &&
		    survey->first_news == a->count)
			survey->first_news = i;
		vary(&survey->titled, (double)counts->titled, a->count);
		vary(&survey->central, counts_centrality(counts), a->count);
	}
	settle(&survey->titled);
	settle(&survey->central);
}

void
feature_count(struct counts *n, struct abstract *a, const struct survey *survey,
    const struct candidate *c)
{
	const struct sentence *s = &a->sentences[c->sentence];

	if (c->first == s->first && c->end == s->end)
		*n = survey->counts[c->sentence];
	else
		counts_of(n, a, c->first, c->end);
}

static void
add_place(
    struct features *f, const struct survey *survey, size_t i, size_t count)
{
	double place = share(i, count - 1);

	add(f, FEATURE_FIRST, i == 0);
	add(f, FEATURE_LAST, i + 1 == count);
	add(f, FEATURE_FIFTH + i * FIFTHS / count, 1);
	add(f, FEATURE_PLACE, place);
	add(f, FEATURE_PLACE_SQUARED, place * place);
	add(f, FEATURE_BEFORE_WE, i < survey->first_we);
	add(f, FEATURE_FIRST_WE, i == survey->first_we);
	add(f, FEATURE_NEXT_WE, i == survey->first_we + 1);
	add(f, FEATURE_AFTER_WE, i > survey->first_we + 1);
	add(f, FEATURE_BEFORE_NEWS, i < survey->first_news);
	add(f, FEATURE_FIRST_NEWS, i == survey->first_news);
	add(f, FEATURE_NEXT_NEWS, i == survey->first_news + 1);
	add(f, FEATURE_AFTER_NEWS, i > survey->first_news + 1);
}

/* Adds how the value compares with that of the other sentences. */
static void
add_rank(struct features *f, size_t best, size_t rank, double value,
    const struct variation *v)
{
	add(f, best, value > 0 && value >= v->most);
	if (v->deviation > 0)
		add(f, rank, (value - v->mean) / v->deviation);
}

void
feature_of_sentence(struct features *f, const struct abstract *a,
    const struct survey *survey, size_t i)
{
	const struct sentence *s = &a->sentences[i];
	const struct counts *counts = &survey->counts[i];

	f->count = 0;
	add_place(f, survey, i, a->count);
	add_rank(f, FEATURE_TITLE_BEST, FEATURE_TITLE_RANK,
	    (double)counts->titled, &survey->titled);
	add_rank(f, FEATURE_CENTRAL_BEST, FEATURE_CENTRAL_RANK,
	    counts_centrality(counts), &survey->central);
	add(f, FEATURE_QUESTION, s->line[s->cuts.tails[0].at - 1] == '?');
	for (size_t k = 0; k < survey->cue_counts[i]; k++)
		add(f, FEATURE_CUES + survey->cues[i][k], 1);
}

static void
add_length(struct features *f, size_t words)
{
	static const size_t from[] = { 1, 6, 9, 12, 15, 18, 21, 25, 29, 35,
		43 };
	double length = share(words, USUAL_WORDS);
	size_t bin = 0;

	while (bin + 1 < sizeof from / sizeof *from && words >= from[bin + 1])
		bin++;
	add(f, FEATURE_LENGTH + bin, 1);
	add(f, FEATURE_WORDS, length);
	add(f, FEATURE_WORDS_SQUARED, length * length);
}

static void
add_cuts(struct features *f, const struct sentence *s,
    const struct candidate *c, size_t words)
{
	size_t bare = s->cuts.heads[s->cuts.head_count - 1];

	add(f, FEATURE_HEAD_CUT, c->kept.from > 0);
	add(f, FEATURE_LEAD_CUT, c->kept.from > 0 && c->kept.from == bare);
	add(f, FEATURE_LEAD_LEFT, c->kept.from < bare);
	add(f, FEATURE_TAIL + c->tail, 1);
	add(f, FEATURE_ASIDE_CUT, s->cuts.aside_count > 0);
	add(f, FEATURE_CUT, 1 - share(words, s->end - s->first));
}

static void
add_title(struct features *f, const struct abstract *a, const struct counts *n)
{
	size_t content = a->title_content, all = a->title.count;

	add(f, FEATURE_TITLE_RECALL, share(n->titled, content));
	add(f, FEATURE_TITLE_PRECISION, share(n->titled, n->content));
	add(f, FEATURE_TITLE_F1, share(2 * n->titled, n->content + content));
	add(f, FEATURE_TITLE_PAIRS, share(n->titled_pairs, content));
	add(f, FEATURE_TITLE_ALL, share(n->titled_all, all));
	add(f, FEATURE_TITLE_ALL_F1,
	    share(2 * n->titled_all, n->different + all));
	add(f, FEATURE_TITLE_ORDER, share(n->titled_order, all));
}

static void
add_words(struct features *f, const struct abstract *a, const struct counts *n)
{
	add(f, FEATURE_REPEATED, share(n->repeated, n->content + 1) / 4);
	add(f, FEATURE_SPREAD, share(n->spread, n->content + 4) / 2);
	add(f, FEATURE_CENTRAL, counts_centrality(n) / 10);
	add(f, FEATURE_FREQUENT, share(n->frequent, n->content + 1));
	add(f, FEATURE_TOP, share(n->top, a->top_words + 1));
	add(f, FEATURE_LIKE_LAST, share(n->last, n->content + 2));
	add(f, FEATURE_STOP_WORDS, share(n->words - n->content, n->words));
	add(f, FEATURE_CAPITALS, share(n->capitals, n->words));
	add(f, FEATURE_DIGITS, share(n->digits, n->words));
	add(f, FEATURE_COMMAS, share(n->commas, n->words));
	add(f, FEATURE_LETTERS, share(n->letters, n->words) / 6);
}

void
feature_of_candidate(struct features *f, const struct abstract *a,
    const struct candidate *c, const struct counts *n)
{
	add_length(f, n->words);
	add_cuts(f, &a->sentences[c->sentence], c, n->words);
	add(f, FEATURE_OPENS_WE,
	    c->first < c->end && is_we(&a->words.at[c->first]));
	add_title(f, a, n);
	add_words(f, a, n);
}

double
feature_score(const struct features *f, size_t first, const double *weights)
{
	double sum = 0;

	for (size_t i = first; i < f->count; i++)
		sum += f->at[i].value * weights[f->at[i].feature];
	return sum;
}
