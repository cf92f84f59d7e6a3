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

/* Returns how many bytes they are. */
size_t sentences_size(const struct sentences *sentences);

/* Gives everything back. */
void sentences_free(struct sentences *sentences);

#endif
