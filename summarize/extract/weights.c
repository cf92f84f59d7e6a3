/*
 * The table of weights. Its lines: "NAME = TITLED UNTITLED", for texts under a
 * title and without one. A NAME that begins with "cue" or "news" is a phrase;
 * "^" before it ties it to a sentence's start.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "config.h"
#include "text.h"
#include "weights.h"

static const char *const names[FEATURE_CUES] = {
	[FEATURE_FIRST] = "first",
	[FEATURE_LAST] = "last",
	[FEATURE_FIFTH] = "fifth-1",
	[FEATURE_FIFTH + 1] = "fifth-2",
	[FEATURE_FIFTH + 2] = "fifth-3",
	[FEATURE_FIFTH + 3] = "fifth-4",
	[FEATURE_FIFTH + 4] = "fifth-5",
	[FEATURE_PLACE] = "place",
	[FEATURE_PLACE_SQUARED] = "place-squared",
	[FEATURE_BEFORE_WE] = "before-we",
	[FEATURE_FIRST_WE] = "first-we",
	[FEATURE_NEXT_WE] = "next-we",
	[FEATURE_AFTER_WE] = "after-we",
	[FEATURE_BEFORE_NEWS] = "before-news",
	[FEATURE_FIRST_NEWS] = "first-news",
	[FEATURE_NEXT_NEWS] = "next-news",
	[FEATURE_AFTER_NEWS] = "after-news",
	[FEATURE_TITLE_BEST] = "title-best",
	[FEATURE_TITLE_RANK] = "title-rank",
	[FEATURE_CENTRAL_BEST] = "central-best",
	[FEATURE_CENTRAL_RANK] = "central-rank",
	[FEATURE_QUESTION] = "question",
	[FEATURE_LENGTH] = "length-1",
	[FEATURE_LENGTH + 1] = "length-6",
	[FEATURE_LENGTH + 2] = "length-9",
	[FEATURE_LENGTH + 3] = "length-12",
	[FEATURE_LENGTH + 4] = "length-15",
	[FEATURE_LENGTH + 5] = "length-18",
	[FEATURE_LENGTH + 6] = "length-21",
	[FEATURE_LENGTH + 7] = "length-25",
	[FEATURE_LENGTH + 8] = "length-29",
	[FEATURE_LENGTH + 9] = "length-35",
	[FEATURE_LENGTH + 10] = "length-43",
	[FEATURE_WORDS] = "words",
	[FEATURE_WORDS_SQUARED] = "words-squared",
	[FEATURE_HEAD_CUT] = "head-cut",
	[FEATURE_LEAD_CUT] = "lead-cut",
	[FEATURE_LEAD_LEFT] = "lead-left",
	[FEATURE_TAIL + TAIL_NONE] = "tail-none",
	[FEATURE_TAIL + TAIL_CLAUSE] = "tail-clause",
	[FEATURE_TAIL + TAIL_AND] = "tail-and",
	[FEATURE_TAIL + TAIL_RELATIVE] = "tail-relative",
	[FEATURE_TAIL + TAIL_EXAMPLE] = "tail-example",
	[FEATURE_TAIL + TAIL_EFFECT] = "tail-effect",
	[FEATURE_ASIDE_CUT] = "aside-cut",
	[FEATURE_CUT] = "cut",
	[FEATURE_OPENS_WE] = "opens-we",
	[FEATURE_TITLE_RECALL] = "title-recall",
	[FEATURE_TITLE_PRECISION] = "title-precision",
	[FEATURE_TITLE_F1] = "title-f1",
	[FEATURE_TITLE_PAIRS] = "title-pairs",
	[FEATURE_TITLE_ALL] = "title-all",
	[FEATURE_TITLE_ALL_F1] = "title-all-f1",
	[FEATURE_TITLE_ORDER] = "title-order",
	[FEATURE_REPEATED] = "repeated",
	[FEATURE_SPREAD] = "spread",
	[FEATURE_CENTRAL] = "central",
	[FEATURE_FREQUENT] = "frequent",
	[FEATURE_TOP] = "top",
	[FEATURE_LIKE_LAST] = "like-last",
	[FEATURE_STOP_WORDS] = "stop-words",
	[FEATURE_CAPITALS] = "capitals",
	[FEATURE_DIGITS] = "digits",
	[FEATURE_COMMAS] = "commas",
	[FEATURE_LETTERS] = "letters",
};

/* Returns the place of a step in the table; its `stem` is 0 if it is free. */
static const struct cue_step *
step_at(const struct weights *weights, uint16_t from, uint64_t stem)
{
	size_t i = (size_t)((stem + from) * 0x9e3779b97f4a7c15U >> 53);
	const struct cue_step *step = &weights->steps[i];

	while (step->stem != 0 && (step->stem != stem || step->from != from)) {
		i = (i + 1) % CUE_TABLE;
		step = &weights->steps[i];
	}
	return step;
}

