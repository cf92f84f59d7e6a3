/*
 * The languages of a report, and the names of topics and impacts in each.
 */
#ifndef LANG_H
#define LANG_H

#include "map.h"

enum lang {
	LANG_ZH,
	LANG_EN,
	LANG_COUNT
};

/* Returns the language of the code `s` ("zh", "en"), LANG_COUNT if unknown. */
enum lang lang_of(const char *s);

/* Returns the language that --lang names; ends with status 2 if it is none. */
enum lang lang_option(const char *code);

/* Returns the code of a language. */
const char *lang_code(enum lang lang);

/* Returns what a language calls itself. */
const char *lang_name(enum lang lang);

/* Names of topics and impacts in one language. Start with { 0 }. */
struct labels {
	struct map index;
	struct arena names;
	const char **keys, **text; /* "group key", name: in the file's order */
	size_t count, key_capacity, capacity;
};

/*
 * Reads share/labels.LANG: lines "group key = name", comments from "#". Ends
 * the program with status 2 and the place if a line is wrong or the file
 * cannot be read.
 */
void labels_load(struct labels *labels, enum lang lang);

/* Returns the name of `key` in `group`; NULL if it has none. */
const char *
labels_get(const struct labels *labels, const char *group, const char *key);

/* Gives everything back. */
void labels_free(struct labels *labels);

#endif
