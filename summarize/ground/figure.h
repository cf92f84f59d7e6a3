/*
 * Numbers and dates.
 */
#ifndef FIGURE_H
#define FIGURE_H

#include "statement.h"

/*
 * Checks the numbers of a statement that are left when all else is understood.
 * Dates are not looked up, nor one, two and three in words.
 */
void figure_check(struct statement *statement);

/* Blanks the dates of a statement. */
void figure_pass_dates(struct statement *statement);

#endif
