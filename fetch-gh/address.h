/*
 * The addresses of GitHub's API that are asked.
 */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "item.h"
#include "wish.h"

/*
 * Each sets `url`; `repo` is OWNER/REPO. The first page of a list, with so many
 * objects on a page:
 */
void address_list(struct buf *url, const struct wish *wish, const char *repo,
    enum item_kind kind, int per_page);

/* What a commit changed: */
void address_commit(struct buf *url, const struct service *service,
    const char *repo, const char *sha);

/*
 * The repository itself, by its number, where `location` is the address of
 * something in it; false if that names no number of this service.
 */
bool address_repository(
    struct buf *url, const struct service *service, const char *location);

/*
 * The page `asked` by its cursor alone, without its number; false if it has
 * none.
 */
bool address_cursor(struct buf *url, const char *asked);

#endif
