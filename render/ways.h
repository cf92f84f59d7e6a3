/*
 * Where a reader can go from a page: the files that --nav names.
 */
#ifndef WAYS_H
#define WAYS_H

#include "buf.h"
#include "lang.h"

/* In the order in which they are shown; first the same in other languages. */
enum way {
	WAY_LANG,
	WAY_PREVIOUS = WAY_LANG + LANG_COUNT, /* the report before */
	WAY_ALL, /* the page of all reports */
	WAY_FEED, /* of a feed: itself */
	WAY_COUNT
};

/* Start with { 0 }. */
struct ways {
	struct buf files[WAY_COUNT]; /* relative addresses; empty: none */
};

/*
 * Takes "WHERE=FILE" of the command line, WHERE being a language's code, prev,
 * all or feed; ends the program with status 2 if it is nothing of the kind.
 */
void ways_option(struct ways *ways, const char *argument);

/* Returns the language of a way below WAY_PREVIOUS. */
enum lang ways_lang(size_t way);

/* Returns the address of `way`, seen from the page; NULL if it has none. */
const char *ways_get(const struct ways *ways, size_t way);

/* Gives everything back. */
void ways_free(struct ways *ways);

#endif
