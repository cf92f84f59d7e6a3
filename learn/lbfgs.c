/*
 * Limited-memory BFGS.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lbfgs.h"

enum {
	MEMORY = 10, /* steps that are remembered */
	MAX_HALVINGS = 30
};

struct state {
	size_t n;
	double *x, *gradient, *direction, *next_x, *next_gradient;
	double *steps[MEMORY], *changes[MEMORY]; /* of x and of the gradient */
	double curvature[MEMORY];
	size_t count; /* of steps so far */
};

static double
dot(const double *a, const double *b, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* Adds `factor` times `a` to `out`. */
static void
add_scaled(double *out, double factor, const double *a, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] += factor * a[i];
}

/* Sets the direction by the two-loop recursion. */
static void
set_direction(struct state *s)
{
	size_t kept = s->count < MEMORY ? s->count : MEMORY, n = s->n;
	double alpha[MEMORY] = { 0 };

	for (size_t i = 0; i < n; i++)
		s->direction[i] = -s->gradient[i];
	for (size_t k = 0; k < kept; k++) {
		size_t i = (s->count - 1 - k) % MEMORY;

		alpha[i] = dot(s->steps[i], s->direction, n) / s->curvature[i];
		add_scaled(s->direction, -alpha[i], s->changes[i], n);
	}
	if (kept > 0) {
		size_t i = (s->count - 1) % MEMORY;
		double scale = s->curvature[i] /
		    dot(s->changes[i], s->changes[i], n);

		for (size_t j = 0; j < n; j++)
			s->direction[j] *= scale;
	}
	for (size_t k = kept; k-- > 0;) {
		size_t i = (s->count - 1 - k) % MEMORY;
		double beta = dot(s->changes[i], s->direction, n) /
		    s->curvature[i];

		add_scaled(s->direction, alpha[i] - beta, s->steps[i], n);
	}
}

/* Remembers the step that was taken, if the function curves upwards there. */
static void
remember(struct state *s)
{
	size_t i = s->count % MEMORY;

	for (size_t j = 0; j < s->n; j++) {
		s->steps[i][j] = s->next_x[j] - s->x[j];
		s->changes[i][j] = s->next_gradient[j] - s->gradient[j];
	}
	s->curvature[i] = dot(s->steps[i], s->changes[i], s->n);
	if (s->curvature[i] > 1e-12)
		s->count++;
}

/* Steps along the direction; returns false if nothing is gained any more. */
static bool
step(struct state *s, double *value, lbfgs_function *function, void *data)
{
	double slope = dot(s->direction, s->gradient, s->n), length = 1;

	for (int i = 0; i < MAX_HALVINGS; i++, length /= 2) {
		double next;

		memcpy(s->next_x, s->x, s->n * sizeof *s->x);
		add_scaled(s->next_x, length, s->direction, s->n);
		next = function(s->next_x, s->next_gradient, s->n, data);
		if (next <= *value + 1e-4 * length * slope) {
			bool gained = *value - next > 1e-9 * fabs(next);

			*value = next;
			remember(s);
			memcpy(s->x, s->next_x, s->n * sizeof *s->x);
			memcpy(
			    s->gradient, s->next_gradient, s->n * sizeof *s->x);
			return gained;
		}
	}
	return false;
}

static double *
numbers(size_t n)
{
	return xmalloc(n * sizeof(double));
}

void
lbfgs_minimise(
    double *x, size_t n, int rounds, lbfgs_function *function, void *data)
{
	struct state s = { .n = n,
		.x = x,
		.gradient = numbers(n),
		.direction = numbers(n),
		.next_x = numbers(n),
		.next_gradient = numbers(n) };
	double value = function(x, s.gradient, n, data);

	for (size_t i = 0; i < MEMORY; i++) {
		s.steps[i] = numbers(n);
		s.changes[i] = numbers(n);
	}
	for (int i = 0; i < rounds; i++) {
		set_direction(&s);
		if (!step(&s, &value, function, data))
			break;
	}
	for (size_t i = 0; i < MEMORY; i++) {
		free(s.steps[i]);
		free(s.changes[i]);
	}
	free(s.gradient);
	free(s.direction);
	free(s.next_x);
	free(s.next_gradient);
}
