/*
 * Grounding: which claims of a statement its sources do not support. A claim
 * is what can be looked up: a number with its unit, a name, a version, a path,
 * an address, a line of code. Statements that agree with no source in other
 * ways, by an inference or a word, pass.
 *
 *	ground_clear(ground);
 *	ground_take(ground, rec);
 *	if (ground_check(ground, summary, &findings) > 0)
 *		...
 *
 * With the one record of an item taken, its summary is checked; with those of
 * a day, its digest: in a sentence that names a repository, what is claimed
 * must stand in records of that repository.
 */
#ifndef GROUND_H
#define GROUND_H

#include <stdbool.h>
#include <stddef.h>

#include "alloc.h"
#include "rec.h"

enum {
	GROUND_MAX_SOURCE = 32 * 1024 * 1024, /* bytes that are remembered */
	GROUND_MAX_STATEMENT = 64 * 1024, /* bytes that are looked at */
	GROUND_MAX_LISTED = 100, /* findings that are named */
	GROUND_MAX_REPOS = 62 /* further ones are held to be one */
};

enum ground_kind {
	GROUND_CODE, /* a line of code */
	GROUND_URL,
	GROUND_SHA,
	GROUND_REF, /* the number of an issue or a pull request */
	GROUND_PATH,
	GROUND_IDENTIFIER, /* or a version: FP8, v0.6.5, block_tables */
	GROUND_NUMBER, /* with its unit */
	GROUND_PRODUCT, /* a known engine, model, vendor or piece of hardware */
	GROUND_SUBJECT, /* the project that a summary begins with */
	GROUND_EXPANSION, /* what an acronym is said to stand for */
	GROUND_EMOJI,
	GROUND_LENGTH, /* the statement is too long: its end was not read */
	GROUND_ACRONYM, /* soft from here on */
	GROUND_NAME,
	GROUND_KINDS
};

/* A claim that no source supports. */
struct ground_finding {
	enum ground_kind kind;
	bool hard; /* wrong; else only worth a warning */
	const char *token; /* as the statement has it, on one line */
	const char *repo; /* whose records lack it; NULL: all that were taken */
};

/* What a statement claims without support. Start with { 0 }. */
struct ground_findings {
	struct ground_finding *list; /* GROUND_MAX_LISTED at the most */
	size_t count, capacity;
	size_t hard, soft; /* how many there are, listed or not */
	size_t claims; /* how many were looked up */
	struct arena tokens;
};

struct ground;

/* Returns a ground without sources; ground_free() it. */
struct ground *ground_new(void);

/* Forgets all sources and keeps the room. */
void ground_clear(struct ground *ground);

/* Gives everything back. */
void ground_free(struct ground *ground);

/*
 * Takes a record as a source: all strings and numbers in it, at any depth, but
 * those of `summary`, `class` and `label`, which others than its author made.
 */
void ground_take(struct ground *ground, const struct rec *rec);

/* Takes any other text that may be repeated, such as the counts of a day. */
void ground_take_text(struct ground *ground, const char *text);

/*
 * Tells whether a source was larger than what can be remembered; part of it
 * was not taken then, and ground_check() finds nothing, for it cannot know.
 */
bool ground_is_full(const struct ground *ground);

/*
 * Sets `findings` to the claims of `text` (UTF-8) that no source supports, in
 * the order of the text for each kind, each once; returns how many are hard.
 * The time it takes grows with the sources and the text, never with their
 * product.
 */
size_t ground_check(
    struct ground *ground, const char *text, struct ground_findings *findings);

/* Returns the English name of a kind: "number". */
const char *ground_kind_name(enum ground_kind kind);

/* Gives back what findings hold; they can be used again. */
void ground_findings_free(struct ground_findings *findings);

#endif
