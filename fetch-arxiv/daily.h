/*
 * What the daily feeds say in their own way, in RSS and in Atom; see
 * <https://info.arxiv.org/help/rss_specifications.html>.
 */
#ifndef DAILY_H
#define DAILY_H

#include "document.h"

/* Returns how a paper was listed, from the text of arxiv:announce_type. */
enum paper_announce daily_announce(const char *text);

/*
 * Returns the day of a feed, as its first second in UTC, from a time as RSS or
 * Atom writes it: midnight, US Eastern, of that day. 0: it is no time.
 */
time_t daily_day(const char *text);

/*
 * Brings the paper that was read into the form that other transports have:
 * the abstract without the line before it, an array of authors, and no times,
 * for those said are the feed's.
 */
void daily_complete(struct document *document);

#endif
