/*
 * What each feature of a sentence is worth: a learned table, and the phrases
 * that it names.
 */
#ifndef WEIGHTS_H
#define WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "alloc.h"
#include "tail.h"
#include "words.h"

/* Features of a sentence, then those of what is left of it when it is cut. */
enum feature {
	FEATURE_FIRST,
	FEATURE_LAST,
	FEATURE_FIFTH, /* of the text in which it stands; five features */
	FEATURE_PLACE = FEATURE_FIFTH + 5,
	FEATURE_PLACE_SQUARED,
	FEATURE_BEFORE_WE, /* before the first sentence with "we" */
	FEATURE_FIRST_WE,
	FEATURE_NEXT_WE,
	FEATURE_AFTER_WE,
	FEATURE_BEFORE_NEWS, /* before the first that announces something */
	FEATURE_FIRST_NEWS,
	FEATURE_NEXT_NEWS,
	FEATURE_AFTER_NEWS,
	FEATURE_TITLE_BEST, /* none has more words of the title */
	FEATURE_TITLE_RANK, /* how many more than usual, in deviations */
	FEATURE_CENTRAL_BEST, /* none has more words of the others */
	FEATURE_CENTRAL_RANK,
	FEATURE_QUESTION,
	FEATURE_LENGTH, /* in words; the first of eleven features */
	FEATURE_WORDS = FEATURE_LENGTH + 11,
	FEATURE_WORDS_SQUARED,
	FEATURE_HEAD_CUT,
	FEATURE_LEAD_CUT, /* all of the lead-in is */
	FEATURE_LEAD_LEFT,
	FEATURE_TAIL, /* what is left out at the end: by enum tail_kind */
	FEATURE_ASIDE_CUT = FEATURE_TAIL + TAIL_KINDS,
	FEATURE_CUT, /* the share of words */
	FEATURE_OPENS_WE,
	FEATURE_TITLE_RECALL, /* of words that are no stop words */
	FEATURE_TITLE_PRECISION,
	FEATURE_TITLE_F1,
	FEATURE_TITLE_PAIRS, /* words side by side */
	FEATURE_TITLE_ALL, /* recall of all words */
	FEATURE_TITLE_ALL_F1,
	FEATURE_TITLE_ORDER, /* recall of words in their order */
	FEATURE_REPEATED, /* how often the text has its words */
	FEATURE_SPREAD, /* how many other sentences have them */
	FEATURE_CENTRAL, /* the same, less by the length */
	FEATURE_FREQUENT,
	FEATURE_TOP, /* how many of the most frequent words it has */
	FEATURE_LIKE_LAST, /* words of the last sentence */
	FEATURE_STOP_WORDS,
	FEATURE_CAPITALS,
	FEATURE_DIGITS,
	FEATURE_COMMAS,
	FEATURE_LETTERS,
	FEATURE_CUES /* the sentence has cue 0; others follow */
};

enum {
	MAX_CUES = 200,
	MAX_CUE_WORDS = 5,
	MAX_FEATURES = FEATURE_CUES + MAX_CUES,
	MAX_NODES = MAX_CUES * MAX_CUE_WORDS,
	CUE_TABLE = 2048 /* places; a power of two */
};

/* A phrase that speaks for or against a sentence. */
struct cue {
	bool opens; /* it counts at the start of a sentence alone */
	bool news; /* it announces what the text is about */
	uint16_t next; /* the next one with the same words, from 1; 0: none */
	const char *name; /* as the table spells it */
};

/* What follows one word more: phrases are read word by word. */
struct cue_step {
	uint64_t stem; /* 0: a free place */
	uint16_t from, to; /* nodes; phrases begin at node 0 */
};

struct weights {
	double titled[MAX_FEATURES]; /* for texts under a title */
	double untitled[MAX_FEATURES];
	struct cue cues[MAX_CUES];
	size_t count;
	struct cue_step steps[CUE_TABLE]; /* by node and stem */
	uint16_t
	    ends[MAX_NODES + 1]; /* the cue at each node, from 1; 0: none */
	size_t nodes;
	bool begins[UINT8_MAX + 1]; /* a cue, by a byte made of the stem */
	struct arena names;
};

/*
 * Reads the table `path`; ends the program with status 2 and the place if it
 * cannot be read.
 */
void weights_load(struct weights *weights, const char *path);

/* Returns one byte made of all of the stem. */
static inline uint8_t
weights_byte(uint64_t stem)
{
	return (uint8_t)(stem * 0x9e3779b97f4a7c15U >> 56);
}

/* Tells whether a cue may begin with the word: most words begin none. */
static inline bool
weights_may_begin(const struct weights *weights, const struct word *word)
{
	return weights->begins[weights_byte(word->stem)];
}

/*
 * Sets `cues` to the numbers of the cues whose words stand at `w`, of words
 * that end at `end`; returns how many, at most `room`. `opens`: a sentence
 * begins here.
 */
size_t weights_cues(const struct weights *weights, const struct word *w,
    const struct word *end, bool opens, uint16_t *cues, size_t room);

/* Returns the name of the feature `i` that is not of a cue. */
const char *weights_name(size_t i);

/* Gives everything back. */
void weights_free(struct weights *weights);

#endif
