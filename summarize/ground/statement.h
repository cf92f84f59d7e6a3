/*
 * A statement while it is checked. Each kind of claim is found by a function
 * of its own, which blanks what it has understood, so that no other takes it
 * for something else; the order matters, see ground_check().
 */
#ifndef STATEMENT_H
#define STATEMENT_H

#include "buf.h"
#include "ground.h"
#include "seek.h"

/* A part of the statement that is about certain repositories, or about any. */
struct clause {
	size_t end;
	uint64_t scope;
	const char *repo; /* the first that is named, or NULL */
};

/* Start with { 0 }. */
struct statement {
	struct seek *seek;
	struct ground_findings *findings;
	struct buf text; /* normal */
	struct buf code; /* for each byte of it: is it in a code span? */
	struct clause *clauses;
	size_t clause_count, clause_capacity;
};

/*
 * Begins to check the `len` bytes at `s` by asking `seek`; what nobody says is
 * added to `findings`.
 */
void statement_start(struct statement *statement, struct seek *seek,
    struct ground_findings *findings, const char *s, size_t len);

/*
 * The `len` bytes of the text at `at` are a claim of a kind that `who` makes
 * as well: a finding, unless those make it whom the clause is about.
 */
void statement_claim(struct statement *statement, enum ground_kind kind,
    size_t at, size_t len, uint64_t who);

/* Replaces what has been understood by blanks. */
void statement_blank(struct statement *statement, size_t at, size_t len);

/* Marks bytes as code. */
void statement_mark_code(struct statement *statement, size_t at, size_t len);

/* Gives everything back. */
void statement_free(struct statement *statement);

#endif
