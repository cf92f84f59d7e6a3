/*
 * Learning in two steps. First each word gets the weight by which the words of
 * unlabelled records tell best what the topics file says of them: so words that
 * stand beside its terms come to speak for them. Then what is still wrong by
 * the labels is put right, mostly by the lines of the file, which are few.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "learn.h"
#include "out.h"

enum {
	MIN_EXAMPLES = 5 /* that a word has, else it is not learned */
};

static const double word_ridge = 10, line_ridge = 2, labelled_word_ridge = 25;
static const double least_weight = 0.03; /* that is written of a word */

/* What is learned for the records of one head. */
struct lesson {
	const struct examples *examples;
	const struct topics *topics;
	enum facet own;
	size_t features;
	double *ridges, *weights, *more; /* of each feature */
	double bias;
};

double
learn_label(const struct rec *rec)
{
	struct span span = scan_get(&rec->object, "label");
	char *end;
	double label;

	if (rec_true(rec, "label"))
		return 1;
	if (span.len == 5 && memcmp(span.at, "false", 5) == 0)
		return 0;
	if (span.len == 0 || strchr("\"[{n", *span.at) != NULL)
		return NAN;
	label = strtod(span.at, &end);
	return label >= 0 && label <= 1 ? label : NAN;
}

/*
 * Sets `chosen` to the lesson's examples with or without a label, their targets
 * set; returns how many.
 */
static size_t
choose_examples(
    const struct lesson *lesson, bool labelled, struct example *chosen)
{
	const struct examples *examples = lesson->examples;
	size_t count = 0;

	for (size_t i = 0; i < examples->count; i++) {
		struct example *example = &chosen[count];

		if (examples->owns[i] != lesson->own ||
		    isnan(examples->labels[i]) == labelled)
			continue;
		*example = examples->examples[i];
		example->target = examples->labels[i];
		count++;
	}
	return count;
}

static double
solve(const struct lesson *lesson, const struct example *examples, size_t count,
    double *weights)
{
	const struct fit problem = { examples, count,
		lesson->examples->features, lesson->ridges, lesson->features };

	return fit(&problem, weights);
}

static void
set_ridges(struct lesson *lesson, double lines, double words)
{
	for (size_t i = 0; i < lesson->features; i++)
		lesson->ridges[i] = examples_word(lesson->examples, i) == NULL
		    ? lines
		    : words;
}

/* Rounds as the table will have it; small weights of words are dropped. */
static void
round_weights(const struct lesson *lesson)
{
	for (size_t i = 0; i < lesson->features; i++) {
		double *weight = &lesson->weights[i];

		if (examples_word(lesson->examples, i) != NULL &&
		    fabs(*weight) < least_weight)
			*weight = 0;
		*weight = round(*weight * 100) / 100;
	}
}

/* Learns from unlabelled examples what words say as the topics file does. */
static void
learn_words(struct lesson *lesson, struct example *chosen)
{
	size_t count = choose_examples(lesson, false, chosen);

	for (size_t i = 0; i < count; i++) {
		chosen[i].target = 1 / (1 + exp(-chosen[i].offset));
		chosen[i].offset = 0;
	}
	set_ridges(lesson, -1, word_ridge);
	lesson->bias = solve(lesson, chosen, count, lesson->weights);
	round_weights(lesson);
}

/* Learns from labelled examples what is still wrong. */
static void
learn_labels(struct lesson *lesson, struct example *chosen)
{
	size_t count = choose_examples(lesson, true, chosen);
	const uint32_t *features = lesson->examples->features;

	for (size_t i = 0; i < count; i++) {
		chosen[i].offset += lesson->bias;
		for (size_t k = 0; k < chosen[i].count; k++)
			chosen[i].offset +=
			    lesson->weights[features[chosen[i].first + k]];
	}
	set_ridges(lesson, line_ridge, labelled_word_ridge);
	lesson->bias += solve(lesson, chosen, count, lesson->more);
	for (size_t i = 0; i < lesson->features; i++)
		lesson->weights[i] += lesson->more[i];
	round_weights(lesson);
}

static void
put_weights(struct buf *out, const double *weights)
{
	buf_printf(out, "\t%.2f/%.2f\t", weights[PLACE_TITLE] + 0.0,
	    weights[PLACE_TEXT] + 0.0);
}

