/*
 * A saved answer of arXiv's, read instead of asking.
 */
#ifndef SAVED_H
#define SAVED_H

#include "request.h"

/*
 * Reads the file `path` ("-" is standard input) and writes a record for each
 * paper as it comes. A file that cannot be read, or holds no paper and has no
 * end, ends in status 3; one that breaks off later, in status 1.
 */
void saved_read(const struct request *request, const char *path);

#endif
