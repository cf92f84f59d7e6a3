/*
 * Whether what a model said may be published.
 */
#include "judge.h"
#include <string.h>

#include "model/fit.h"
#include "title.h"

enum {
	MAX_SUMMARY = 400, /* characters */
	MAX_DIGEST = 2000,
	MAX_NAMED = 5 /* claims in a reason */
};

/* Tells whether the ground supports all that the text claims. */
static bool
is_supported(struct judge *judge, const char *text, struct buf *reason)
{
	const struct ground_findings *findings = &judge->findings;
	size_t named = 0;

	if (ground_check(judge->ground, text, &judge->findings) == 0)
		return true;
	buf_clear(reason);
	for (size_t i = 0; i < findings->count && named < MAX_NAMED; i++)
		if (findings->list[i].hard)
			buf_printf(reason, "%s%s \"%s\"",
			    named++ > 0 ? ", " : "",
			    ground_kind_name(findings->list[i].kind),
			    findings->list[i].token);
	buf_str(reason, named > 1 ? " are" : " is");
	buf_str(reason, " not in the data");
	return false;
}

static void
take_record(struct judge *judge, const struct piled *piled)
{
	pile_rec(piled, &judge->rec);
	ground_clear(judge->ground);
	ground_take(judge->ground, &judge->rec);
}

/* An impact is not wanted of everything, and never must be there. */
static bool
is_fit_impact(
    const struct task *task, struct judge *judge, struct subject *subject)
{
	struct buf *impact = &subject->said[1];
	struct buf *reason = &subject->reason;

	if (impact->len == 0)
		return true;
	return fit_plain(impact->at, task->lang, MAX_SUMMARY, reason) &&
	    is_supported(judge, impact->at, reason);
}

bool
judge_item(const struct task *task, struct subject *subject)
{
	const struct piled *piled = subject->data;
	struct judge *judge = task->data;
	struct buf *reason = &subject->reason, bare = { 0 };
	const char *text = subject->said[0].at;
	bool fit;

	take_record(judge, piled);
	if (strcmp(piled->kind, "issue") != 0)
		buf_clear(&subject->said[1]);
	title_bare(&bare, piled->title);
	fit = fit_plain(text, task->lang, MAX_SUMMARY, reason) &&
	    fit_adds(text, piled->title, reason) &&
	    fit_adds(text, bare.at, reason) &&
	    is_supported(judge, text, reason) &&
	    fit_is_about(text, subject->shown.at, reason) &&
	    is_fit_impact(task, judge, subject);
	buf_free(&bare);
	return fit;
}

bool
judge_day(const struct task *task, struct subject *subject)
{
	struct judge *judge = task->data;

	if (ground_is_full(judge->ground)) {
		buf_clear(&subject->reason);
		buf_str(&subject->reason,
		    "there is more than what it can be held against");
		return false;
	}
	for (size_t i = 0; i < TASK_FIELDS; i++) {
		const char *text = subject->said[i].at;

		if (!fit_plain(
			text, task->lang, MAX_DIGEST, &subject->reason) ||
		    !fit_counts_nothing(text, &subject->reason) ||
		    !fit_is_about(text, subject->shown.at, &subject->reason) ||
		    !is_supported(judge, text, &subject->reason))
			return false;
	}
	return true;
}

size_t
judge_unsupported(struct judge *judge, const struct piled *piled,
    const char *tokens[JUDGE_MAX_TOKENS])
{
	const struct subject *subject = piled->subject;
	const struct ground_findings *findings = &judge->findings;
	size_t count = 0;

	take_record(judge, piled);
	ground_check(judge->ground, subject->said[0].at, &judge->findings);
	while (count < findings->count && count < JUDGE_MAX_TOKENS) {
		tokens[count] = findings->list[count].token;
		count++;
	}
	if (count == 0 && subject->state == SUBJECT_UNFIT)
		tokens[count++] = subject->reason.at;
	return count;
}

void
judge_free(struct judge *judge)
{
	scan_free(&judge->rec.object);
	ground_findings_free(&judge->findings);
	ground_free(judge->ground);
}
