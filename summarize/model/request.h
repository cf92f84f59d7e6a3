/*
 * A question to a model as its server reads it: the body of POST
 * .../chat/completions.
 */
#ifndef REQUEST_H
#define REQUEST_H

#include "habits.h"
#include "subject.h"

/* What is asked in one question. */
struct request {
	const char *model;
	const struct task *task;
	struct subject *const *subjects;
	size_t count;
	const struct habits *habits;
	const char *extra; /* further members, a JSON object; NULL: none */
};

/*
 * Sets `body` to the JSON of the question. Subjects are called i1, i2 ...; they
 * stand behind the instructions, fenced by a mark that their authors cannot
 * know, with why an earlier answer was not taken. Returns about how many tokens
 * that is.
 */
size_t request_write(struct buf *body, const struct request *request);

#endif
