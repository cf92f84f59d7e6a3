/*
 * A paper, whichever transport it came by.
 */
#ifndef PAPER_H
#define PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "buf.h"

/* Strings one behind the other, each with a NUL behind it. */
struct strings {
	struct buf bytes;
	size_t count;
};

/* How a paper was listed. */
enum paper_announce {
	PAPER_UNSAID,
	PAPER_NEW,
	PAPER_CROSS, /* from a category that was not asked for */
	PAPER_REPLACE
};

/* What arXiv says of a paper; strings are empty where it says nothing. */
struct paper {
	struct buf id; /* without version: "2602.02061", "math/0611800" */
	int version; /* 0: not said */
	struct buf title, abstract;
	struct buf published, updated; /* RFC 3339 */
	bool by_day; /* they are days */
	time_t stamped; /* the day of the last change; 0: not said */
	time_t listed; /* the day of the listing; 0: not said */
	enum paper_announce announce;
	struct strings authors, categories; /* the primary category first */
	struct buf comment, doi, journal;
};

/* Forgets everything about the paper, keeping the room. */
void paper_clear(struct paper *paper);

/*
 * Sets id and version from any form in which arXiv names a paper:
 * "http://arxiv.org/abs/2602.02061v1", "arXiv:math.CA/0611800v2", "….pdf".
 * False: it is none.
 */
bool paper_set_id(struct paper *paper, const char *name);

/* Appends `s` to the strings. */
void strings_add(struct strings *strings, const char *s);

/* Tells whether `s` is among the strings. */
bool strings_have(const struct strings *strings, const char *s);

/*
 * Tells whether `s` is a category of arXiv, and not one of the ACM or MSC
 * classes that its feeds mix with them.
 */
bool paper_is_category(const char *s);

/* Puts `category`, if it is one, before the others: it is the primary one. */
void paper_put_first(struct paper *paper, const char *category);

/* What the record says of a paper's listing. */
struct paper_listing {
	time_t announced; /* its day; 0: not known */
	enum paper_announce announce;
	bool late; /* it belongs to an earlier day */
};

/* Appends the record of the paper and a line feed to `json`. */
void paper_record(const struct paper *paper,
    const struct paper_listing *listing, struct buf *json);

/* Gives the room back. */
void paper_free(struct paper *paper);

#endif
