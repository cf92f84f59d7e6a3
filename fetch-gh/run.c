/*
 * All lists of a run.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "budget.h"
#include "diag.h"
#include "out.h"
#include "run.h"

/* Says what went wrong, once for lists that follow each other. */
static void
say_failure(struct run *run)
{
	const struct list *list = run->unsaid;
	struct buf more = { 0 };

	if (list == NULL)
		return;
	buf_clear(&more);
	if (run->alike > 0)
		buf_printf(&more, " and %zu more", run->alike);
	diag_error("%s %s%s: %s", list->repo, item_kind_name(list->kind),
	    more.at, list->error.at);
	run->unsaid = NULL;
	buf_free(&more);
}

static void
note_failure(struct run *run, const struct list *list)
{
	run->failed++;
	if (run->unsaid != NULL &&
	    strcmp(run->unsaid->error.at, list->error.at) == 0) {
		run->alike++;
		return;
	}
	say_failure(run);
	run->unsaid = list;
	run->alike = 0;
}

static void
write_next(struct run *run)
{
	struct list *list = &run->lists[run->written++];

	list_write(list, run->date);
	if (list->details.missing > 0)
		diag_error("%s: the changes of %zu commits are missing: %s",
		    list->repo, list->details.missing,
		    details_error(&list->details));
	if (list->error.len > 0)
		note_failure(run, list);
}

/* Divides the room for patches among the lists, each of another repository. */
static void
share_out(struct run *run)
{
	size_t *shares = xmalloc((run->count + 1) * sizeof *shares);

	for (size_t i = 0; i < run->count; i++)
		shares[i] = details_want(&run->lists[i].details);
	budget_divide(run->patches, shares, run->count);
	for (size_t i = 0; i < run->count; i++)
		details_cut(&run->lists[i].details, shares[i]);
	free(shares);
}

/*
 * With every answer a share can only become smaller, so what has grown beyond
 * the room for patches can be cut before all are there.
 */
static void
keep_small(struct run *run)
{
	size_t held = 0;

	for (size_t i = 0; i < run->count; i++)
		held += details_held(&run->lists[i].details);
	if (held / 2 > run->patches)
		share_out(run);
}

/*
 * Writes what is there, as far as nothing before it is missing. How much of its
 * patches a commit may show is known when all are there.
 */
static void
write_finished(void *data)
{
	struct run *run = data;
	size_t finished = run->written;

	while (finished < run->count && list_is_finished(&run->lists[finished]))
		finished++;
	if (run->wish->diff && finished < run->count) {
		keep_small(run);
		return;
	}
	if (run->wish->diff)
		share_out(run);
	while (run->written < finished)
		write_next(run);
	out_flush();
}

static void
begin_lists(struct run *run, struct http *http)
{
	const struct repos *repos = run->repos;
	size_t most = repos->count * ITEM_KINDS;

	run->lists = xmalloc(most * sizeof *run->lists);
	for (size_t i = 0; i < repos->count; i++)
		for (int kind = 0; kind < ITEM_KINDS; kind++)
			if (run->kinds[kind])
				list_begin(&run->lists[run->count++], http,
				    repos->names[i], (enum item_kind)kind,
				    run->wish);
}

void
run_lists(struct run *run, struct http *http)
{
	run->wish->changed = write_finished;
	run->wish->data = run;
	begin_lists(run, http);
	http_run(http);
	say_failure(run);
	if (run->failed == run->count)
		diag_raise(STATUS_FAILED);
	for (size_t i = 0; i < run->count; i++)
		list_free(&run->lists[i]);
	free(run->lists);
}
