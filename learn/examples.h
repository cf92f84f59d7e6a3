/*
 * What is learned from: the candidates of many papers, each with its features
 * and what it would gain.
 */
#ifndef EXAMPLES_H
#define EXAMPLES_H

#include <stddef.h>
#include <stdint.h>

#include "weights.h"

/* A feature's value. */
struct value {
	uint16_t feature;
	float value;
};

/* A candidate; its values begin where those of the one before end. */
struct example {
	size_t end;
	double gain;
};

/* All papers. Start with { 0 }. */
struct examples {
	struct value *values;
	struct example *all;
	size_t *papers; /* where the examples of each end */
	size_t value_count, value_capacity;
	size_t count, capacity;
	size_t paper_count, paper_capacity;
	double scales[MAX_FEATURES]; /* see examples_scale() */
};

/*
 * Takes in the papers of the files `operands` that have a title, a text and
 * `references`, of which the first counts; as if they had no title unless
 * `titled`.
 */
void examples_read(struct examples *examples, const struct weights *weights,
    char *const operands[], bool titled);

/*
 * Multiplies each feature by its scale, after which its deviation is 1; a
 * feature that does not vary becomes 0.
 */
void examples_scale(struct examples *examples);

/* Returns where the values of the example `i` begin. */
size_t examples_values(const struct examples *examples, size_t i);

/* Gives everything back. */
void examples_free(struct examples *examples);

#endif
