/*
 * A day told by models.
 */
#include <stdlib.h>

#include "alloc.h"
#include "bill.h"
#include "brief.h"
#include "census.h"
#include "consult.h"
#include "diag.h"
#include "file.h"
#include "judge.h"
#include "model/ask.h"
#include "model/tokens.h"
#include "pile.h"
#include "share.h"

enum {
	BATCH = 8, /* items in one question */
	ITEM_ANSWER = 150, /* tokens of a summary and an impact in JSON */
	DAY_ANSWER = 1000,
	DAY_BRIEF = 6000, /* tokens of what is shown of a day */
	DAY_FRAME = 200, /* and of what stands around it */
	ITEM_OVERHEAD = ITEM_ANSWER + 100, /* and its part of the prompt */
	MAX_PROMPT = 64 * 1024
};

/* What is held while a model is asked. */
struct consultation {
	struct day *day;
	const struct server *server;
	struct pile pile;
	struct judge judge;
	struct brief brief;
	struct subject digest;
	struct asked asked;
	struct bill bill;
};

/* Returns the instructions in the data file `name`; ends with 2 without. */
static char *
read_prompt(const char *name)
{
	char *path = share_path(name);
	struct buf text = { 0 };

	if (!file_read(&text, path, MAX_PROMPT))
		diag_usage("%s: it cannot be read", path);
	free(path);
	return text.at;
}

static void
ask_items(struct consultation *c)
{
	char *prompt = read_prompt("prompt.items");
	const struct task task = {
		.prompt = prompt,
		.fields = { "summary", "impact" },
		.listed = true,
		.batch = BATCH,
		.answer = ITEM_ANSWER,
		.lang = c->day->wish->lang,
		.is_fit = judge_item,
		.data = &c->judge,
	};
	struct subject **subjects = xmalloc(
	    (c->pile.count + 1) * sizeof *subjects);
	size_t count = 0, budget = c->server->max_tokens;

	if (budget > 0 && c->day->wish->digest)
		budget -= budget / 5; /* the rest is for the day */
	if (budget > 0)
		pile_ration(&c->pile, budget, ITEM_OVERHEAD);
	for (size_t i = 0; i < c->pile.count; i++) {
		if (c->pile.at[i].subject == NULL)
			continue;
		subjects[count] = c->pile.at[i].subject;
		subjects[count++]->data = &c->pile.at[i];
	}
	c->asked.all = count + c->day->wish->digest;
	ask(c->server, &task, subjects, count, &c->asked);
	free(subjects);
	free(prompt);
}

/* Puts what was said about the item that day_read() has just read into it. */
static void
take_said(struct consultation *c, const struct piled *piled,
    const char *tokens[JUDGE_MAX_TOKENS])
{
	const struct subject *subject = piled->subject;
	struct item *item = &c->day->item;

	if (subject->state == SUBJECT_ANSWERED) {
		item_told(item, subject->model, subject->said[0].at,
		    subject->said[1].at);
		item->cut = subject->cut;
	}
	if (subject->state == SUBJECT_ANSWERED ||
	    subject->state == SUBJECT_UNFIT) {
		item->unsupported_count = judge_unsupported(
		    &c->judge, piled, tokens);
		item->unsupported = tokens;
	}
}

static void
write_pile(struct consultation *c)
{
	const char *tokens[JUDGE_MAX_TOKENS];
	struct rec rec = { 0 };

	for (size_t i = 0; i < c->pile.count; i++) {
		const struct piled *piled = &c->pile.at[i];

		pile_rec(piled, &rec);
		if (piled->subject == NULL) {
			day_pass(c->day, &rec);
			continue;
		}
		day_read(c->day, &rec);
		take_said(c, piled, tokens);
		bill_take(&c->bill, piled->subject);
		brief_take(&c->brief, &c->day->item);
		day_write(c->day, &rec);
	}
	scan_free(&rec.object);
}

