/*
 * What is said of a record as a whole.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "facts.h"

enum {
	SMALL = 10, /* lines of source */
	LARGE = 200,
	MAX_FILES = 300 /* that are looked at; GitHub tells no more at once */
};

static struct fact_rule
rule_of(const struct topics *topics, const char *fact)
{
	if (strncmp(fact, "only-", 5) == 0)
		return (struct fact_rule) { RULE_ONLY,
			topics_section(topics, FACET_FILES, fact + 5) };
	if (strncmp(fact, "some-", 5) == 0)
		return (struct fact_rule) { RULE_SOME,
			topics_section(topics, FACET_FILES, fact + 5) };
	if (strcmp(fact, "no-source") == 0)
		return (struct fact_rule) { RULE_NO_SOURCE, 0 };
	if (strcmp(fact, "small") == 0)
		return (struct fact_rule) { RULE_SMALL, 0 };
	if (strcmp(fact, "large") == 0)
		return (struct fact_rule) { RULE_LARGE, 0 };
	return (struct fact_rule) { RULE_MEMBER, 0 };
}

void
facts_start(struct facts *facts, const struct topics *topics)
{
	*facts = (struct facts) { .topics = topics };
	facts->sorts = xmalloc(
	    (topics->section_count + 1) * sizeof *facts->sorts);
	facts->sorts[topics->section_count] = 0;
	facts->rules = xmalloc((topics->fact_count + 1) * sizeof *facts->rules);
	for (size_t i = 0; i < topics->fact_count; i++)
		facts->rules[i] = rule_of(topics, topics->facts[i].name);
}

/* Returns the first section of `facet` that has a term in the path. */
static size_t
section_of_path(const struct facts *facts, enum facet facet)
{
	const struct topics *topics = facts->topics;
	size_t best = topics->section_count;

	for (size_t i = 0; i < facts->match.count; i++) {
		size_t at = topics->terms[facts->match.hits[i].term].sense;

		for (; at != 0; at = topics->senses[at].next) {
			const struct sense *sense = &topics->senses[at];
			size_t section = topics->lines[sense->line].section;

			if (sense->facet == facet && section < best &&
			    (!sense->at_start_only ||
				facts->match.hits[i].at_start))
				best = section;
		}
	}
	return best;
}

static bool
is_muted(const struct facts *facts)
{
	const struct topics *topics = facts->topics;
	size_t section = section_of_path(facts, FACET_MUTE);

	return section < topics->section_count &&
	    strcmp(topics->sections[section].name, topics_area(AREA_PATH)) == 0;
}

/* Returns the lines that the object says are added and deleted. */
static double
changed_lines(const struct object *object, double otherwise)
{
	return scan_number(scan_get(object, "additions"), otherwise) +
	    scan_number(scan_get(object, "deletions"), 0);
}

static void
take_file(struct facts *facts, struct span file)
{
	size_t sort;

	buf_clear(&facts->path);
	if (!scan_members(&facts->object, file) ||
	    !scan_string(&facts->path, scan_get(&facts->object, "path")))
		return;
	buf_add(&facts->paths, facts->path.at, facts->path.len);
	buf_char(&facts->paths, '\n');
	match_text(&facts->topics->trie, facts->path.at, &facts->match);
	sort = section_of_path(facts, FACET_FILES);
	facts->files++;
	facts->muted += is_muted(facts);
	if (sort < facts->topics->section_count) {
		facts->sorts[sort]++;
		return;
	}
	facts->source_files++;
	if (facts->source_lines < 0)
		facts->source_lines = 0;
	facts->source_lines += changed_lines(&facts->object, 0);
}

void
facts_read(struct facts *facts, const struct rec *rec)
{
	struct span rest = scan_get(&rec->object, "files"), file;

	facts->files = facts->source_files = facts->muted = 0;
	facts->source_lines = -1;
	buf_clear(&facts->paths);
	memset(facts->sorts, 0,
	    facts->topics->section_count * sizeof *facts->sorts);
	for (size_t i = 0; i < MAX_FILES && scan_item(&rest, &file); i++)
		take_file(facts, file);
	if (facts->files == 0 &&
	    scan_members(&facts->object, scan_get(&rec->object, "stats")))
		facts->source_lines = changed_lines(&facts->object, -1);
}

bool
facts_hold(const struct facts *facts, const struct rec *rec, size_t i)
{
	const struct fact_rule *rule = &facts->rules[i];

	switch (rule->test) {
	case RULE_ONLY:
		return facts->files > 0 &&
		    facts->sorts[rule->sort] == facts->files;
	case RULE_SOME:
		return facts->sorts[rule->sort] > 0;
	case RULE_NO_SOURCE:
		return facts->files > 0 && facts->source_files == 0;
	case RULE_SMALL:
		return facts->source_lines >= 0 && facts->source_lines < SMALL;
	case RULE_LARGE:
		return facts->source_lines >= LARGE;
	case RULE_MEMBER:
		break;
	}
	return rec_true(rec, facts->topics->facts[i].name);
}

void
facts_free(struct facts *facts)
{
	free(facts->rules);
	free(facts->sorts);
	buf_free(&facts->paths);
	buf_free(&facts->path);
	scan_free(&facts->object);
	match_free(&facts->match);
}
