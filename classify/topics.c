/*
 * The topics file. A line at the margin opens a section, an indented line
 * gives it terms of one weight.
 */
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"
#include "share.h"
#include "terms.h"
#include "topics.h"

enum {
	MAX_INCLUDED = 8 /* files within each other */
};

/* A file that is being read, and the one that includes it. */
struct part {
	const char *path;
	const struct part *of; /* NULL: none does */
	int depth;
};

static const struct facet_rules facets[FACET_COUNT] = {
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

const struct facet_rules *
topics_rules(enum facet facet)
{
	return &facets[facet];
}

const char *
topics_facet(enum facet facet)
{
	return facets[facet].word;
}

const char *
topics_area(enum area area)
{
	return area_words[area];
}

static enum facet
read_facet(const struct config *file, const char *word)
{
	enum facet facet = 0;

	while (facet < FACET_COUNT && strcmp(facets[facet].word, word) != 0)
		facet++;
	if (facet == FACET_COUNT)
		config_refuse(file, "not a sort of section", word);
	return facet;
}

/* Sets `key` to what the index has for a section. */
static void
section_key(struct buf *key, enum facet facet, const char *name)
{
	buf_clear(key);
	buf_str(key, facets[facet].word);
	buf_char(key, ' ');
	buf_str(key, name);
}

size_t
topics_section(const struct topics *topics, enum facet facet, const char *name)
{
	struct buf key = { 0 };
	size_t section;

	section_key(&key, facet, name);
	section = map_get(
	    &topics->section_index, key.at, topics->section_count);
	buf_free(&key);
	return section;
}

/* Returns the section, which an earlier part of the file may have opened. */
static size_t
section_at(struct topics *topics, enum facet facet, const char *name)
{
	struct buf key = { 0 };
	size_t i;

	section_key(&key, facet, name);
	i = *map_at(&topics->section_index, key.at, topics->section_count);
	buf_free(&key);
	if (i < topics->section_count)
		return i;
	topics->sections = xgrow(topics->sections, &topics->section_capacity,
	    i + 1, sizeof *topics->sections);
	topics->sections[i] = (struct section) { .facet = facet,
		.name = arena_str(&topics->text, name) };
	return topics->section_count++;
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

	if (facets[facet].named && *(name = terms_word(&line)) == '\0')
		config_refuse(file, "needs a name", facets[facet].word);
	if (facet == FACET_MUTE)
		check_place(file, name);
	section = section_at(topics, facet, name);
	topics->facets |= FACET(facet);
	weight = facets[facet].weighed ? terms_word(&line) : "";
	if (*weight != '\0') {
		topics->sections[section].wanted = true;
		topics->sections[section].weight += terms_weight(
		    file, weight, NULL);
	}
	if (*line != '\0')
		config_refuse(file, "more than a section needs", line);
	return section;
}

/* Tells whether the file `path` is `part`, or includes it. */
static bool
is_within(const char *path, const struct part *part)
{
	struct stat own, other;

	if (stat(path, &own) != 0)
		return false;
	for (; part != NULL; part = part->of)
		if (stat(part->path, &other) == 0 &&
		    own.st_dev == other.st_dev && own.st_ino == other.st_ino)
			return true;
	return false;
}

static void load(struct topics *topics, const struct part *part);

/* include NAME: beside the file that says so, else among the data files. */
static void
include(struct topics *topics, const struct config *file, const char *name,
    const struct part *of)
{
	char *path, *beside = xstrdup(file->path), *shared = share_path(name);
	struct buf own = { 0 };

	if (*name == '\0')
		config_refuse(file, "needs a name", "include");
	if (of->depth + 1 == MAX_INCLUDED)
		config_refuse(
		    file, "more than 8 files within each other", name);
	if (*name == '/')
		buf_str(&own, name);
	else
		buf_printf(&own, "%s/%s", dirname(beside), name);
	path = access(own.at, F_OK) == 0 ? own.at : shared;
	if (access(path, R_OK) != 0)
		config_refuse(file, "cannot be read", name);
	if (is_within(path, of))
		config_refuse(file, "included by itself", name);
	load(topics, &(struct part) { path, of, of->depth + 1 });
	buf_free(&own);
	free(beside);
	free(shared);
}

static void
load(struct topics *topics, const struct part *part)
{
	struct config file;
	bool open = false, goes_on = false;
	size_t section = 0;
	char *line;

	config_open(&file, part->path);
	while ((line = config_next(&file)) != NULL) {
		const char *word;

		if (file.indented && !open)
			config_refuse(&file, "terms before any section", line);
		if (file.indented) {
			goes_on = terms_read(
			    topics, &file, section, line, goes_on);
			continue;
		}
		if (goes_on)
			config_refuse(&file, "terms end in a comma", line);
		word = terms_word(&line);
		open = strcmp(word, "include") != 0;
		if (open)
			section = read_section(topics, &file, word, line);
		else
			include(topics, &file, terms_word(&line), part);
	}
	if (goes_on)
		config_refuse(&file, "terms end in a comma", "end of file");
	config_close(&file);
}

void
topics_load(struct topics *topics, const char *path)
{
	topics->sense_count = 1;
	load(topics, &(struct part) { path, NULL, 0 });
	trie_settle(&topics->trie);
}

void
topics_free(struct topics *topics)
{
	trie_free(&topics->trie);
	map_free(&topics->section_index);
	map_free(&topics->fact_index);
	arena_free(&topics->text);
	free(topics->terms);
	free(topics->senses);
	free(topics->lines);
	free(topics->facts);
	free(topics->sections);
	*topics = (struct topics) { 0 };
}
