/*
 * Early ends.
 */
#include <stdbool.h>
#include <string.h>

#include "phrase.h"
#include "tail.h"

/* A phrase with a comma may also stand without it: ", and show". */
static struct phrases also = PHRASES("and achieve ", "and achieves ",
    "and apply ", "and demonstrate ", "and demonstrates ", "and evaluate ",
    "and find ", "and introduce ", "and propose ", "and prove ", "and provide ",
    "and show ", "and shows ", "and study ", "and we ");

/* Only behind a comma; without one they belong to the sentence. */
static struct phrases also_apart = PHRASES("and can ", "and compare ",
    "and discuss ", "and is ", "and present ", "and then ", "and use ");

static struct phrases effects = PHRASES("achieving ", "allowing ",
    "as well as ", "based on ", "by ", "called ", "demonstrating ", "enabling ",
    "hence ", "improving ", "inspired by ", "leading to ", "making ",
    "motivated by ", "outperforming ", "providing ", "reducing ",
    "resulting in ", "showing ", "so that ", "suggesting ", "thereby ", "thus ",
    "to ", "using ", "yielding ");

static struct phrases relatives = PHRASES("in which ", "where ", "which ");

static struct phrases examples = PHRASES(
    "e.g. ", "e.g., ", "i.e. ", "i.e., ", "including ", "namely ", "such as ");

static struct phrases dashes = PHRASES("- ", "-- ", "– ", "— ");

/* Returns the kind of what begins at `s`, behind a comma or only a blank. */
static enum tail_kind
kind_of(const char *s, bool comma)
{
	if (phrase_len(&also, s) > 0 ||
	    (comma && phrase_len(&also_apart, s) > 0))
		return TAIL_AND;
	if (comma ? phrase_len(&relatives, s) > 0
		  : strncmp(s, "which ", 6) == 0)
		return TAIL_RELATIVE;
	if (comma ? phrase_len(&examples, s) > 0
		  : strncmp(s, "such as ", 8) == 0)
		return TAIL_EXAMPLE;
	if (comma && phrase_len(&effects, s) > 0)
		return TAIL_EFFECT;
	if (!comma && phrase_len(&dashes, s) > 0)
		return TAIL_CLAUSE;
	return TAIL_NONE;
}

enum tail_kind
tail_at(const char *p)
{
	const char *rest = p + 1;
	enum tail_kind kind;

	if (*p == ';' || *p == ':') {
		kind = *rest == ' ' ? TAIL_CLAUSE : TAIL_NONE;
	} else {
		if (*p == ',' && *rest++ != ' ')
			return TAIL_NONE;
		kind = kind_of(rest, *p == ',');
	}
	/* Behind another comma the sentence itself may go on. */
	if ((kind == TAIL_RELATIVE || kind == TAIL_EXAMPLE ||
		kind == TAIL_EFFECT) &&
	    strchr(rest, ',') != NULL)
		return TAIL_NONE;
	if (kind != TAIL_NONE && phrase_limits(rest, rest + strlen(rest)))
		return TAIL_NONE;
	return kind;
}
