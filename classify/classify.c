/*
 * classify: says of each paper, commit, issue, pull request and release how
 * much it matters to the reader, what it is about, and why.
 */
#include <getopt.h>
#include <stdlib.h>

#include "cli.h"
#include "diag.h"
#include "explain.h"
#include "judge.h"
#include "learn.h"
#include "select.h"
#include "share.h"

enum {
	OPT_TOPICS = 't',
	OPT_MIN = 'm',
	OPT_TOP = 'n',
	OPT_EXPLAIN = 'e',
	OPT_LEARN = 'l'
};

static const struct cli_option options[] = {
	{ OPT_TOPICS, "topics", "FILE", "what matters (share/topics)" },
	{ OPT_MIN, "min", "SCORE", "leave out what scores less, 0 to 1" },
	{ OPT_TOP, "top", "KIND=N,...", "keep the N best of a kind" },
	{ OPT_EXPLAIN, "explain", NULL, "print how the scores came about" },
	{ OPT_LEARN, "learn", NULL, "print weights learned from `label`s" },
	{ 0 },
};

static const struct cli cli = {
	.name = "classify",
	.about = "Adds to each record how much it matters, on what subject "
		 "it is, and why.",
	.synopsis =
	    "[-hqVv] [-t FILE] [-m SCORE] [-n KIND=N,...] [-e | -l] [FILE ...]",
	.options = options,
};

struct settings {
	const char *topics_path; /* NULL: the one in share */
	bool explain, learn;
};

static void
read_options(
    struct settings *settings, struct select *select, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		switch (letter) {
		case OPT_TOPICS:
			settings->topics_path = optarg;
			break;
		case OPT_MIN:
			select->min = cli_number("--min", optarg, 0, 1);
			break;
		case OPT_TOP:
			select_top(select, optarg);
			break;
		case OPT_EXPLAIN:
			settings->explain = true;
			break;
		case OPT_LEARN:
			settings->learn = true;
			break;
		}
	}
}

static void
load(struct topics *topics, const char *path)
{
	char *shared = path == NULL ? share_path("topics") : NULL;

	topics_load(topics, path != NULL ? path : shared);
	free(shared);
}

static void
classify(struct judge *judge, struct select *select, bool explained,
    char *const operands[])
{
	struct rec_in in;
	struct buf class = { 0 };

	rec_open(&in, operands);
	while (rec_next(&in)) {
		bool judged = judge_record(judge, &in.rec);

		if (explained) {
			if (judged)
				explain(judge, &in.rec, select->min);
		} else if (judged) {
			verdict_class(&judge->verdict, &judge->points, &class);
			select_take(select, &in.rec, &judge->verdict, &class);
		} else {
			select_note(select, &in.rec);
			rec_pass(&in.rec);
		}
	}
	select_finish(select);
	buf_free(&class);
	rec_close(&in);
}

static void
learn_from(struct judge *judge, const struct topics *topics, const char *base,
    char *const operands[])
{
	struct examples examples = { 0 };
	struct rec_in in;

	rec_open(&in, operands);
	while (rec_next(&in))
		if (judge_record(judge, &in.rec))
			examples_add(&examples, judge, learn_label(&in.rec));
	if (!learn(&examples, topics, base))
		diag_usage("--learn: no record has a label: true, false, or a "
			   "number from 0 to 1");
	examples_free(&examples);
	rec_close(&in);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	struct select select = { 0 };
	struct topics topics = { 0 };
	struct judge judge;

	read_options(&settings, &select, argc, argv);
	load(&topics, settings.topics_path);
	judge_start(&judge, &topics);
	if (settings.learn)
		learn_from(&judge, &topics,
		    settings.topics_path != NULL ? settings.topics_path
						 : "topics",
		    argv + optind);
	else
		classify(&judge, &select, settings.explain, argv + optind);
	judge_free(&judge);
	topics_free(&topics);
	select_free(&select);
	return cli_finish();
}