/* The terms of a line, as the file has them. */
static void
put_terms(struct buf *out, const struct topics *topics, size_t line)
{
	const struct term_line *terms = &topics->lines[line];
	const char *comma = "";

	for (size_t i = terms->first; i < terms->first + terms->count; i++) {
		const struct sense *sense = &topics->senses[i];

		buf_printf(out, "%s%s%s", comma,
		    sense->at_start_only ? "^" : "",
		    topics->terms[sense->term].text);
		comma = ", ";
	}
	for (size_t i = 0; i < topics->fact_count; i++) {
		if (topics->facts[i].line != line)
			continue;
		buf_printf(out, "%s@%s", comma, topics->facts[i].name);
		comma = ", ";
	}
	buf_char(out, '\n');
}

/* Tells whether the lines of `facet` are found elsewhere than title and text. */
static bool
stands_apart(enum facet facet)
{
	return facet == FACET_CATEGORY || facet == FACET_REPO ||
	    facet == FACET_AUTHOR || facet == FACET_LABEL;
}

/* Writes the learned lines, those of facets that stand apart or the others. */
static void
put_lines(struct buf *out, const struct lesson *lesson, bool apart)
{
	const struct topics *topics = lesson->topics;

	for (size_t i = 0; i < topics->line_count; i++) {
		const double *weights = &lesson->weights[i * PLACE_COUNT];
		enum facet facet = topics->lines[i].facet;

		if (stands_apart(facet) != apart ||
		    (weights[PLACE_TITLE] == 0 && weights[PLACE_TEXT] == 0))
			continue;
		if (apart)
			buf_printf(out, "%s\n", topics_facet(facet));
		put_weights(out, weights);
		put_terms(out, topics, i);
	}
}

static int
by_word(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

/* Writes the learned words in the order of the alphabet. */
static void
put_words(struct buf *out, const struct lesson *lesson)
{
	const struct examples *examples = lesson->examples;
	const char **words = xmalloc(
	    (examples->word_count + 1) * sizeof *words);

	memcpy(words, examples->names, examples->word_count * sizeof *words);
	qsort(words, examples->word_count, sizeof *words, by_word);
	for (size_t i = 0; i < examples->word_count; i++) {
		size_t number = map_get(&examples->words, words[i], 0);
		const double *weights =
		    &lesson->weights[(examples->line_count + number) *
			PLACE_COUNT];

		if (weights[PLACE_TITLE] == 0 && weights[PLACE_TEXT] == 0)
			continue;
		put_weights(out, weights);
		buf_printf(out, "%s\n", words[i]);
	}
	free(words);
}

static void
put_lesson(struct buf *out, const struct lesson *lesson)
{
	buf_printf(out, "\n%s %.2f\n", topics_facet(lesson->own), lesson->bias);
	put_lines(out, lesson, false);
	put_words(out, lesson);
	put_lines(out, lesson, true);
}

/* Learns for the records that the head `own` scores. */
static bool
take_lesson(struct buf *out, const struct examples *examples,
    const struct topics *topics, enum facet own)
{
	struct lesson lesson = { examples, topics, own,
		examples_features(examples), NULL, NULL, NULL, 0 };
	size_t size = (lesson.features + 1) * sizeof *lesson.weights;
	struct example *chosen = xmalloc(
	    (examples->count + 1) * sizeof *chosen);
	bool labelled = choose_examples(&lesson, true, chosen) > 0;

	lesson.ridges = xmalloc(size);
	lesson.weights = xmalloc(size);
	lesson.more = xmalloc(size);
	if (labelled) {
		learn_words(&lesson, chosen);
		learn_labels(&lesson, chosen);
		put_lesson(out, &lesson);
	}
	free(lesson.ridges);
	free(lesson.weights);
	free(lesson.more);
	free(chosen);
	return labelled;
}

bool
learn(struct examples *examples, const struct topics *topics, const char *base)
{
	static const enum facet heads[] = { FACET_PAPER, FACET_COMMIT,
		FACET_ISSUE, FACET_RELEASE };
	struct buf out = { 0 };
	bool any = false;

	examples_settle(examples, MIN_EXAMPLES);
	buf_printf(&out, "include %s\n", base);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		any |= take_lesson(&out, examples, topics, heads[i]);
	if (any)
		out_write(out.at, out.len);
	buf_free(&out);
	return any;
}
