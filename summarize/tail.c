/*
 * Early ends.
 */
#include <stdbool.h>
#include <string.h>

#include "phrase.h"
#include "tail.h"

/* A phrase with a comma may also stand without it: ", and show". */
static const char *const also[] = { "and we ", "and show ", "and shows ",
	"and demonstrate ", "and demonstrates ", "and prove ", "and evaluate ",
	"and provide ", "and propose ", "and apply ", "and achieve ",
	"and achieves ", "and introduce ", "and find ", "and study " };

/* Only behind a comma; without one they belong to the sentence. */
static const char *const also_apart[] = { "and use ", "and discuss ",
	"and can ", "and is ", "and then ", "and compare ", "and present " };

static const char *const effects[] = { "thereby ", "thus ", "hence ",
	"leading to ", "resulting in ", "enabling ", "achieving ", "making ",
	"allowing ", "yielding ", "improving ", "reducing ", "outperforming ",
	"providing ", "showing ", "demonstrating ", "suggesting ", "so that ",
	"as well as ", "by ", "using ", "based on ", "inspired by ",
	"motivated by ", "called ", "to " };

static const char *const relatives[] = { "which ", "where ", "in which " };

static const char *const examples[] = { "such as ", "including ", "e.g., ",
	"e.g. ", "i.e., ", "i.e. ", "namely " };

static const char *const dashes[] = { "– ", "— ", "- ", "-- " };

/* Returns the kind of what begins at `s`, behind a comma or only a blank. */
static enum tail_kind
kind_of(const char *s, bool comma)
{
	if (PHRASE_LEN(s, also) > 0 || (comma && PHRASE_LEN(s, also_apart) > 0))
		return TAIL_AND;
	if (comma ? PHRASE_LEN(s, relatives) > 0 : strncmp(s, "which ", 6) == 0)
		return TAIL_RELATIVE;
	if (comma ? PHRASE_LEN(s, examples) > 0
		  : strncmp(s, "such as ", 8) == 0)
		return TAIL_EXAMPLE;
	if (comma && PHRASE_LEN(s, effects) > 0)
		return TAIL_EFFECT;
	if (!comma && PHRASE_LEN(s, dashes) > 0)
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
