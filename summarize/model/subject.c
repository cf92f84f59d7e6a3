/*
 * What a model is asked about.
 */
#include "subject.h"

void
subject_unsay(struct subject *subject)
{
	for (size_t i = 0; i < TASK_FIELDS; i++)
		buf_clear(&subject->said[i]);
}

void
subject_free(struct subject *subject)
{
	for (size_t i = 0; i < TASK_FIELDS; i++)
		buf_free(&subject->said[i]);
	buf_free(&subject->shown);
	buf_free(&subject->reason);
}
