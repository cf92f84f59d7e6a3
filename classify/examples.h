/*
 * The records that are learned from, as the features that each has: the lines
 * of the topics file and the words that were found in it, in title and text
 * apart.
 */
#ifndef EXAMPLES_H
#define EXAMPLES_H

#include "fit.h"
#include "judge.h"
#include "map.h"

/* Where a feature was found. */
enum place {
	PLACE_TITLE, /* or anywhere but in the text */
	PLACE_TEXT,
	PLACE_COUNT
};

/* Start with { 0 }. */
struct examples {
	struct example *examples; /* in the order in which they came */
	enum facet *owns; /* of each: the head that scores it */
	double *labels; /* of each: what its reader said; NAN: nothing */
	uint32_t *features; /* PLACE_COUNT for each line, then for each word */
	size_t count, example_capacity, own_capacity, label_capacity;
	size_t feature_count, feature_capacity;
	size_t line_count; /* of the topics file */
	size_t
	    *seen; /* of each feature: how many examples, when it came last */
	size_t seen_count, seen_capacity;
	struct map words; /* numbers by the word */
	const char **names; /* of the words */
	size_t *word_counts; /* how many examples have each */
	size_t word_count, name_capacity, count_capacity;
};

/*
 * Adds the record that was judged last, with the label of its reader (0 to 1,
 * or NAN).
 */
void examples_add(
    struct examples *examples, const struct judge *judge, double label);

/*
 * Ends the adding: a plural becomes its singular where that is there, and
 * words that fewer than `least` examples have are forgotten.
 */
void examples_settle(struct examples *examples, size_t least);

/* Returns how many features there are: the largest number and one. */
size_t examples_features(const struct examples *examples);

/* Returns the word that a feature is about; NULL: it is about a line. */
const char *examples_word(const struct examples *examples, size_t feature);

/* Gives everything back. */
void examples_free(struct examples *examples);

#endif
