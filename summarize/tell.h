/*
 * The overview and the conclusion of a day in plain sentences.
 */
#ifndef TELL_H
#define TELL_H

#include "buf.h"
#include "digest.h"
#include "lang.h"

/* How a language tells; each function appends sentences to `out`, or none. */
struct teller {
	void (*counts)(struct buf *out, const struct digest *digest);
	void (*topics)(struct buf *out, const struct digest *digest,
	    const struct labels *labels);
	void (*repos)(struct buf *out, const struct digest *digest);
	void (*types)(struct buf *out, const struct digest *digest);
	/* One item, without its summary if `brief`; no sentence yet. */
	void (*item)(struct buf *out, enum digest_kind kind,
	    const struct best_item *item, const struct labels *labels,
	    bool brief);
	void (*faults)(struct buf *out, const struct digest *digest,
	    const struct labels *labels);
	void (*failures)(struct buf *out, const struct digest *digest);
	const char *gap; /* between sentences */
	const char *between, *stop; /* between items, and behind them */
	const char *read_first, *worth_a_look; /* leads of the items */
	const char *ordinals[3]; /* before each of several items */
};

extern const struct teller tell_zh, tell_en;

/* The parts of a digest. */
enum {
	TELL_OVERVIEW,
	TELL_CONCLUSION,
	TELL_PARTS
};

/* What a model said of the day. */
struct told {
	const char *by;
	const char *parts[TELL_PARTS];
};

/*
 * Sets `json` to the `digest` record for one part, in the language `lang`, as
 * it was `told`; if that is NULL, in our own words. How much there is and which
 * sources failed is always told in those.
 */
void tell_digest(struct buf *json, const struct digest *digest, size_t part,
    enum lang lang, const struct labels *labels, const struct told *told);

/* Returns the name of a topic, or the topic itself if it has none. */
const char *tell_topic(const struct labels *labels, const char *topic);

/* Returns how many different faults the issues have that have a name. */
size_t
tell_count_faults(const struct digest *digest, const struct labels *labels);

/*
 * Returns what an item is about in the words of `labels`: a paper's topic, a
 * commit's type of change, an issue's impact; NULL where there is none.
 */
const char *tell_about(enum digest_kind kind, const struct best_item *item,
    const struct labels *labels);

/* Tells whether an item's summary says more than its title. */
bool tell_adds(const struct best_item *item);

/* Appends `text` without the full stop at its end. */
void tell_clause(struct buf *out, const char *text);

#endif
