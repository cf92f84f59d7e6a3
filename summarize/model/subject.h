/*
 * What a model is asked about, and what it said: an item of the day, or the
 * day as a whole.
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "lang.h"

enum {
	TASK_FIELDS = 2 /* texts that are wanted of a subject */
};

enum subject_state {
	SUBJECT_WAITING, /* no model has answered yet */
	SUBJECT_ANSWERED, /* `said` may be published */
	SUBJECT_UNFIT, /* what a model said twice may not */
	SUBJECT_LEFT_OUT /* there was no budget for it */
};

/* Start with { 0 }. */
struct subject {
	const char *id; /* of its record, for people; borrowed */
	void *data; /* the asker's */
	struct buf shown; /* what models are shown of it, lines of text */
	size_t sent_len; /* bytes of that which this model can read */
	bool cut; /* that is only a part */
	bool alone; /* it may want to mislead, so it is asked alone */
	enum subject_state state;
	struct buf said[TASK_FIELDS]; /* a line each */
	struct buf reason; /* why what was said may not be published */
	bool warned; /* the model has been told so */
	const char *model; /* that answered; borrowed */
	size_t sent, received; /* tokens that were spent on it */
};

/* What is asked. */
struct task {
	const char *prompt; /* the instructions */
	const char *fields[TASK_FIELDS]; /* names of the texts in the answer */
	bool listed; /* the answer is a list with ids, not one object */
	size_t batch; /* subjects in one question, at the most */
	size_t answer; /* tokens that are enough for one answer */
	enum lang lang;
	/* Tells whether `said` may be published, else sets the reason. */
	bool (*is_fit)(const struct task *task, struct subject *subject);
	void *data; /* the asker's */
};

/* Forgets what was said. */
void subject_unsay(struct subject *subject);

/* Gives everything back. */
void subject_free(struct subject *subject);

#endif
