/*
 * What a sentence of a body is good for.
 */
#ifndef USE_H
#define USE_H

#include "scan.h"

enum use {
	USE_BEST, /* it tells what is */
	USE_SHORT, /* so it does, in hardly any words */
	USE_QUESTION,
	USE_NONE
};

/*
 * Tells what the sentence is good for. One that leads up to a list, to code or
 * to an address is cut to what it says without them.
 */
enum use use_of(struct span *sentence);

#endif
