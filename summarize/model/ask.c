/*
 * Asking models about subjects.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ask.h"
#include "round.h"
#include "take.h"
#include "tokens.h"

enum {
	BATCH_TOKENS = 6000 /* of what is shown in one question */
};

/*
 * Takes what the model has said before; it is looked at again, for what may be
 * published may have changed.
 */
static void
recall(const struct round *round, struct subject *subject)
{
	struct asked *asked = round->asked;

	if (!kept_get(&asked->kept, subject, round->task, round->model))
		return;
	if (subject->state == SUBJECT_ANSWERED &&
	    !round->task->is_fit(round->task, subject)) {
		subject->state = SUBJECT_WAITING;
		return;
	}
	asked->done++;
	asked->spent += subject->sent + subject->received;
}

/* Puts subjects as one batch before the others, the last ones first. */
static void
put_batch(struct round *round, struct subject *subjects[], size_t count)
{
	if (count > 0)
		round_put(round, batch_new(subjects, count));
}

/*
 * Puts those that wait in batches, from the last to the first, for the first
 * is asked about first; who is to be alone has a batch of its own.
 */
static void
put_batches(struct round *round, struct subject *subjects[], size_t count)
{
	size_t room = round->task->batch, size = 0, tokens = 0;
	struct subject **together = xmalloc(room * sizeof *together);

	while (count-- > 0) {
		struct subject *subject = subjects[count];
		size_t more = tokens_of(subject->shown.at);

		if (subject->state != SUBJECT_WAITING)
			continue;
		if (subject->alone) {
			put_batch(round, &subject, 1);
			continue;
		}
		if (size == room || tokens + more > BATCH_TOKENS) {
			put_batch(round, together + room - size, size);
			size = tokens = 0;
		}
		together[room - ++size] = subject;
		tokens += more;
	}
	put_batch(round, together + room - size, size);
	free(together);
}

/* Sets `url` to where completions are asked for: the base may end in a slash. */
static void
make_url(struct buf *url, const char *base)
{
	size_t len = strlen(base);

	while (len > 0 && base[len - 1] == '/')
		len--;
	buf_add(url, base, len);
	buf_str(url, "/chat/completions");
}

static void
ask_model(struct round *round, struct subject *subjects[], size_t count)
{
	const struct server *server = round->server;

	for (size_t i = 0; i < count; i++) {
		subjects[i]->sent_len = subjects[i]->shown.len;
		if (subjects[i]->state == SUBJECT_WAITING)
			recall(round, subjects[i]);
	}
	if (server->offline || round->over)
		return;
	put_batches(round, subjects, count);
	if (round->waiting == NULL)
		return;
	make_url(&round->url, server->base);
	kept_get_habits(
	    &round->asked->kept, &round->habits, server->base, round->model);
	round_run(round);
	buf_free(&round->url);
}

void
asked_start(struct asked *asked, const struct server *server)
{
	*asked = (struct asked) { 0 };
	kept_open(&asked->kept, server->cache_dir, server->offline);
}

void
ask(const struct server *server, const struct task *task,
    struct subject *subjects[], size_t count, struct asked *asked)
{
	for (size_t i = 0; i < server->count; i++) {
		struct round round = {
			.server = server,
			.task = task,
			.model = server->models[i],
			.asked = asked,
			.take = take_reply,
			.over = asked->given_up[i],
			.fits = task->batch,
		};

		ask_model(&round, subjects, count);
		asked->given_up[i] = round.over;
	}
}

void
asked_end(struct asked *asked)
{
	kept_close(&asked->kept);
	buf_free(&asked->error);
}
