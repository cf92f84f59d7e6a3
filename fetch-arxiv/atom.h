/*
 * The Atom feed in which arXiv's query interface answers.
 */
#ifndef ATOM_H
#define ATOM_H

#include <stdbool.h>
#include <stddef.h>

#include "paper.h"

/* Takes a paper of a feed; what it points at is gone afterwards. */
typedef void atom_take(void *data, const struct paper *paper);

/* What a feed says of itself. */
struct atom_feed {
	long total; /* results of the query; -1: not said */
	size_t
	    entries; /* how many are here, those that could not be used too */
	size_t unusable; /* entries without a paper's identifier */
	bool is_error; /* it is no answer, but says what was wrong */
};

/*
 * Parses the `len` bytes of a feed, which a NUL must follow, and gives each
 * paper to `take`; bytes that XML forbids are replaced. False, with
 * `reason` set to one line, when they are no whole feed, or tell of an error;
 * papers that stood before the fault have been taken then. Elements are known
 * by namespace and name, never by prefix or order.
 */
bool atom_parse(const char *bytes, size_t len, struct atom_feed *feed,
    atom_take *take, void *data, struct buf *reason);

#endif
