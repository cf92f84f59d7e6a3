/*
 * What is thought of a record: its score, its subjects, its sort, and why.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include <stdbool.h>

#include "buf.h"
#include "rec.h"
#include "topics.h"

/* Where in a record a term was found. */
enum area {
	AREA_TITLE,
	AREA_TEXT,
	AREA_LABELS,
	AREA_CATEGORY, /* the primary one */
	AREA_COUNT
};

enum {
	MAX_NAMED_TOPICS = 3
};

/* What counts for a kind of record. */
struct manner {
	const char *kind;
	enum facet own; /* terms for or against it */
	enum facet sort; /* its type is one of these; FACET_COUNT: none */
	const char *usual_sort; /* the type where no term tells */
	bool is_paper; /* topics and category count, the text has no template */
	bool has_impact;
};

/* What a term in the record said for a section. */
struct reason {
	const char *term; /* "" for the section itself */
	size_t section;
	enum area area;
	double points; /* log-odds */
	bool counts; /* in the score; else only in a choice */
};

struct verdict {
	double points, score; /* log-odds; probability */
	const char *topics[MAX_NAMED_TOPICS];
	size_t topic_count;
	const char *type, *impact; /* NULL where the kind has none */
};

/* Start with judge_start(). */
struct judge {
	const struct topics *topics;
	struct verdict verdict; /* on the last record */
	struct reason *reasons; /* as they came */
	size_t reason_count, reason_capacity;
	double *sums; /* of the points for each section */
	size_t *lines; /* the text in which each line of terms counted last */
	size_t text_number; /* counts the texts */
	struct trie_hits hits;
	struct buf text, prose;
};

/* Prepares to judge by `topics`, which must outlive the judge. */
void judge_start(struct judge *judge, const struct topics *topics);

/*
 * Judges the record and sets `verdict` and `reasons`, which live until the
 * next call. False: the record is of no kind that is judged.
 */
bool judge_record(struct judge *judge, const struct rec *rec);

/* Counts a section that applies to the record as a whole. */
void judge_count(struct judge *judge, const struct section *section);

/* Gives everything back. */
void judge_free(struct judge *judge);

#endif
