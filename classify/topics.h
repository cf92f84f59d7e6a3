/*
 * What the reader wants to hear of: the topics file, in memory.
 */
#ifndef TOPICS_H
#define TOPICS_H

#include <stdbool.h>
#include <stddef.h>

#include "map.h"
#include "trie.h"

/* What a section of the file is about. */
enum facet {
	FACET_PAPER, /* terms for or against any paper */
	FACET_COMMIT, /* for or against a commit or a pull request */
	FACET_ISSUE, /* for or against an issue */
	FACET_RELEASE, /* for or against a release */
	FACET_CATEGORY, /* the primary one of a paper */
	FACET_REPO,
	FACET_AUTHOR,
	FACET_LABEL,
	FACET_TOPIC, /* NAME: a subject of papers */
	FACET_PART, /* NAME: a subject of everything else */
	FACET_TYPE, /* NAME: of a commit or a pull request */
	FACET_KIND, /* NAME: of an issue */
	FACET_IMPACT, /* NAME: of an issue */
	FACET_FILES, /* NAME: a sort of file, by its path */
	FACET_MUTE, /* NAME: where a term stands that mutes the record */
	FACET_COUNT
};

/* Where in a record a term was found. */
enum area {
	AREA_TITLE,
	AREA_TEXT,
	AREA_LABEL,
	AREA_CATEGORY, /* the primary one */
	AREA_REPO,
	AREA_AUTHOR,
	AREA_PATH,
	AREA_FACT,
	AREA_COUNT
};

struct section {
	enum facet facet;
	const char *name; /* "" where the facet has no names */
	double weight; /* of the section itself, in log-odds */
	bool wanted; /* it has a weight, be it 0 */
};

/* A line of terms, which are alternatives to each other. */
struct term_line {
	double title, text; /* what it weighs, by where a term is found */
	uint32_t section;
	enum facet facet; /* the section's */
	size_t first, count; /* its senses */
};

/* What a term says by one of its lines. */
struct sense {
	uint32_t line;
	uint32_t next; /* another sense of the same term; 0: none */
	uint16_t term;
	bool at_start_only;
	unsigned char facet; /* the line's, beside what is read with it */
};

struct term {
	const char *text;
	uint32_t sense; /* the first; 0 is unused */
};

/* Start with { 0 }. */
struct topics {
	struct trie trie;
	struct term *terms; /* by the numbers of the trie */
	struct sense *senses;
	struct term_line *lines;
	struct section *sections;
	struct fact *facts; /* terms with an @ */
	size_t term_count, term_capacity;
	size_t sense_count, sense_capacity;
	size_t line_count, line_capacity;
	size_t section_count, section_capacity;
	size_t fact_count, fact_capacity;
	unsigned facets; /* those that have sections */
	struct map section_index; /* sections by facet and name */
	struct map fact_index; /* the first fact of each name */
	struct arena text;
};

/* A set of facets. */
#define FACET(facet) (1U << (facet))

/* A term that is no text: what is said of the record as a whole. */
struct fact {
	const char *name; /* without the @ */
	size_t line;
};

/*
 * Reads the file `path` and those that it includes; ends the program with
 * status 2 and the place if one cannot be read or a line is wrong. See TOPICS
 * in classify(1).
 */
void topics_load(struct topics *topics, const char *path);

/* Returns the number of a section; section_count if there is none. */
size_t
topics_section(const struct topics *topics, enum facet facet, const char *name);

/* How the sections of a facet are written. */
struct facet_rules {
	const char *word;
	bool named, weighed;
	double in_text; /* how much of a single weight a term in the text has */
};

const struct facet_rules *topics_rules(enum facet facet);

/* Returns the word for a facet, as the file has it. */
const char *topics_facet(enum facet facet);

/* Returns the word for an area. */
const char *topics_area(enum area area);

/* Gives everything back. */
void topics_free(struct topics *topics);

#endif
