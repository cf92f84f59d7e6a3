/*
 * What the terms of a record say for the sections of the topics file.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "points.h"

/* How much a term counts by where it stands. */
static const double factor[FACET_COUNT][AREA_COUNT] = {
	[FACET_PAPER] = { [AREA_TITLE] = 1, [AREA_TEXT] = 1 },
	[FACET_TOPIC] = { [AREA_TITLE] = 1, [AREA_TEXT] = 1 },
	[FACET_CATEGORY] = { [AREA_CATEGORY] = 1 },
	[FACET_COMMIT] = { [AREA_TITLE] = 1, [AREA_TEXT] = 0.25 },
	[FACET_TYPE] = { [AREA_TITLE] = 1 },
	[FACET_ISSUE] = { [AREA_TITLE] = 1,
	    [AREA_TEXT] = 0.25,
	    [AREA_LABELS] = 1 },
	[FACET_KIND] = { [AREA_TITLE] = 1, [AREA_LABELS] = 1 },
	[FACET_IMPACT] = { [AREA_TITLE] = 1,
	    [AREA_TEXT] = 0.3,
	    [AREA_LABELS] = 0.5 },
	[FACET_RELEASE] = { [AREA_TITLE] = 1 },
};

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
	memset(points->sums, 0,
	    points->topics->section_count * sizeof *points->sums);
}

static void
add_reason(struct points *points, struct reason reason)
{
	points->sums[reason.section] += reason.points;
	points->reasons = xgrow(points->reasons, &points->capacity,
	    points->count + 1, sizeof *points->reasons);
	points->reasons[points->count++] = reason;
}

/* Tells whether a sense of a term that was hit in `area` gives points. */
static bool
applies(const struct points *points, const struct sense *sense, unsigned facets,
    enum area area, bool at_start)
{
	enum facet facet = points->topics->sections[sense->section].facet;

	return (facets & FACET(facet)) != 0 && factor[facet][area] != 0 &&
	    points->lines[sense->line] != points->text_number &&
	    (!sense->at_start_only || (at_start && area == AREA_TITLE));
}

void
points_for_text(
    struct points *points, unsigned facets, enum area area, const char *text)
{
	const struct topics *topics = points->topics;

	points->text_number++;
	trie_match(&topics->trie, text, &points->hits);
	for (size_t i = 0; i < points->hits.count; i++) {
		const struct trie_hit *hit = &points->hits.hits[i];
		const struct term *term = &topics->terms[hit->term];
		const struct sense *sense;

		for (size_t at = term->sense; at != 0; at = sense->next) {
			enum facet facet;

			sense = &topics->senses[at];
			facet = topics->sections[sense->section].facet;
			if (!applies(
				points, sense, facets, area, hit->at_start))
				continue;
			points->lines[sense->line] = points->text_number;
			add_reason(points,
			    (struct reason) { term->text, sense->section, area,
				sense->weight * factor[facet][area], true });
		}
	}
}

void
points_for_section(struct points *points, const struct section *section)
{
	size_t i = (size_t)(section - points->topics->sections);

	if (section->weight != 0)
		add_reason(points,
		    (struct reason) {
			"", i, AREA_TITLE, section->weight, true });
}

void
points_favour(
    struct points *points, enum facet facet, const char *name, double favour)
{
	const struct topics *topics = points->topics;

	for (size_t i = 0; i < topics->section_count; i++)
		if (topics->sections[i].facet == facet &&
		    strcmp(topics->sections[i].name, name) == 0)
			points->sums[i] += favour;
}

double
points_of(const struct points *points, const struct section *section)
{
	return points->sums[section - points->topics->sections];
}

void
points_free(struct points *points)
{
	free(points->reasons);
	free(points->sums);
	free(points->lines);
	trie_hits_free(&points->hits);
}
