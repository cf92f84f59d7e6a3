/*
 * What the terms of a record say for the sections of the topics file.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "points.h"

void
points_start(struct points *points, const struct topics *topics)
{
	*points = (struct points) { .topics = topics };
	points->sums = xmalloc(
	    (topics->section_count + 1) * sizeof *points->sums);
	points->lines = xmalloc(
	    (topics->line_count + 1) * sizeof *points->lines);
	memset(
	    points->lines, 0, (topics->line_count + 1) * sizeof *points->lines);
}

void
points_clear(struct points *points)
{
	points->count = 0;
	points->muted = NULL;
	memset(points->sums, 0,
	    points->topics->section_count * sizeof *points->sums);
}

static inline void
add_reason(struct points *points, const char *term, size_t line, size_t section,
    enum area area, double given)
{
	points->sums[section] += given;
	points->reasons = xgrow(points->reasons, &points->capacity,
	    points->count + 1, sizeof *points->reasons);
	points->reasons[points->count++] = (struct reason) { term, given,
		(uint32_t)line, (uint32_t)section, area, true };
}

void
points_begin(struct points *points)
{
	points->text_number++;
}

/* Returns what a line weighs in an area. Where code is says half of what. */
static double
weight_in(const struct term_line *line, enum area area)
{
	bool where = area == AREA_PATH || area == AREA_REPO;

	if (area == AREA_TEXT)
		return line->text;
	return where && line->facet == FACET_PART ? line->title / 2
						  : line->title;
}

/* Gives the points of a line of terms, once in each text. */
static void
count_line(
    struct points *points, size_t number, const char *term, enum area area)
{
	const struct term_line *line = &points->topics->lines[number];
	double weight = weight_in(line, area);

	if (weight == 0 || points->lines[number] == points->text_number)
		return;
	points->lines[number] = points->text_number;
	add_reason(points, term, number, line->section, area, weight);
}

/* Takes note of a term under "mute", if that names the area. */
static void
mute(struct points *points, const struct term_line *line, const char *term,
    enum area area)
{
	const char *place = points->topics->sections[line->section].name;

	if (points->muted == NULL && strcmp(place, topics_area(area)) == 0)
		points->muted = term;
}

static void
count_term(struct points *points, const struct match_hit *hit, unsigned facets,
    enum area area)
{
	const struct topics *topics = points->topics;
	const struct term *term = &topics->terms[hit->term];
	const struct sense *sense;

	for (size_t at = term->sense; at != 0; at = sense->next) {
		sense = &topics->senses[at];
		if ((facets & FACET(sense->facet)) == 0 ||
		    (sense->at_start_only &&
			(!hit->at_start || area != AREA_TITLE)))
			continue;
		if (sense->facet == FACET_MUTE)
			mute(points, &topics->lines[sense->line], term->text,
			    area);
		else
			count_line(points, sense->line, term->text, area);
	}
}

void
points_for_text(
    struct points *points, unsigned facets, enum area area, const char *text)
{
	facets &= points->topics->facets;
	if (facets == 0)
		return;
	points_begin(points);
	match_text(&points->topics->trie, text, &points->match);
	for (size_t i = 0; i < points->match.count; i++)
		count_term(points, &points->match.hits[i], facets, area);
}

void
points_for_fact(struct points *points, unsigned facets, const struct fact *fact)
{
	const struct term_line *line = &points->topics->lines[fact->line];

	if ((facets & FACET(line->facet)) == 0)
		return;
	if (line->facet == FACET_MUTE)
		mute(points, line, fact->name, AREA_FACT);
	else
		count_line(points, fact->line, fact->name, AREA_FACT);
}

void
points_for_section(struct points *points, const struct section *section)
{
	size_t i = (size_t)(section - points->topics->sections);

	if (section->weight != 0)
		add_reason(points, "", i, i, AREA_TITLE, section->weight);
}

void
points_favour(
    struct points *points, enum facet facet, const char *name, double favour)
{
	size_t section = topics_section(points->topics, facet, name);

	if (section < points->topics->section_count)
		points->sums[section] += favour;
}

void
points_free(struct points *points)
{
	free(points->reasons);
	free(points->sums);
	free(points->lines);
	match_free(&points->match);
}
