/*
 * What statements are held against: texts, and whose they are.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "map.h"
#include "rec.h"

/*
 * Who says something is told by a set of bits: one a repository, and
 * SOURCE_ANY for whoever it is. A repository says what stands in its own
 * records, and in those of others that name it.
 */
#define SOURCE_ANY (UINT64_C(1) << 63)
#define SOURCE_ALL UINT64_MAX
#define SOURCE_NONE UINT64_C(0)

struct segment {
	size_t start, len; /* in the text */
	uint64_t who;
	bool is_title;
};

struct source_repo {
	const char *name; /* OWNER/REPO */
	const char *base; /* REPO, flattened */
};

/* Start with { 0 }. */
struct sources {
	struct buf text; /* normal */
	struct segment *segments;
	size_t count, capacity;
	struct map index; /* of OWNER/REPO in lower case */
	struct source_repo *repos;
	size_t repo_count, repo_capacity;
	size_t records; /* that were taken */
	bool settled; /* segments know which repositories they name */
	bool full; /* there was more than can be remembered */
	struct buf value;
};

/* Forgets everything and keeps the room for text. */
void source_clear(struct sources *source);

/* Takes a record, as ground_take() says. */
void source_take(struct sources *source, const struct rec *rec);

/* Takes a text that everybody says. */
void source_take_text(struct sources *source, const char *text);

/* Finds which repositories are named in whose texts, if there was news. */
void source_settle(struct sources *source);

/* Gives everything back. */
void source_free(struct sources *source);

#endif
