/*
 * Formulas in TeX, and those that say no more than a line of plain text does.
 */
#ifndef FORMULA_H
#define FORMULA_H

#include "buf.h"
#include "scan.h"

/*
 * Appends the formula in dollars at the beginning of `text` and returns its
 * length; 0 if there is none. One that holds nothing but numbers and signs
 * becomes plain text: `$10\times$` is 10×, `$\approx 0.5\%$` is ≈ 0.5%,
 * `$10^{-3}$` is 10⁻³. Any other stays to the byte: variables are told from
 * words by being in a formula.
 */
size_t formula_put(struct buf *out, struct span text);

#endif
