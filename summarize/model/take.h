/*
 * What a reply of a model leads to.
 */
#ifndef TAKE_H
#define TAKE_H

#include "round.h"

/*
 * Settles the subjects of a batch that the reply answers, and puts those again
 * that may be asked about once more; see ask.h for how often that is. What the
 * server refuses is left out from then on.
 */
void
take_reply(struct round *round, struct batch *batch, const struct reply *reply);

#endif
