/*
 * Records as features.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ascii.h"
#include "examples.h"

enum {
	MIN_WORD = 2, /* bytes */
	MAX_WORD = 30
};

static struct example *
last_example(struct examples *examples)
{
	return &examples->examples[examples->count - 1];
}

/* Adds a feature to the last example; false: it has it already. */
static bool
add_feature(struct examples *examples, size_t feature)
{
	examples->seen = xgrow(examples->seen, &examples->seen_capacity,
	    feature + 1, sizeof *examples->seen);
	while (examples->seen_count <= feature)
		examples->seen[examples->seen_count++] = 0;
	if (examples->seen[feature] == examples->count)
		return false;
	examples->seen[feature] = examples->count;
	examples->features = xgrow(examples->features,
	    &examples->feature_capacity, examples->feature_count + 1,
	    sizeof *examples->features);
	examples->features[examples->feature_count++] = (uint32_t)feature;
	last_example(examples)->count++;
	return true;
}

/* Tells whether a reason helps in a choice of topics only. */
static bool
is_by_category(const struct topics *topics, const struct reason *reason)
{
	return reason->area == AREA_CATEGORY &&
	    topics->sections[reason->section].facet == FACET_TOPIC;
}

/* The lines of terms that counted, or helped in a choice. */
static void
add_lines(struct examples *examples, const struct points *points)
{
	for (size_t i = 0; i < points->count; i++) {
		const struct reason *reason = &points->reasons[i];
		size_t place = reason->area == AREA_TEXT ? PLACE_TEXT
							 : PLACE_TITLE;

		if (*reason->term != '\0' &&
		    !is_by_category(points->topics, reason))
			add_feature(
			    examples, reason->line * PLACE_COUNT + place);
	}
}

/* Returns the number of a word, which may be new. */
static size_t
word_at(struct examples *examples, const char *word)
{
	size_t *at = map_at(&examples->words, word, examples->word_count);
	size_t number = *at;

	if (number < examples->word_count)
		return number;
	examples->names = xgrow(examples->names, &examples->name_capacity,
	    number + 1, sizeof *examples->names);
	examples->word_counts = xgrow(examples->word_counts,
	    &examples->count_capacity, number + 1,
	    sizeof *examples->word_counts);
	examples->names[number] = arena_str(&examples->words.keys, word);
	examples->word_counts[number] = 0;
	examples->word_count++;
	return number;
}

/* Sets `folded` to the word in lower case; false: it is no word to learn. */
static bool
fold(char *folded, const char *word, size_t len)
{
	bool has_letter = false;

	if (len < MIN_WORD || len > MAX_WORD)
		return false;
	for (size_t i = 0; i < len; i++) {
		folded[i] = ascii_lower(word[i]);
		has_letter |= ascii_is_letter(word[i]);
	}
	folded[len] = '\0';
	return has_letter;
}

static void
add_words(struct examples *examples, const char *text, enum place place)
{
	char folded[MAX_WORD + 1];
	const char *word;
	size_t len;

	while (reading_next_word(&text, &word, &len)) {
		size_t number;

		if (!fold(folded, word, len))
			continue;
		number = word_at(examples, folded);
		if (add_feature(examples,
			(examples->line_count + number) * PLACE_COUNT + place))
			examples->word_counts[number]++;
	}
}

void
examples_add(struct examples *examples, const struct judge *judge, double label)
{
	size_t i = examples->count++;

	examples->line_count = judge->points.topics->line_count;
	examples->examples = xgrow(examples->examples,
	    &examples->example_capacity, i + 1, sizeof *examples->examples);
	examples->owns = xgrow(examples->owns, &examples->own_capacity, i + 1,
	    sizeof *examples->owns);
	examples->labels = xgrow(examples->labels, &examples->label_capacity,
	    i + 1, sizeof *examples->labels);
	examples->examples[i] = (struct example) {
		.first = examples->feature_count,
		.offset = judge->verdict.points,
	};
	examples->owns[i] = judge->manner->own;
	examples->labels[i] = label;
	add_lines(examples, &judge->points);
	add_words(examples, judge->title.at, PLACE_TITLE);
	add_words(examples, judge->text.at, PLACE_TEXT);
}

/* Returns the word that stands for `number`: its singular, if there is one. */
static size_t
singular(const struct examples *examples, size_t number)
{
	const char *word = examples->names[number];
	size_t len = strlen(word), found;
	char stem[MAX_WORD + 1];

	if (word[len - 1] != 's')
		return number;
	memcpy(stem, word, len - 1);
	stem[len - 1] = '\0';
	found = map_get(&examples->words, stem, number);
	return examples->word_counts[found] > 0 ? found : number;
}

/* Adds the features of a settled example again, by `stand_ins` of words. */
static void
settle_example(struct examples *examples, const struct example *old,
    const uint32_t *features, const size_t *stand_ins)
{
	size_t lines = examples->line_count * PLACE_COUNT;

	for (size_t i = 0; i < old->count; i++) {
		size_t feature = features[old->first + i], word;

		if (feature >= lines) {
			word = stand_ins[(feature - lines) / PLACE_COUNT];
			if (word == examples->word_count)
				continue;
			feature = lines + word * PLACE_COUNT +
			    (feature - lines) % PLACE_COUNT;
		}
		add_feature(examples, feature);
	}
}

void
examples_settle(struct examples *examples, size_t least)
{
	size_t count = examples->count, *stand_ins;
	struct examples old = *examples;

	stand_ins = xmalloc((old.word_count + 1) * sizeof *stand_ins);
	for (size_t i = 0; i < old.word_count; i++)
		stand_ins[i] = singular(examples, i);
	for (size_t i = 0; i < old.word_count; i++)
		if (stand_ins[i] != i)
			examples->word_counts[stand_ins[i]] +=
			    examples->word_counts[i];
	for (size_t i = 0; i < old.word_count; i++)
		if (examples->word_counts[stand_ins[i]] < least)
			stand_ins[i] = old.word_count;
	examples->features = NULL;
	examples->seen_count = 0;
	examples->feature_count = examples->feature_capacity = 0;
	for (examples->count = 0; examples->count < count;) {
		struct example before = old.examples[examples->count++];

		last_example(examples)->first = examples->feature_count;
		last_example(examples)->count = 0;
		settle_example(examples, &before, old.features, stand_ins);
	}
	free(old.features);
	free(stand_ins);
}

size_t
examples_features(const struct examples *examples)
{
	return (examples->line_count + examples->word_count) * PLACE_COUNT;
}

const char *
examples_word(const struct examples *examples, size_t feature)
{
	size_t number = feature / PLACE_COUNT;

	return number < examples->line_count
	    ? NULL
	    : examples->names[number - examples->line_count];
}

void
examples_free(struct examples *examples)
{
	free(examples->examples);
	free(examples->owns);
	free(examples->labels);
	free(examples->features);
	free(examples->seen);
	free(examples->names);
	free(examples->word_counts);
	map_free(&examples->words);
	*examples = (struct examples) { 0 };
}
