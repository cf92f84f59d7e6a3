/*
 * Objects of GitHub's lists as records.
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

/*
 * Tells where the object `item` of a list of `kind` lies. Objects in the list
 * of issues that are pull requests are outside.
 */
enum item_place item_place(jv item, enum item_kind kind, struct window window);

/*
 * Sets `json` to the record of the object, which lies inside `window`, in the
 * repository `repo`, and `id` to its id.
 */
void item_record(jv item, enum item_kind kind, const char *repo,
    struct window window, struct buf *json, struct buf *id);

#endif
