/*
 * summarize: gives each paper, commit, issue, pull request and release a
 * summary taken from its own text, and the day an overview and a conclusion.
 */
#include <getopt.h>
#include <stddef.h>

#include "check.h"
#include "cli.h"
#include "digest.h"
#include "extract.h"
#include "item.h"
#include "lang.h"
#include "tell.h"

enum {
	OPT_LANG = 'l',
	OPT_DIGEST = 'd',
	OPT_EXTRACT = 'x',
	OPT_CHECK = 'C'
};

static const struct cli_option options[] = {
	{ OPT_LANG, "lang", "LANG", "write in zh (default) or en" },
	{ OPT_DIGEST, "digest", NULL, "tell the day: overview and conclusion" },
	{ OPT_EXTRACT, "extract", NULL, "never ask a model, only extract" },
	{ OPT_CHECK, "check", NULL,
	    "say what in summaries no record supports" },
	{ 0 },
};

static const struct cli cli = {
	.name = "summarize",
	.about = "Adds to each record a summary that is taken from its text.",
	.synopsis = "[-hqVv] [-l LANG] [-d] [-x] [-C] [FILE ...]",
	.options = options,
};

struct settings {
	enum lang lang;
	bool digest, check;
};

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		switch (letter) {
		case OPT_LANG:
			settings->lang = lang_option(optarg);
			break;
		case OPT_DIGEST:
			settings->digest = true;
			break;
		case OPT_EXTRACT:
			break; /* what is done anyway */
		case OPT_CHECK:
			settings->check = true;
			break;
		}
	}
}

static void
write_digest(const struct settings *settings, const struct digest *digest,
    const struct labels *labels)
{
	static const char *const parts[] = { "overview", "conclusion" };
	struct buf json = { 0 };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		tell_digest(&json, digest, parts[i], settings->lang, labels);
		rec_write(&json);
	}
	buf_free(&json);
}

static void
summarize(const struct settings *settings, const struct labels *labels,
    char *const operands[])
{
	struct rec_in in;
	struct item item;
	struct digest digest = { 0 };
	struct buf summary = { 0 };

	extract_start();
	item_start(&item);
	rec_open(&in, operands);
	while (rec_next(&in)) {
		if (item_read(&item, &in.rec, labels)) {
			digest_item(&digest, &item, &in.rec);
			item_summary(&item, settings->lang, &summary);
			rec_pass_with(&in.rec, "summary", &summary);
		} else if (!settings->digest || !rec_is(&in.rec, "digest")) {
			digest_other(&digest, &in.rec);
			rec_pass(&in.rec);
		}
	}
	if (settings->digest)
		write_digest(settings, &digest, labels);
	rec_close(&in);
	extract_end();
	item_free(&item);
	digest_free(&digest);
	buf_free(&summary);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { .lang = LANG_ZH };
	struct labels labels = { 0 };

	read_options(&settings, argc, argv);
	if (settings.check) {
		check_run(argv + optind);
		return cli_finish();
	}
	labels_load(&labels, settings.lang);
	summarize(&settings, &labels, argv + optind);
	labels_free(&labels);
	return cli_finish();
}
