/*
 * A day told by models: all its records are read, asked about, and written with
 * what was said. Where no model answers, or none says what may be published,
 * the embedded summariser stands in.
 */
#ifndef CONSULT_H
#define CONSULT_H

#include "day.h"
#include "model/server.h"

/*
 * Does the work of the stage on the files in `operands`. The exit status is
 * PARTIAL if a summary was wanted of a model and none answered.
 */
void
consult(struct day *day, const struct server *server, char *const operands[]);

#endif