/* Grounds what may be said of the day in its records and its counts. */
static void
ground_day(struct consultation *c, const char *shown)
{
	struct buf counts = { 0 };
	struct census census = { 0 };
	struct rec rec = { 0 };

	ground_clear(c->judge.ground);
	for (size_t i = 0; i < c->pile.count; i++) {
		if (c->pile.at[i].subject == NULL)
			continue;
		pile_rec(&c->pile.at[i], &rec);
		ground_take(c->judge.ground, &rec);
		census_take(&census, &rec);
	}
	buf_add(&counts, shown, brief_head(shown));
	census_text(&census, &counts);
	ground_take_text(c->judge.ground, counts.at);
	census_free(&census);
	buf_free(&counts);
	scan_free(&rec.object);
}

/* Returns how many tokens the day may be shown in. */
static size_t
left_for_day(const struct consultation *c, const char *prompt)
{
	size_t limit = c->server->max_tokens, spent = c->asked.spent;
	size_t needed = tokens_of(prompt) + DAY_FRAME + DAY_ANSWER, left;

	if (limit == 0)
		return DAY_BRIEF;
	left = limit > spent + needed ? limit - spent - needed : 0;
	return left < DAY_BRIEF ? left : DAY_BRIEF;
}

static void
ask_day(struct consultation *c)
{
	char *prompt = read_prompt("prompt.digest");
	const struct task task = {
		.prompt = prompt,
		.fields = { "overview", "conclusion" },
		.batch = 1,
		.answer = DAY_ANSWER,
		.lang = c->day->wish->lang,
		.is_fit = judge_day,
		.data = &c->judge,
	};
	struct subject *subject = &c->digest;

	subject->id = "digest";
	brief_write(&c->brief, &c->day->digest, left_for_day(c, prompt),
	    &subject->shown);
	ground_day(c, subject->shown.at);
	ask(c->server, &task, &subject, 1, &c->asked);
	bill_take(&c->bill, subject);
	free(prompt);
}

static void
write_digest(struct consultation *c)
{
	const struct subject *subject = &c->digest;
	const struct told told = {
		.by = subject->model,
		.parts = {
			[TELL_OVERVIEW] = subject->said[0].at,
			[TELL_CONCLUSION] = subject->said[1].at,
		},
	};

	day_write_digest(
	    c->day, subject->state == SUBJECT_ANSWERED ? &told : NULL);
}

/* Reads records until all have been, or no more can be held. */
static void
read_pile(struct consultation *c, struct rec_in *in)
{
	while (!pile_is_full(&c->pile) && rec_next(in)) {
		bool is_item = day_read(c->day, &in->rec);

		pile_add(&c->pile, &in->rec, is_item ? &c->day->item : NULL);
	}
}

/* What came after the pile was full has no other summary than the extracted. */
static void
write_rest(struct consultation *c, struct rec_in *in)
{
	size_t items = 0;

	if (!pile_is_full(&c->pile))
		return;
	while (rec_next(in)) {
		if (!day_read(c->day, &in->rec)) {
			day_pass(c->day, &in->rec);
			continue;
		}
		day_write(c->day, &in->rec);
		items++;
	}
	c->bill.all += items;
	c->bill.unanswered += items;
	if (items > 0)
		diag_error("%zu items were not asked about: at most %d are",
		    items, PILE_MAX_ITEMS);
}

void
consult(struct day *day, const struct server *server, char *const operands[])
{
	struct consultation c = {
		.day = day,
		.server = server,
		.judge = { .ground = ground_new() },
	};
	struct rec_in in;

	asked_start(&c.asked, server);
	rec_open(&in, operands);
	read_pile(&c, &in);
	ask_items(&c);
	write_pile(&c);
	write_rest(&c, &in);
	if (day->wish->digest && c.pile.items > 0)
		ask_day(&c);
	bill_write(&c.bill, server, day->digest.date, &c.asked);
	write_digest(&c);
	bill_tell(&c.bill, &c.asked);
	rec_close(&in);
	pile_free(&c.pile);
	brief_free(&c.brief);
	subject_free(&c.digest);
	judge_free(&c.judge);
	asked_end(&c.asked);
}