/* Returns which feature is named so; FEATURE_CUES: none. */
static size_t
feature_of(const char *name)
{
	size_t i = 0;

	while (i < FEATURE_CUES && strcmp(names[i], name) != 0)
		i++;
	return i;
}

/* Returns the node behind the words, which are taken in if they are new. */
static uint16_t
add_words(struct weights *weights, const struct words *words)
{
	uint16_t node = 0;

	weights->begins[weights_byte(words->at[0].stem)] = true;
	for (size_t i = 0; i < words->count; i++) {
		uint64_t stem = words->at[i].stem;
		const struct cue_step *step = step_at(weights, node, stem);

		if (step->stem == 0)
			weights->steps[step - weights->steps] =
			    (struct cue_step) { stem, node,
				    (uint16_t)++weights->nodes };
		node = step->to;
	}
	return node;
}

/* Takes in a phrase; returns its feature. */
static size_t
add_cue(struct weights *weights, const struct config *config, char *phrase,
    bool news)
{
	struct cue *cue = &weights->cues[weights->count];
	struct words words = { 0 };
	uint16_t *end;

	phrase = text_trim(phrase);
	words_of(&words, (struct span) { phrase, strlen(phrase) });
	if (weights->count == MAX_CUES || words.count == 0 ||
	    words.count > MAX_CUE_WORDS)
		config_refuse(config, "not a phrase, or one too many", phrase);
	end = &weights->ends[add_words(weights, &words)];
	*cue = (struct cue) { .opens = *phrase == '^',
		.news = news,
		.next = *end,
		.name = arena_str(&weights->names, phrase) };
	*end = (uint16_t)(weights->count + 1);
	words_free(&words);
	return FEATURE_CUES + weights->count++;
}

/* Reads "TITLED UNTITLED", the weights of the feature `i`. */
static void
read_weights(
    struct weights *weights, const struct config *config, char *s, size_t i)
{
	char *between, *end;

	weights->titled[i] = strtod(s, &between);
	weights->untitled[i] = strtod(between, &end);
	if (between == s || end == between || *end != '\0')
		config_refuse(config, "not two numbers", text_trim(s));
}

static void
read_line(struct weights *weights, const struct config *config, char *line)
{
	char *value = line;
	size_t feature;

	strsep(&value, "=");
	if (value == NULL)
		config_refuse(config, "not NAME = TITLED UNTITLED", line);
	line = text_trim(line);
	if (strncmp(line, "cue ", 4) == 0)
		feature = add_cue(weights, config, line + 4, false);
	else if (strncmp(line, "news ", 5) == 0)
		feature = add_cue(weights, config, line + 5, true);
	else if ((feature = feature_of(line)) == FEATURE_CUES)
		config_refuse(config, "no feature", line);
	read_weights(weights, config, value, feature);
}

void
weights_load(struct weights *weights, const char *path)
{
	struct config config;
	char *line;

	*weights = (struct weights) { 0 };
	config_open(&config, path);
	while ((line = config_next(&config)) != NULL)
		read_line(weights, &config, line);
	config_close(&config);
}

size_t
weights_cues(const struct weights *weights, const struct word *w,
    const struct word *end, bool opens, uint16_t *cues, size_t room)
{
	const struct cue_step *step;
	uint16_t node = 0;
	size_t count = 0;

	for (; w < end; w++, node = step->to) {
		step = step_at(weights, node, w->stem);
		if (step->stem == 0)
			break;
		for (uint16_t c = weights->ends[step->to]; c > 0;
		     c = weights->cues[c - 1].next)
			if (count < room &&
			    (opens || !weights->cues[c - 1].opens))
				cues[count++] = (uint16_t)(c - 1);
	}
	return count;
}

const char *
weights_name(size_t i)
{
	return names[i];
}

void
weights_free(struct weights *weights)
{
	arena_free(&weights->names);
}
