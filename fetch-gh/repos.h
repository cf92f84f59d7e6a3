/*
 * The repositories that are asked for, each once, in the order named.
 */
#ifndef REPOS_H
#define REPOS_H

#include <stdbool.h>
#include <stddef.h>

#include "alloc.h"

/* Start with { 0 }. */
struct repos {
	const char **names; /* OWNER/REPO */
	size_t count, capacity;
	struct arena text;
};

/* Tells whether `s` is OWNER/REPO, of the characters that GitHub allows. */
bool repos_is_name(const char *s);

/* Adds the operand `name`; one that is no name ends the program, status 2. */
void repos_add(struct repos *repos, const char *name);

/* Adds those that the file `path` names, one on a line; likewise. */
void repos_read(struct repos *repos, const char *path);

/* Gives everything back. */
void repos_free(struct repos *repos);

#endif
