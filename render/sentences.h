/*
 * Lines of text, one after the other.
 */
#ifndef SENTENCES_H
#define SENTENCES_H

#include <stddef.h>

/* Start with { 0 }. */
struct sentences {
	char **at;
	size_t count, capacity;
};

/* Appends a copy of `s`. */
void sentences_add(struct sentences *sentences, const char *s);

/* Gives everything back. */
void sentences_free(struct sentences *sentences);

#endif
