/*
 * What a sentence of an abstract, cut in one way or another, has for and
 * against it as a summary.
 */
#ifndef FEATURE_H
#define FEATURE_H

#include "abstract.h"
#include "counts.h"
#include "weights.h"

enum {
	MAX_SAID = 48, /* cues of a sentence; more do not count */
	MAX_CANDIDATES = MAX_SENTENCES * (MAX_HEADS + MAX_TAILS)
};

/* A sentence of which the bytes `kept` are left. */
struct candidate {
	size_t sentence;
	struct range kept;
	enum tail_kind tail; /* what is left out behind them */
	size_t first, end; /* its words */
};

/* Features with a value other than 0. */
struct features {
	struct {
		size_t feature;
		double value;
	} at[MAX_FEATURES];
	size_t count;
};

/* How a number varies from sentence to sentence. */
struct variation {
	double most, mean, deviation;
};

/* What sentences are compared by; see feature_survey(). */
struct survey {
	struct counts counts[MAX_SENTENCES];
	uint16_t cues[MAX_SENTENCES][MAX_SAID]; /* each has, and how many */
	size_t cue_counts[MAX_SENTENCES];
	size_t first_we, first_news; /* sentences; their count: there is none */
	struct variation titled, central;
};

/* Sets `all` to the candidates of the abstract; returns how many. */
size_t
feature_candidates(struct candidate *all, const struct abstract *abstract);

/* Looks over the whole abstract. */
void feature_survey(struct survey *survey, struct abstract *abstract,
    const struct weights *weights);

/* Sets `counts` to those of a candidate. */
void feature_count(struct counts *counts, struct abstract *abstract,
    const struct survey *survey, const struct candidate *candidate);

/* Sets `features` to those that all candidates of the sentence `i` share. */
void feature_of_sentence(struct features *features,
    const struct abstract *abstract, const struct survey *survey, size_t i);

/* Appends those of one candidate, whose counts are given. */
void
feature_of_candidate(struct features *features, const struct abstract *abstract,
    const struct candidate *candidate, const struct counts *counts);

/* Returns the sum of the features from the `first` on, weighed. */
double feature_score(
    const struct features *features, size_t first, const double *weights);

#endif
