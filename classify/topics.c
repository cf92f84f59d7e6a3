/*
 * The topics file. A line at the margin opens a section, an indented line
 * gives it terms of one weight.
 */
#include <libgen.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"
#include "share.h"
#include "text.h"
#include "topics.h"

enum {
	MAX_TERM = 200, /* bytes */
	MAX_INCLUDED = 8 /* files within each other */
};

static const struct facet_word {
	const char *word;
	bool named, weighed;
	double in_text; /* how much of a single weight a term in the text has */
} facet_words[FACET_COUNT] = {
	[FACET_PAPER] = { "paper", false, true, 1 },
	[FACET_COMMIT] = { "commit", false, true, 0.25 },
	[FACET_ISSUE] = { "issue", false, true, 0.25 },
	[FACET_RELEASE] = { "release", false, true, 0 },
	[FACET_CATEGORY] = { "category", false, true, 0 },
	[FACET_REPO] = { "repo", false, true, 0 },
	[FACET_AUTHOR] = { "author", false, true, 0 },
	[FACET_LABEL] = { "label", false, true, 0 },
	[FACET_TOPIC] = { "topic", true, true, 1 },
	[FACET_PART] = { "part", true, true, 0.25 },
	[FACET_TYPE] = { "type", true, true, 0 },
	[FACET_KIND] = { "kind", true, true, 0 },
	[FACET_IMPACT] = { "impact", true, true, 0.3 },
	[FACET_FILES] = { "files", true, false, 0 },
	[FACET_MUTE] = { "mute", true, false, 0 },
};

static const char *const area_words[AREA_COUNT] = {
	[AREA_TITLE] = "title",
	[AREA_TEXT] = "text",
	[AREA_LABEL] = "label",
	[AREA_CATEGORY] = "category",
	[AREA_REPO] = "repo",
	[AREA_AUTHOR] = "author",
	[AREA_PATH] = "path",
	[AREA_FACT] = "fact",
};

const char *
topics_facet(enum facet facet)
{
	return facet_words[facet].word;
}

const char *
topics_area(enum area area)
{
	return area_words[area];
}

