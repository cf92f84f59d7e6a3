/*
 * What the reader wants to hear of: the topics file, in memory.
 */
#ifndef TOPICS_H
#define TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "alloc.h"
#include "trie.h"

/* What a section of the file is about. */
enum facet {
	FACET_PAPER, /* terms for or against any paper */
	FACET_CATEGORY, /* of a paper */
	FACET_TOPIC, /* NAME: a subject */
	FACET_COMMIT, /* terms for or against a commit or a pull request */
	FACET_TYPE, /* NAME: of a commit or a pull request */
	FACET_ISSUE, /* terms for or against an issue */
	FACET_KIND, /* NAME: of an issue */
	FACET_IMPACT, /* NAME: of an issue */
	FACET_RELEASE, /* terms for or against a release */
	FACET_FLAG, /* NAME: a member of the record that is true */
	FACET_COUNT
};

struct section {
	enum facet facet;
	const char *name; /* "" where the facet has no names */
	double weight; /* of the section itself, in log-odds */
};

/* What a term says for one section. */
struct sense {
	size_t section;
	double weight;
	size_t line; /* of the file: terms of one line are alternatives */
	bool at_start_only;
	size_t next; /* another sense of the same term; 0: none */
};

struct term {
	const char *text;
	size_t sense; /* the first; 0 is unused */
};

/* Start with { 0 }. */
struct topics {
	struct trie trie;
	struct term *terms; /* by the numbers of the trie */
	struct sense *senses;
	struct section *sections;
	size_t term_count, term_capacity;
	size_t sense_count, sense_capacity;
	size_t section_count, section_capacity;
	size_t line_count; /* senses have lines below this */
	struct arena text;
};

/*
 * Reads the file `path`; ends the program with status 2 and the place if it
 * cannot be read or a line of it is wrong. See topics in classify(1).
 */
void topics_load(struct topics *topics, const char *path);

/* Returns the word for a facet, as the file has it. */
const char *topics_facet(enum facet facet);

/* Gives everything back. */
void topics_free(struct topics *topics);

#endif
