/*
 * What became of a day's summaries, and what they have cost.
 */
#include "bill.h"
#include "diag.h"
#include "emit.h"
#include "rec.h"

enum {
	CENT_DECIMALS = 4
};

void
bill_take(struct bill *bill, const struct subject *subject)
{
	bill->all++;
	bill->answered += subject->state == SUBJECT_ANSWERED;
	bill->replaced += subject->state == SUBJECT_UNFIT;
	bill->left_out += subject->state == SUBJECT_LEFT_OUT;
	bill->unanswered += subject->state == SUBJECT_WAITING;
	bill->sent += subject->sent;
	bill->received += subject->received;
}

static void
put_models(struct buf *out, const struct server *server)
{
	for (size_t i = 0; i < server->count; i++)
		buf_printf(out, "%s%s", i > 0 ? ", " : "", server->models[i]);
}

/* Appends why summaries are missing, and how many. */
static void
emit_error(struct buf *json, const struct bill *bill, const struct asked *asked)
{
	struct buf error = { 0 };

	buf_printf(&error, "%zu of %zu summaries are extracted",
	    bill->unanswered, bill->all);
	if (asked->error.len > 0)
		buf_printf(&error, "; %s", asked->error.at);
	emit_string(json, "error", error.at);
	buf_free(&error);
}

static void
emit_note(struct buf *json, const struct bill *bill)
{
	struct buf note = { 0 };

	buf_printf(&note,
	    "%zu of %zu summaries are extracted to keep to "
	    "--max-tokens",
	    bill->left_out, bill->all);
	emit_string(json, "note", note.at);
	buf_free(&note);
}

void
bill_write(const struct bill *bill, const struct server *server,
    const char *date, const struct asked *asked)
{
	double cost = ((double)bill->sent * server->price_in +
			  (double)bill->received * server->price_out) /
	    1e6;
	struct buf json = { 0 }, models = { 0 };

	if (bill->all == 0)
		return;
	put_models(&models, server);
	emit_open(&json, NULL, '{');
	emit_string(&json, "kind", "status");
	emit_string(&json, "stage", "summarize");
	emit_string(&json, "source", models.at);
	if (*date != '\0')
		emit_string(&json, "date", date);
	emit_bool(&json, "ok", bill->unanswered == 0);
	emit_integer(&json, "asked", (long long)bill->all);
	emit_integer(&json, "answered", (long long)bill->answered);
	emit_integer(&json, "replaced", (long long)bill->replaced);
	emit_integer(&json, "sent", (long long)bill->sent);
	emit_integer(&json, "received", (long long)bill->received);
	if (server->priced)
		emit_number(&json, "cost", cost, CENT_DECIMALS);
	if (bill->left_out > 0)
		emit_note(&json, bill);
	if (bill->unanswered > 0)
		emit_error(&json, bill, asked);
	emit_close(&json, '}');
	rec_write(&json);
	buf_free(&models);
	buf_free(&json);
}

static const char *
reason_of(const struct asked *asked)
{
	if (asked->error.len > 0)
		return asked->error.at;
	return asked->calls > 0 ? "the answers lack them" : "none was asked";
}

void
bill_tell(const struct bill *bill, const struct asked *asked)
{
	diag_progress_end();
	diag_note("%zu calls, %zu tokens sent, %zu received", asked->calls,
	    asked->sent, asked->received);
	if (bill->replaced > 0)
		diag_note(
		    "%zu summaries could not be published", bill->replaced);
	if (bill->unanswered > 0)
		diag_error("%zu of %zu summaries are extracted, for no model "
			   "gave them; %s",
		    bill->unanswered, bill->all, reason_of(asked));
}
