/*
 * The topics file. A line at the margin opens a section, an indented line
 * gives it terms of one weight.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "text.h"
#include "topics.h"

enum {
	MAX_TERM = 200 /* bytes */
};

static const struct facet_word {
	const char *word;
	bool named;
} facet_words[FACET_COUNT] = {
	[FACET_PAPER] = { "paper", false },
	[FACET_CATEGORY] = { "category", false },
	[FACET_TOPIC] = { "topic", true },
	[FACET_COMMIT] = { "commit", false },
	[FACET_TYPE] = { "type", true },
	[FACET_ISSUE] = { "issue", false },
	[FACET_KIND] = { "kind", true },
	[FACET_IMPACT] = { "impact", true },
	[FACET_RELEASE] = { "release", false },
	[FACET_FLAG] = { "flag", true },
};

const char *
topics_facet(enum facet facet)
{
	return facet_words[facet].word;
}

static double
read_weight(const struct config *file, const char *word)
{
	char *end;
	double weight = strtod(word, &end);

	if (end == word || *end != '\0' || !isfinite(weight) ||
	    fabs(weight) > 1000)
		config_refuse(file, "not a weight", word);
	return weight;
}

static enum facet
read_facet(const struct config *file, const char *word)
{
	enum facet facet = 0;

	while (
	    facet < FACET_COUNT && strcmp(facet_words[facet].word, word) != 0)
		facet++;
	if (facet == FACET_COUNT)
		config_refuse(file, "not a sort of section", word);
	return facet;
}

/* Returns the section, which an earlier part of the file may have opened. */
static size_t
section_at(struct topics *topics, enum facet facet, const char *name)
{
	size_t i = 0;

	while (i < topics->section_count &&
	    (topics->sections[i].facet != facet ||
		strcmp(topics->sections[i].name, name) != 0))
		i++;
	if (i < topics->section_count)
		return i;
	topics->sections = xgrow(topics->sections, &topics->section_capacity,
	    i + 1, sizeof *topics->sections);
	topics->sections[i] = (struct section) { facet,
		arena_str(&topics->text, name), 0 };
	return topics->section_count++;
}

/* Takes the next word off `*rest`; "" when there is none. */
static const char *
next_word(char **rest)
{
	char *word = *rest + strspn(*rest, " \t"), *end;

	end = word + strcspn(word, " \t");
	*rest = *end != '\0' ? end + 1 : end;
	*end = '\0';
	return word;
}

/* FACET [NAME] [WEIGHT] */
static size_t
read_section(struct topics *topics, const struct config *file, char *line)
{
	enum facet facet = read_facet(file, next_word(&line));
	const char *name = "", *weight;
	size_t section;

	if (facet_words[facet].named && *(name = next_word(&line)) == '\0')
		config_refuse(file, "needs a name", facet_words[facet].word);
	section = section_at(topics, facet, name);
	weight = next_word(&line);
	if (*weight != '\0')
		topics->sections[section].weight = read_weight(file, weight);
	if (*line != '\0')
		config_refuse(file, "more than a section needs", line);
	return section;
}

static void
add_term(struct topics *topics, const struct config *file, const char *text,
    struct sense sense)
{
	size_t number = trie_add(&topics->trie, text);
	struct term *term;

	if (strlen(text) > MAX_TERM)
		config_refuse(file, "too long for a term", "over 200 bytes");
	if (number == TRIE_NONE)
		config_refuse(file, "not a term of letters and digits",
		    *text != '\0' ? text : "nothing");
	if (number >= topics->term_count) {
		topics->terms = xgrow(topics->terms, &topics->term_capacity,
		    number + 1, sizeof *topics->terms);
		topics->terms[number] =
		    (struct term) { arena_str(&topics->text, text), 0 };
		topics->term_count = number + 1;
	}
	term = &topics->terms[number];
	if (topics->sense_count == 0)
		topics->sense_count = 1;
	topics->senses = xgrow(topics->senses, &topics->sense_capacity,
	    topics->sense_count + 1, sizeof *topics->senses);
	sense.next = term->sense;
	term->sense = topics->sense_count;
	topics->senses[topics->sense_count++] = sense;
}

/* WEIGHT TERM, TERM ... */
static void
read_terms(struct topics *topics, const struct config *file, size_t section,
    char *line)
{
	const char *weight = next_word(&line);
	struct sense sense = { .section = section,
		.weight = read_weight(file, weight),
		.line = topics->line_count++ };
	char *term;

	while ((term = strsep(&line, ",")) != NULL) {
		term = text_trim(term);
		sense.at_start_only = *term == '^';
		add_term(topics, file, term + sense.at_start_only, sense);
	}
}

void
topics_load(struct topics *topics, const char *path)
{
	struct config file;
	size_t section = 0;
	char *line;

	config_open(&file, path);
	while ((line = config_next(&file)) != NULL) {
		if (!file.indented)
			section = read_section(topics, &file, line);
		else if (topics->section_count > 0)
			read_terms(topics, &file, section, line);
		else
			config_refuse(&file, "terms before any section", line);
	}
	config_close(&file);
}

void
topics_free(struct topics *topics)
{
	trie_free(&topics->trie);
	arena_free(&topics->text);
	free(topics->terms);
	free(topics->senses);
	free(topics->sections);
	*topics = (struct topics) { 0 };
}