static double
read_weight(const struct config *file, const char *word, char **rest)
{
	char *end;
	double weight = strtod(word, &end);

	if (end == word || (*end != '\0' && (rest == NULL || *end != '/')) ||
	    !isfinite(weight) || fabs(weight) > 1000)
		config_refuse(file, "not a weight", word);
	if (rest != NULL)
		*rest = end;
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
	topics->sections[i] = (struct section) { .facet = facet,
		.name = arena_str(&topics->text, name) };
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

static void
check_place(const struct config *file, const char *place)
{
	for (size_t i = 0; i < AREA_COUNT; i++)
		if (strcmp(area_words[i], place) == 0)
			return;
	config_refuse(file, "not a place to mute by", place);
}

/* FACET [NAME] [WEIGHT]; weights of the same section add up. */
static size_t
read_section(struct topics *topics, const struct config *file, const char *word,
    char *line)
{
	enum facet facet = read_facet(file, word);
	const char *name = "", *weight;
	size_t section;

	if (facet_words[facet].named && *(name = next_word(&line)) == '\0')
		config_refuse(file, "needs a name", facet_words[facet].word);
	if (facet == FACET_MUTE)
		check_place(file, name);
	section = section_at(topics, facet, name);
	topics->facets |= FACET(facet);
	weight = facet_words[facet].weighed ? next_word(&line) : "";
	if (*weight != '\0') {
		topics->sections[section].wanted = true;
		topics->sections[section].weight += read_weight(
		    file, weight, NULL);
	}
	if (*line != '\0')
		config_refuse(file, "more than a section needs", line);
	return section;
}

static void
add_fact(struct topics *topics, const struct config *file, const char *name)
{
	if (*name == '\0')
		config_refuse(file, "not a fact", "@");
	topics->facts = xgrow(topics->facts, &topics->fact_capacity,
	    topics->fact_count + 1, sizeof *topics->facts);
	topics->facts[topics->fact_count++] = (struct fact) {
		arena_str(&topics->text, name), topics->line_count
	};
}

/* Returns the number of a term. */
static uint16_t
term_at(struct topics *topics, const struct config *file, const char *text)
{
	size_t number;

	if (strlen(text) > MAX_TERM)
		config_refuse(file, "too long for a term", "over 200 bytes");
	number = trie_add(&topics->trie, text);
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
	return (uint16_t)number;
}

static void
add_sense(struct topics *topics, const struct config *file, const char *text)
{
	struct sense sense = { .line = topics->line_count };
	struct term *term;

	sense.at_start_only = *text == '^';
	sense.term = term_at(topics, file, text + sense.at_start_only);
	term = &topics->terms[sense.term];
	topics->senses = xgrow(topics->senses, &topics->sense_capacity,
	    topics->sense_count + 1, sizeof *topics->senses);
	sense.next = term->sense;
	term->sense = topics->sense_count;
	topics->senses[topics->sense_count++] = sense;
}

/* WEIGHT or TITLE/TEXT */
static void
read_weights(const struct config *file, const char *word,
    const struct facet_word *facet, struct term_line *line)
{
	char *rest;

	line->title = read_weight(file, word, &rest);
	line->text = *rest == '/' ? read_weight(file, rest + 1, NULL)
				  : line->title * facet->in_text;
}

/* [WEIGHT] TERM, TERM ... */
static void
read_terms(struct topics *topics, const struct config *file, size_t section,
    char *text)
{
	enum facet facet = topics->sections[section].facet;
	struct term_line line = { .section = section, .facet = facet };
	char *term;

	if (facet_words[facet].weighed)
		read_weights(
		    file, next_word(&text), &facet_words[facet], &line);
	line.first = topics->sense_count;
	while ((term = strsep(&text, ",")) != NULL) {
		term = text_trim(term);
		if (*term == '@')
			add_fact(topics, file, term + 1);
		else
			add_sense(topics, file, term);
	}
	line.count = topics->sense_count - line.first;
	topics->lines = xgrow(topics->lines, &topics->line_capacity,
	    topics->line_count + 1, sizeof *topics->lines);
	topics->lines[topics->line_count++] = line;
}

static void load(struct topics *topics, const char *path, int depth);

/* include NAME: beside the file that says so, else among the data files. */
static void
include(struct topics *topics, const struct config *file, const char *name,
    int depth)
{
	char *path, *beside = xstrdup(file->path), *shared = share_path(name);
	struct buf own = { 0 };

	if (*name == '\0')
		config_refuse(file, "needs a name", "include");
	if (depth == MAX_INCLUDED)
		config_refuse(file, "included by itself", name);
	if (*name == '/')
		buf_str(&own, name);
	else
		buf_printf(&own, "%s/%s", dirname(beside), name);
	path = access(own.at, F_OK) == 0 ? own.at : shared;
	if (access(path, R_OK) != 0)
		config_refuse(file, "cannot be read", name);
	load(topics, path, depth + 1);
	buf_free(&own);
	free(beside);
	free(shared);
}

static void
load(struct topics *topics, const char *path, int depth)
{
	struct config file;
	bool open = false;
	size_t section = 0;
	char *line;

	config_open(&file, path);
	while ((line = config_next(&file)) != NULL) {
		const char *word;

		if (file.indented && !open)
			config_refuse(&file, "terms before any section", line);
		if (file.indented) {
			read_terms(topics, &file, section, line);
			continue;
		}
		word = next_word(&line);
		open = strcmp(word, "include") != 0;
		if (open)
			section = read_section(topics, &file, word, line);
		else
			include(topics, &file, next_word(&line), depth);
	}
	config_close(&file);
}

void
topics_load(struct topics *topics, const char *path)
{
	topics->sense_count = 1;
	load(topics, path, 0);
	trie_settle(&topics->trie);
}

void
topics_free(struct topics *topics)
{
	trie_free(&topics->trie);
	arena_free(&topics->text);
	free(topics->terms);
	free(topics->senses);
	free(topics->lines);
	free(topics->facts);
	free(topics->sections);
	*topics = (struct topics) { 0 };
}
