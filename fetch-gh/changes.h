/*
 * What a commit changed: counts, files, patches.
 */
#ifndef CHANGES_H
#define CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/* A file; the patch is cut to what it is given. */
struct change {
	struct buf entry; /* a JSON object without the brace at its end */
	struct buf patch;
	size_t wants; /* bytes of the whole patch; 0: there is none */
};

/* Start with { 0 }. */
struct changes {
	struct change *at; /* the first files */
	size_t count, capacity;
	long long files; /* all of them */
	long long additions, deletions;
	size_t wants; /* bytes of patches that are worth having */
	size_t held; /* bytes of patches that are here */
};

/* Tells whether `page` is one of GitHub's answers about a commit. */
bool changes_are_there(const struct buf *page);

/* Adds what such a page says. */
void changes_read(struct changes *changes, const struct buf *page);

/* Cuts the patches to `bytes` in all, each at the end of a line. */
void changes_cut(struct changes *changes, size_t bytes);

/* Appends the members "stats" and "files". */
void changes_put(struct buf *json, const struct changes *changes);

/* Gives everything back. */
void changes_free(struct changes *changes);

#endif
