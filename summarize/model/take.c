/*
 * What a reply of a model leads to. A question that was put for the first time
 * may fail; what fails again counts against the model.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "answer.h"
#include "take.h"
#include "tokens.h"

enum {
	LEAST_READ = 3 /* a part of a question: of less it was cut */
};

/* Tells whether another subject of the batch was given the same text. */
static bool
is_repeated(const struct batch *batch, size_t i)
{
	for (size_t j = 0; j < batch->count; j++)
		if (j != i &&
		    strcmp(batch->subjects[i]->said[0].at,
			batch->subjects[j]->said[0].at) == 0)
			return true;
	return false;
}

static bool
is_fit(const struct round *round, const struct batch *batch, size_t i)
{
	struct subject *subject = batch->subjects[i];

	if (!is_repeated(batch, i))
		return round->task->is_fit(round->task, subject);
	buf_clear(&subject->reason);
	buf_str(&subject->reason, "another item was given the same text");
	return false;
}

static bool
is_said(const struct subject *subject)
{
	return subject->said[0].len > 0;
}

/* Asks again about subjects, all together. */
static void
put_together(struct round *round, struct subject *left[], size_t count)
{
	struct batch *batch;

	if (count == 0)
		return;
	batch = batch_new(left, count);
	batch->again = true;
	round_put(round, batch);
}

/*
 * Asks again about subjects without an answer: once together, then in halves,
 * at last one by one.
 */
static void
put_again(struct round *round, const struct batch *batch,
    struct subject *left[], size_t count)
{
	struct batch *rest;

	if (!batch->again || count == 0) {
		put_together(round, left, count);
		return;
	}
	rest = batch_new(left, count);
	rest->again = true;
	if (count > 1)
		round->waiting = batch_halve(rest, round->waiting);
	batch_free(rest);
}

static void
fail(struct round *round, const struct batch *batch, const char *reason)
{
	if (batch->again)
		round_useless(round, reason);
	put_again(round, batch, batch->subjects, batch->count);
}

/* What has been said about a batch, subject by subject. */
struct finding {
	struct subject **missing, **unfit; /* to be asked about again */
	size_t missing_count, unfit_count;
};

/* Settles a subject or finds that it is to be asked about again. */
static void
judge(struct round *round, struct finding *finding, struct subject *subject,
    bool fit)
{
	if (!is_said(subject))
		finding->missing[finding->missing_count++] = subject;
	else if (fit)
		round_settle(round, subject, SUBJECT_ANSWERED);
	else if (subject->warned)
		round_settle(round, subject, SUBJECT_UNFIT);
	else
		finding->unfit[finding->unfit_count++] = subject;
	subject->warned = subject->warned || (is_said(subject) && !fit);
}

static void
take_texts(struct round *round, const struct batch *batch)
{
	size_t count = batch->count;
	struct finding finding = {
		.missing = xmalloc(count * sizeof(struct subject *)),
		.unfit = xmalloc(count * sizeof(struct subject *)),
	};
	bool *fit = xmalloc(count * sizeof *fit);

	for (size_t i = 0; i < count; i++)
		fit[i] = is_said(batch->subjects[i]) && is_fit(round, batch, i);
	for (size_t i = 0; i < count; i++)
		judge(round, &finding, batch->subjects[i], fit[i]);
	if (finding.missing_count == count && batch->again)
		round_useless(round, "its answers have none of the items");
	put_again(round, batch, finding.missing, finding.missing_count);
	while (finding.unfit_count-- > 0)
		put_together(round, &finding.unfit[finding.unfit_count], 1);
	free(fit);
	free(finding.unfit);
	free(finding.missing);
}

static void
take_answer(struct round *round, struct batch *batch, const struct reply *reply)
{
	if (answer_read(
		reply->text.at, round->task, batch->subjects, batch->count))
		take_texts(round, batch);
	else
		fail(round, batch, "its answers are not the JSON asked for");
}

/* Asks about half of what was shown; false: that has been done. */
static bool
shorten(struct round *round, struct batch *batch)
{
	struct subject *subject = batch->subjects[0];
	size_t half = tokens_of(subject->shown.at) / 2;

	if (subject->sent_len < subject->shown.len)
		return false;
	subject->sent_len = tokens_cut(subject->shown.at, half);
	subject->cut = true;
	put_together(round, batch->subjects, 1);
	return true;
}

/*
 * What cannot be read or answered at once is split, as all that wait will be; a
 * single subject is shortened if it cannot be read.
 */
static void
split(struct round *round, struct batch *batch, const struct reply *reply)
{
	if (batch->count > 1) {
		if (round->fits > batch->count / 2)
			round->fits = batch->count / 2;
		round->waiting = batch_halve(batch, round->waiting);
	} else if (reply->kind != REPLY_TOO_LONG || !shorten(round, batch)) {
		round_useless(round, reply->reason.at);
	}
}

/* Asks the same, as the server is asked from now on, and will be next time. */
static void
put_same(struct round *round, const struct batch *batch)
{
	struct batch *same = batch_new(batch->subjects, batch->count);

	same->again = batch->again;
	round_put(round, same);
	kept_put_habits(&round->asked->kept, &round->habits,
	    round->server->base, round->model);
}

/* Asks the same without what the server does not take, if it is that. */
static void
adapt(struct round *round, struct batch *batch, const struct reply *reply)
{
	if (!habits_equal(&batch->habits, &round->habits) ||
	    habits_learn(&round->habits, reply->param.at, reply->reason.at))
		put_same(round, batch);
	else
		fail(round, batch, reply->reason.at);
}

/* What was cut may be as long as it gets; if it was, less is asked for. */
static void
lengthen(struct round *round, struct batch *batch, const struct reply *reply)
{
	if (batch->habits.limit == HABITS_UNLIMITED) {
		split(round, batch, reply);
		return;
	}
	round->habits.limit = HABITS_UNLIMITED;
	put_same(round, batch);
}

/*
 * Tells whether the server has counted so few tokens that it cannot have read
 * the whole question; Ollama drops the beginning of one that is too long.
 */
static bool
was_cut(const struct batch *batch, const struct reply *reply)
{
	return batch->count > 1 && reply->sent > 0 &&
	    reply->sent < (batch->tokens - batch->answer) / LEAST_READ;
}

void
take_reply(struct round *round, struct batch *batch, const struct reply *reply)
{
	switch (reply->kind) {
	case REPLY_ANSWER:
		if (was_cut(batch, reply))
			split(round, batch, reply);
		else
			take_answer(round, batch, reply);
		break;
	case REPLY_NOTHING:
		fail(round, batch, reply->reason.at);
		break;
	case REPLY_CUT:
		lengthen(round, batch, reply);
		break;
	case REPLY_TOO_LONG:
		split(round, batch, reply);
		break;
	case REPLY_REFUSED:
		adapt(round, batch, reply);
		break;
	case REPLY_FAILED:
		round_failed(round, reply->reason.at);
		break;
	case REPLY_HOPELESS:
		round_give_up(round, reply->reason.at);
		break;
	}
}
