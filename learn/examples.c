/*
 * Examples from papers.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "examples.h"
#include "feature.h"
#include "gain.h"
#include "rec.h"

static void
add_example(struct examples *e, const struct features *features, double gain)
{
	for (size_t i = 0; i < features->count; i++) {
		e->values = xgrow(e->values, &e->value_capacity,
		    e->value_count + 1, sizeof *e->values);
		e->values[e->value_count++] =
		    (struct value) { (uint16_t)features->at[i].feature,
			    (float)features->at[i].value };
	}
	e->all = xgrow(e->all, &e->capacity, e->count + 1, sizeof *e->all);
	e->all[e->count++] = (struct example) { e->value_count, gain };
}

/* Returns what the candidate gains as a summary. */
static double
gain_of_candidate(const struct abstract *a, const struct candidate *c,
    const struct words *reference)
{
	struct buf text = { 0 };
	struct words words = { 0 };
	double gain;

	compress_put(&text, a->sentences[c->sentence].line,
	    &a->sentences[c->sentence].cuts, c->kept);
	words_of(&words, (struct span) { text.at, text.len });
	gain = gain_of(&words, reference);
	words_free(&words);
	buf_free(&text);
	return gain;
}

static void
add_paper(struct examples *e, struct abstract *a, const struct weights *weights,
    const struct words *reference)
{
	static struct candidate all[MAX_CANDIDATES];
	static struct features features;
	size_t count = feature_candidates(all, a), shared = 0;
	struct survey survey;

	feature_survey(&survey, a, weights);
	for (size_t i = 0; i < count; i++) {
		struct counts counts;

		if (i == 0 || all[i].sentence != all[i - 1].sentence) {
			feature_of_sentence(
			    &features, a, &survey, all[i].sentence);
			shared = features.count;
		}
		features.count = shared;
		feature_count(&counts, a, &survey, &all[i]);
		feature_of_candidate(&features, a, &all[i], &counts);
		add_example(
		    e, &features, gain_of_candidate(a, &all[i], reference));
	}
	e->papers = xgrow(e->papers, &e->paper_capacity, e->paper_count + 1,
	    sizeof *e->papers);
	e->papers[e->paper_count++] = e->count;
}

void
examples_read(struct examples *e, const struct weights *weights,
    char *const operands[], bool titled)
{
	static struct abstract abstract;
	struct rec_in in;
	struct buf title = { 0 }, text = { 0 };
	struct words reference = { 0 };

	rec_open(&in, operands);
	while (rec_next(&in)) {
		jv references = rec_value(&in.rec, "references");
		const char *first = json_item_str(references, 0);

		rec_line(&in.rec, "title", &title);
		if (rec_str(&in.rec, "text", &text) != NULL && first != NULL) {
			words_of(
			    &reference, (struct span) { first, strlen(first) });
			abstract_read(
			    &abstract, titled ? title.at : "", text.at);
			if (abstract.count > 0)
				add_paper(e, &abstract, weights, &reference);
		}
		json_free(references);
	}
	rec_close(&in);
	words_free(&reference);
	buf_free(&title);
	buf_free(&text);
	abstract_free(&abstract);
}

void
examples_scale(struct examples *e)
{
	double sums[MAX_FEATURES] = { 0 }, squares[MAX_FEATURES] = { 0 };

	for (size_t i = 0; i < e->value_count; i++) {
		double value = (double)e->values[i].value;

		sums[e->values[i].feature] += value;
		squares[e->values[i].feature] += value * value;
	}
	for (size_t i = 0; i < MAX_FEATURES; i++) {
		double mean = sums[i] / (double)e->count;
		double variance = squares[i] / (double)e->count - mean * mean;

		e->scales[i] = variance > 1e-9 ? 1 / sqrt(variance) : 0;
	}
	for (size_t i = 0; i < e->value_count; i++)
		e->values[i].value *= (float)e->scales[e->values[i].feature];
}

size_t
examples_values(const struct examples *e, size_t i)
{
	return i > 0 ? e->all[i - 1].end : 0;
}

void
examples_free(struct examples *e)
{
	free(e->values);
	free(e->all);
	free(e->papers);
}
