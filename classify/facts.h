/*
 * What is said of a record as a whole, by its members and the files that it
 * changes: the facts of the topics file.
 */
#ifndef FACTS_H
#define FACTS_H

#include "match.h"
#include "rec.h"
#include "topics.h"

/* How it is found out whether a fact holds. */
struct fact_rule {
	enum {
		RULE_ONLY,
		RULE_SOME,
		RULE_NO_SOURCE,
		RULE_SMALL,
		RULE_LARGE,
		RULE_MEMBER
	} test;
	size_t sort; /* of files: the section; section_count: there is none */
};

/* Start with facts_start(). */
struct facts {
	const struct topics *topics;
	struct fact_rule *rules; /* of each fact of the topics */
	size_t files; /* that the record tells of */
	size_t source_files; /* of them, that are of no sort */
	size_t *sorts; /* of them, by the section that each belongs to */
	size_t muted; /* of them, by their paths */
	double source_lines; /* changed in files of no sort; < 0: unknown */
	struct buf paths; /* of the files, a line each */
	struct buf path;
	struct object object; /* that is looked at */
	struct match match;
};

/* Prepares to find facts by `topics`, which must outlive them. */
void facts_start(struct facts *facts, const struct topics *topics);

/* Looks at the files and the size of a commit or a pull request. */
void facts_read(struct facts *facts, const struct rec *rec);

/*
 * Tells whether the fact `i` of the topics holds: only-SORT or some-SORT of the
 * files that are changed, no-source, small (under 10 lines of source) or large
 * (200 and more), and else a member of the record that is true.
 */
bool facts_hold(const struct facts *facts, const struct rec *rec, size_t i);

/* Gives everything back but the topics. */
void facts_free(struct facts *facts);

#endif
