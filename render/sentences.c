/*
 * Lines of text, one after the other.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "sentences.h"

void
sentences_add(struct sentences *sentences, const char *s)
{
	sentences->at = xgrow(sentences->at, &sentences->capacity,
	    sentences->count + 1, sizeof *sentences->at);
	sentences->at[sentences->count++] = xstrdup(s);
}

size_t
sentences_size(const struct sentences *sentences)
{
	size_t size = 0;

	for (size_t i = 0; i < sentences->count; i++)
		size += strlen(sentences->at[i]);
	return size;
}

void
sentences_free(struct sentences *sentences)
{
	for (size_t i = 0; i < sentences->count; i++)
		free(sentences->at[i]);
	free(sentences->at);
	*sentences = (struct sentences) { 0 };
}
