/*
 * Logistic regression by coordinate descent. Each step divides the slope by a
 * bound of the curvature (Boehning and Lindsay 1988), so the loss never rises.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "fit.h"

enum {
	MAX_ROUNDS = 300
};

static const double enough = 1e-4; /* the largest change of a weight */
static const double intercept_ridge = 0.01;

/* The problem seen from the features: the examples that have each. */
struct columns {
	size_t *start; /* of each feature in `rows`, and the end */
	uint32_t *rows;
};

/* Where the fit stands. */
struct state {
	double *odds, *residual; /* of each example: log-odds, score - target */
};

static void
columns_make(struct columns *columns, const struct fit *fit)
{
	size_t count = 0, *next;

	for (size_t i = 0; i < fit->example_count; i++)
		count += fit->examples[i].count;
	columns->start = xmalloc(
	    (fit->feature_count + 2) * sizeof *columns->start);
	columns->rows = xmalloc((count + 1) * sizeof *columns->rows);
	memset(columns->start, 0,
	    (fit->feature_count + 2) * sizeof *columns->start);
	next = columns->start + 1;
	for (size_t i = 0; i < fit->example_count; i++)
		for (size_t k = 0; k < fit->examples[i].count; k++)
			next[fit->features[fit->examples[i].first + k] + 1]++;
	for (size_t j = 1; j <= fit->feature_count; j++)
		columns->start[j + 1] += columns->start[j];
	for (size_t i = 0; i < fit->example_count; i++)
		for (size_t k = 0; k < fit->examples[i].count; k++)
			columns->rows[next
				[fit->features[fit->examples[i].first + k]]++] =
			    (uint32_t)i;
}

/* Adds `change` to the log-odds of an example. */
static void
shift(const struct fit *fit, struct state *state, size_t row, double change)
{
	state->odds[row] += change;
	state->residual[row] = 1 / (1 + exp(-state->odds[row])) -
	    fit->examples[row].target;
}

/* Moves one weight towards its best; returns the change. */
static double
move(const struct fit *fit, struct state *state, const uint32_t *rows,
    size_t count, double ridge, double *weight)
{
	double slope = ridge * *weight, change;

	for (size_t i = 0; i < count; i++)
		slope += state->residual[rows[i]];
	change = -slope / (0.25 * (double)count + ridge);
	*weight += change;
	for (size_t i = 0; i < count; i++)
		shift(fit, state, rows[i], change);
	return change;
}

/* The same for the intercept, which all examples have. */
static double
move_intercept(const struct fit *fit, struct state *state, double *intercept)
{
	double slope = intercept_ridge * *intercept, change;

	for (size_t i = 0; i < fit->example_count; i++)
		slope += state->residual[i];
	change = -slope / (0.25 * (double)fit->example_count + intercept_ridge);
	*intercept += change;
	for (size_t i = 0; i < fit->example_count; i++)
		shift(fit, state, i, change);
	return change;
}

double
fit(const struct fit *problem, double *weights)
{
	struct columns columns;
	struct state state;
	size_t size = (problem->example_count + 1) * sizeof *state.odds;
	double intercept = 0, largest = HUGE_VAL;

	columns_make(&columns, problem);
	state.odds = xmalloc(size);
	state.residual = xmalloc(size);
	memset(weights, 0, problem->feature_count * sizeof *weights);
	for (size_t i = 0; i < problem->example_count; i++) {
		state.odds[i] = problem->examples[i].offset;
		shift(problem, &state, i, 0);
	}
	for (int round = 0; round < MAX_ROUNDS && largest > enough; round++) {
		largest = fabs(move_intercept(problem, &state, &intercept));
		for (size_t j = 0; j < problem->feature_count; j++) {
			size_t start = columns.start[j],
			       count = columns.start[j + 1] - start;

			if (count > 0 && problem->ridges[j] >= 0)
				largest = fmax(largest,
				    fabs(move(problem, &state,
					columns.rows + start, count,
					problem->ridges[j], &weights[j])));
		}
	}
	free(state.odds);
	free(state.residual);
	free(columns.start);
	free(columns.rows);
	return intercept;
}
