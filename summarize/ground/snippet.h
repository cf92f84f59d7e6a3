/*
 * Code.
 */
#ifndef SNIPPET_H
#define SNIPPET_H

#include "statement.h"

/*
 * Checks the code of a statement, in fences and between backquotes: a line
 * that says something must be a line of the sources, of one side or of both
 * where these are a diff. What is only a name is left, marked as code.
 */
void snippet_check(struct statement *statement);

#endif
