/*
 * Subjects that are asked about together.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "batch.h"

struct batch *
batch_new(struct subject *const subjects[], size_t count)
{
	struct batch *batch = xmalloc(sizeof *batch);

	*batch = (struct batch) {
		.subjects = xmalloc(count * sizeof(struct subject *)),
		.count = count,
	};
	memcpy(batch->subjects, subjects, count * sizeof(struct subject *));
	return batch;
}

static struct batch *
part(const struct batch *batch, size_t from, size_t count, struct batch *next)
{
	struct batch *part = batch_new(batch->subjects + from, count);

	part->again = batch->again;
	part->next = next;
	return part;
}

struct batch *
batch_halve(const struct batch *batch, struct batch *next)
{
	size_t half = batch->count / 2;

	next = part(batch, half, batch->count - half, next);
	return part(batch, 0, half, next);
}

void
batch_free(struct batch *batch)
{
	free(batch->subjects);
	free(batch);
}
