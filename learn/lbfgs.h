/*
 * The minimum of a smooth function of many variables.
 */
#ifndef LBFGS_H
#define LBFGS_H

#include <stddef.h>

/* Returns the function's value at `x` and sets `gradient`; `n` variables. */
typedef double
lbfgs_function(const double *x, double *gradient, size_t n, void *data);

/*
 * Moves `x` to a local minimum by limited-memory BFGS (Liu and Nocedal, 1989)
 * with back-tracking, in at most `rounds` steps. The same call gives the same
 * result.
 */
void lbfgs_minimise(
    double *x, size_t n, int rounds, lbfgs_function *function, void *data);

#endif
