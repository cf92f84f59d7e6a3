/*
 * Pages of lists that somebody saved, as records, without a network.
 */
#ifndef PARSE_H
#define PARSE_H

#include <stdio.h>

#include "item.h"
#include "service.h"

struct parse {
	enum item_kind kind;
	const struct service *service;
	const char *repo; /* of objects that do not say theirs; NULL: none */
	struct window window;
	const char *date; /* of the status; NULL: no single day */
};

/*
 * Writes the records of the objects that come out of `in`, and a status. What
 * cannot be read is said on standard error with `name` and its place.
 */
void parse_pages(const struct parse *parse, FILE *in, const char *name);

#endif
