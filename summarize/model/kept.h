/*
 * What models have said is kept, so that nobody is asked twice and a run that
 * was stopped goes on where it was: a file of NDJSON to which any number of
 * processes append.
 */
#ifndef KEPT_H
#define KEPT_H

#include "alloc.h"
#include "habits.h"
#include "map.h"
#include "subject.h"

enum {
	KEPT_MAX_BYTES = 64 * 1024 * 1024 /* then the file is put aside */
};

struct kept {
	struct map index;
	const char **lines;
	size_t count, capacity;
	struct arena text;
	int fd; /* -1: nothing can be kept */
};

/*
 * Reads DIR/summaries.ndjson, if it is there; what is new will be kept in it
 * unless it is `read_only`.
 */
void kept_open(struct kept *kept, const char *dir, bool read_only);

/*
 * Takes what is kept about a subject: sets its state, what was said, its reason
 * and its tokens. False: nothing is. `model` is the one that was asked.
 */
bool kept_get(const struct kept *kept, struct subject *subject,
    const struct task *task, const char *model);

/* Keeps what became of a subject that `model` answered. */
void kept_put(struct kept *kept, const struct subject *subject,
    const struct task *task, const char *model);

/* The same of what a server takes of a question to a model. */
void kept_get_habits(const struct kept *kept, struct habits *habits,
    const char *base, const char *model);
void kept_put_habits(struct kept *kept, const struct habits *habits,
    const char *base, const char *model);

/* Gives everything back. */
void kept_close(struct kept *kept);

#endif
