/*
 * learn-extract TABLE PAPERS...: prints the table of weights anew, learned from
 * papers with one-line summaries that people wrote. The phrases are those of
 * TABLE; its numbers do not matter. The same input gives the same bytes.
 *
 * What is maximised is the gain to be expected when a candidate is drawn with
 * a probability that grows with its score. The weights are means over several
 * samples of the papers, since those of a single fit follow its accidents.
 */
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cli.h"
#include "diag.h"
#include "examples.h"
#include "lbfgs.h"

enum {
	ROUNDS = 200
};

/* How to learn; found by trying, on papers that are not learned from. */
struct method {
	bool titled;
	double decay; /* of the squares of the weights */
	uint32_t samples;
};

static const struct method titled_method = { true, 5e-4, 20 };
static const struct method untitled_method = { false, 1e-2, 30 };

static const struct cli_option options[] = { { 0 } };

static const struct cli cli = {
	.name = "learn-extract",
	.about = "Learns how to choose a sentence of an abstract.",
	.synopsis = "[-hqVv] TABLE [FILE ...]",
	.options = options,
};

/* A fit to one sample of the papers. */
struct fit {
	const struct examples *examples;
	const struct method *method;
	uint32_t sample;
	double *odds; /* room for one number an example */
};

/* Returns a number that looks like chance, the same one every time. */
static uint32_t
scramble(uint32_t x)
{
	x = (x ^ x >> 16) * 0x7feb352dU;
	x = (x ^ x >> 15) * 0x846ca68bU;
	return x ^ x >> 16;
}

/* Each sample is about half of the papers. */
static bool
is_in_sample(const struct fit *fit, size_t paper)
{
	return scramble((uint32_t)paper * 1000 + fit->sample) % 2 == 1;
}

/*
 * Sets the odds of the examples from `from` up to `to`; returns the gain that
 * is expected.
 */
static double
expect(const struct fit *fit, const double *x, size_t from, size_t to)
{
	const struct examples *e = fit->examples;
	size_t v = examples_values(e, from);
	double best = -HUGE_VAL, sum = 0, gain = 0;

	for (size_t i = from; i < to; i++) {
		fit->odds[i] = 0;
		for (; v < e->all[i].end; v++)
			fit->odds[i] += x[e->values[v].feature] *
			    (double)e->values[v].value;
		best = fmax(best, fit->odds[i]);
	}
	for (size_t i = from; i < to; i++)
		sum += fit->odds[i] = exp(fit->odds[i] - best);
	for (size_t i = from; i < to; i++) {
		fit->odds[i] /= sum;
		gain += fit->odds[i] * e->all[i].gain;
	}
	return gain;
}

/* Adds to the gradient what one paper asks for; returns its expected gain. */
static double
pull(const struct fit *fit, const double *x, double *gradient, size_t from,
    size_t to)
{
	const struct examples *e = fit->examples;
	double gain = expect(fit, x, from, to);
	double weight = 2 / (double)e->paper_count; /* of half of them */
	size_t v = examples_values(e, from);

	for (size_t i = from; i < to; i++) {
		double push = fit->odds[i] * (e->all[i].gain - gain) * weight;

		for (; v < e->all[i].end; v++)
			gradient[e->values[v].feature] -= push *
			    (double)e->values[v].value;
	}
	return gain * weight;
}

/* What is minimised: see lbfgs_function. */
static double
loss(const double *x, double *gradient, size_t n, void *data)
{
	const struct fit *fit = data;
	const struct examples *e = fit->examples;
	double loss = 0;

	for (size_t i = 0; i < n; i++) {
		gradient[i] = fit->method->decay * x[i];
		loss += fit->method->decay * x[i] * x[i] / 2;
	}
	for (size_t i = 0, from = 0; i < e->paper_count; from = e->papers[i++])
		if (is_in_sample(fit, i))
			loss -= pull(fit, x, gradient, from, e->papers[i]);
	return loss;
}

/* Sets `table` to the weights that are best for the papers in the files. */
static void
learn(double *table, const struct method *method, const struct weights *weights,
    char *const operands[])
{
	static double x[MAX_FEATURES];
	struct examples examples = { 0 };
	struct fit fit = { &examples, method, 0, NULL };

	examples_read(&examples, weights, operands, method->titled);
	examples_scale(&examples);
	fit.odds = xmalloc(examples.count * sizeof *fit.odds);
	for (; fit.sample < method->samples; fit.sample++) {
		memset(x, 0, sizeof x);
		lbfgs_minimise(x, MAX_FEATURES, ROUNDS, loss, &fit);
		for (size_t i = 0; i < MAX_FEATURES; i++)
			table[i] += x[i] * examples.scales[i] /
			    (double)method->samples;
	}
	free(fit.odds);
	examples_free(&examples);
}

static void
print_table(
    const struct weights *weights, const double *titled, const double *untitled)
{
	printf("# What speaks for a sentence of an abstract, under a title and "
	       "without\n# one: learned by `make learn-extract`.\n");
	for (size_t i = 0; i < FEATURE_CUES; i++)
		printf("%s = %.2f %.2f\n", weights_name(i), titled[i],
		    untitled[i]);
	printf("\n# Phrases; news announces what a paper is about, ^ is the "
	       "start.\n");
	for (size_t i = 0; i < weights->count; i++)
		printf("%s %s = %.2f %.2f\n",
		    weights->cues[i].news ? "news" : "cue",
		    weights->cues[i].name, titled[FEATURE_CUES + i],
		    untitled[FEATURE_CUES + i]);
}

int
main(int argc, char *argv[])
{
	static struct weights weights;
	static double titled[MAX_FEATURES], untitled[MAX_FEATURES];

	while (cli_next(&cli, argc, argv) != -1)
		;
	if (argc - optind < 2)
		diag_usage("a table and papers are needed");
	weights_load(&weights, argv[optind]);
	learn(titled, &titled_method, &weights, argv + optind + 1);
	learn(untitled, &untitled_method, &weights, argv + optind + 1);
	print_table(&weights, titled, untitled);
	weights_free(&weights);
	return cli_finish();
}
