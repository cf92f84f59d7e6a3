/*
 * Whom a summary is about.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "statement.h"

/*
 * Checks that a summary of one repository's record is not about another
 * project. "SGLang adds ...", that is a known project's name with a verb at
 * the start of the summary, must be its own, or stand in its title, or begin a
 * sentence of its text. What is said of a project elsewhere in a summary
 * passes.
 */
void subject_check(struct statement *statement);

#endif
