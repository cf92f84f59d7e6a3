/*
 * Objects of GitHub's lists: what they are, and when they happened.
 */
#ifndef ITEM_H
#define ITEM_H

#include <stdbool.h>

#include "buf.h"
#include "json.h"
#include "when.h"

enum item_kind {
	ITEM_COMMIT,
	ITEM_ISSUE,
	ITEM_PULL,
	ITEM_RELEASE,
	ITEM_KINDS
};

/* What an object of a list means for a window of time. */
enum item_place {
	ITEM_INSIDE, /* it is one of the window's */
	ITEM_OUTSIDE, /* it is not, but one behind it may be */
	ITEM_BEYOND, /* neither is it, nor is anything behind it in the list */
	ITEM_UNUSABLE /* no object, or without what identifies it */
};

/* Returns what a list holds: "commits", "issues", "pulls", "releases". */
const char *item_kind_name(enum item_kind kind);

/* Reads such a name; false if it is none. */
bool item_read_kind(const char *name, enum item_kind *kind);

/*
 * Returns the object that the JSON text `span` spells, with those of its
 * members that matter; json_free() it.
 */
jv item_parse(struct span span);

/*
 * Tells where the object `item` of a list of `kind` lies. Objects in the list
 * of issues that are pull requests are outside.
 */
enum item_place item_place(jv item, enum item_kind kind, struct window window);

/*
 * Sets `id` to the id of an object that is not ITEM_UNUSABLE, in the repository
 * `repo`.
 */
void item_id(jv item, enum item_kind kind, const char *repo, struct buf *id);

/* Reads the committer's date of a commit; false if there is none. */
bool item_committed(jv item, time_t *time);

/* Tells whether a pull request was merged in the window. */
bool item_is_merged_in(jv item, struct window window);

/* Returns the member `key` as a whole number; -1 if it is none. */
long long item_integer(jv item, const char *key);

#endif
