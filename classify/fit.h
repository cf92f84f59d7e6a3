/*
 * Logistic regression with a ridge on sparse features that are there or not:
 * the weights that make the scores of examples closest to what is wanted.
 */
#ifndef FIT_H
#define FIT_H

#include <stddef.h>
#include <stdint.h>

/* What is known of a record: the features that it has, each once. */
struct example {
	size_t first, count; /* of fit.features */
	double target; /* the probability that is wanted, 0 to 1 */
	double offset; /* log-odds that it has without any feature */
};

struct fit {
	const struct example *examples;
	size_t example_count;
	const uint32_t *features; /* of the examples, one after the other */
	const double *ridges; /* of each feature; < 0: it is left out */
	size_t feature_count;
};

/*
 * Sets `weights`, one for each feature, to those that minimise the log-loss of
 * the examples plus half of ridge times weight squared, and returns the
 * intercept, which has no ridge to speak of. Weights of features that are left
 * out, or that no example has, are 0.
 */
double fit(const struct fit *problem, double *weights);

#endif
