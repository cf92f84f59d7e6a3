/*
 * Objects of GitHub's lists as records; see dair-record(5).
 */
#ifndef RECORD_H
#define RECORD_H

#include "item.h"
#include "service.h"

/*
 * Sets `json` to the record of the object `item` of `repo`, without the brace
 * at its end, so that members can be added. `window` tells whether a pull
 * request counts as merged.
 */
void record_open(struct buf *json, jv item, enum item_kind kind,
    const struct service *service, const char *repo, struct window window);

/*
 * Sets `repo` to the name of the repository that the addresses in the object
 * tell; false, and `repo` empty, if they tell none.
 */
bool record_repo(jv item, const struct service *service, struct buf *repo);

#endif
