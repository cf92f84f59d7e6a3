/*
 * What became of a day's summaries, and what they have cost.
 */
#ifndef BILL_H
#define BILL_H

#include <stddef.h>

#include "model/ask.h"
#include "model/server.h"
#include "model/subject.h"

/* Start with { 0 }. */
struct bill {
	size_t all; /* summaries that were wanted of a model */
	size_t answered;
	size_t replaced; /* what the models said could not be published */
	size_t left_out; /* for want of budget */
	size_t unanswered; /* by any model */
	size_t sent, received; /* tokens for all of them, whenever it was */
};

/* Takes a subject into account. */
void bill_take(struct bill *bill, const struct subject *subject);

/*
 * Writes the `status` record of the day `date` (may be empty), if anything was
 * wanted of a model. It is the same whether answers came over the network or had been kept.
 */
void bill_write(const struct bill *bill, const struct server *server,
    const char *date, const struct asked *asked);

/* Says it on standard error; the exit status is PARTIAL if a model failed. */
void bill_tell(const struct bill *bill, const struct asked *asked);

#endif
