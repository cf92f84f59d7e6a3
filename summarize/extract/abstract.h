/*
 * An abstract taken apart: its sentences and their words, and how each word
 * stands in the whole.
 */
#ifndef ABSTRACT_H
#define ABSTRACT_H

#include "buf.h"
#include "compress.h"
#include "vocabulary.h"
#include "words.h"

enum {
	MAX_SENTENCES = 64 /* what follows these is not looked at */
};

struct sentence {
	const char *line; /* as text_line() makes it */
	size_t first, end; /* its words, of all words of the abstract */
	struct cuts cuts;
};

/* A word in its place. */
struct token {
	struct entry *entry;
	bool aside; /* in an aside that is left out */
	bool capital, digit, comma; /* begins with one; a comma follows */
};

/* Start with { 0 }; reused from abstract to abstract. */
struct abstract {
	struct sentence sentences[MAX_SENTENCES];
	size_t count;
	struct words words, title;
	struct token *tokens; /* one for each of the words */
	size_t tokens_capacity;
	size_t title_content; /* different words in the title but stop words */
	uint32_t top_count; /* so often the text has each of its top words */
	size_t top_words; /* how many they are; a dozen, or a little more */
	struct buf text, lines;
	struct vocabulary vocabulary;
};

/* Takes `text` apart, as seen under `title`; both are copied. */
void
abstract_read(struct abstract *abstract, const char *title, const char *text);

/* Returns the first word of sentence `i` at or behind its byte `at`. */
size_t abstract_word_at(const struct abstract *abstract, size_t i, size_t at);

/* Gives everything back. */
void abstract_free(struct abstract *abstract);

#endif
