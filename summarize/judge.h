/*
 * Whether what a model said may be published: fit in form, and supported by the
 * records that it is about.
 */
#ifndef JUDGE_H
#define JUDGE_H

#include "ground/ground.h"
#include "model/subject.h"
#include "pile.h"

enum {
	JUDGE_MAX_TOKENS = 8
};

/* Start with { .ground = ground_new() }; judge_free() it. */
struct judge {
	struct ground *ground;
	struct ground_findings findings;
	struct rec rec;
};

/*
 * The `is_fit` of a task: `task->data` is a judge. Of an item's subject, `data`
 * is its struct piled, whose record counts.
 */
bool judge_item(const struct task *task, struct subject *subject);

/* The same of a day; its records have been taken by judge->ground. */
bool judge_day(const struct task *task, struct subject *subject);

/*
 * Sets `tokens` to what the record of an item does not support of what was said
 * about it, or to the reason why that was not taken; returns how many there
 * are, 0 where all is well. They live until the next call of any of these.
 */
size_t judge_unsupported(struct judge *judge, const struct piled *piled,
    const char *tokens[JUDGE_MAX_TOKENS]);

/* Gives everything back. */
void judge_free(struct judge *judge);

#endif
