/*
 * Fuzz target: what a model's server sends. The input is a page; what a model
 * wrote in it is read as an answer about three items, and about the day. What
 * is said of anything is one line, and the same each time.
 */
#include <assert.h>
#include <stdlib.h>

#include "model/answer.h"
#include "model/fit.h"
#include "model/reply.h"
#include "target.h"

enum {
	SUBJECTS = 3
};

static const struct task items = {
	.prompt = "",
	.fields = { "summary", "impact" },
	.listed = true,
};
static const struct task day = {
	.prompt = "",
	.fields = { "overview", "conclusion" },
};

/* Reads `text` as an answer; what was said is plain enough for one line. */
static void
read_answer(const char *text, const struct task *task, size_t count)
{
	struct subject all[SUBJECTS] = { 0 }, *subjects[SUBJECTS];
	struct buf reason = { 0 };

	for (size_t i = 0; i < count; i++)
		subjects[i] = &all[i];
	if (answer_read(text, task, subjects, count))
		for (size_t i = 0; i < count; i++) {
			const char *said = all[i].said[0].at;

			assert(strpbrk(said, "\r\n") == NULL);
			fit_plain(said, LANG_ZH, 400, &reason);
			fit_adds(said, text, &reason);
			assert(*said == '\0' ||
			    fit_is_about(said, text, &reason) ||
			    reason.len > 0);
		}
	for (size_t i = 0; i < count; i++)
		subject_free(&all[i]);
	buf_free(&reason);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = target_string(data, size);
	struct http_reply http = { .status = 200 };
	struct reply reply = { 0 };

	buf_add(&http.body, text, strlen(text));
	buf_clear(&http.headers);
	for (http.status = 200; http.status < 600; http.status += 200) {
		http_judge(&http);
		reply_read(&reply, &http);
		assert(reply.kind == REPLY_ANSWER || reply.reason.len > 0);
		if (reply.kind == REPLY_ANSWER)
			read_answer(reply.text.at, &items, SUBJECTS);
	}
	read_answer(text, &items, SUBJECTS);
	read_answer(text, &day, 1);
	reply_free(&reply);
	buf_free(&http.body);
	buf_free(&http.headers);
	free(text);
	return 0;
}
