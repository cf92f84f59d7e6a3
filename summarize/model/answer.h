/*
 * What a model wrote, read as the JSON that was asked for, whatever it put
 * around it.
 */
#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "subject.h"

/*
 * Sets `said` of the subjects that `text` has an entry for; i1 is the first of
 * them. Ids that were not asked for are passed over, of two entries with one id
 * the first counts, and a subject without an entry has nothing said. False: this
 * is not the JSON that was asked for.
 */
bool answer_read(const char *text, const struct task *task,
    struct subject *const subjects[], size_t count);

#endif
