/*
 * summarize: gives each paper, commit, issue, pull request and release a
 * summary, and the day an overview and a conclusion: by a model if one is
 * named, else by sentences taken from the records themselves.
 */
#include <getopt.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "check.h"
#include "cli.h"
#include "consult.h"
#include "day.h"
#include "diag.h"
#include "http.h"
#include "model/server.h"
#include "scan.h"

enum {
	OPT_LANG = 'l',
	OPT_DIGEST = 'd',
	OPT_MODEL = 'm',
	OPT_EXTRACT = 'x',
	OPT_JOBS = 'j',
	OPT_CACHE = 'c',
	OPT_OFFLINE = 'o',
	OPT_CHECK = 'C',
	OPT_MAX_TOKENS = 256, /* no letter: see struct cli_option */
	OPT_PRICE,
	OPT_PATIENCE,
	OPT_EXTRA,
	JOBS = 4,
	MAX_JOBS = 64,
	PATIENCE_S = 600,
	MAX_PATIENCE_S = 24 * 60 * 60,
	MAX_MAX_TOKENS = 1000 * 1000 * 1000
};

static const struct cli_option options[] = {
	{ OPT_LANG, "lang", "LANG", "write in zh (default) or en" },
	{ OPT_DIGEST, "digest", NULL, "tell the day: overview and conclusion" },
	{ OPT_MODEL, "model", "MODELS", "ask these models ($OPENAI_MODEL)" },
	{ OPT_EXTRACT, "extract", NULL, "never ask a model, only extract" },
	{ OPT_JOBS, "jobs", "N", "ask N questions at once (4)" },
	{ OPT_MAX_TOKENS, "max-tokens", "N", "spend N tokens on it at most" },
	{ OPT_PRICE, "price", "PRICES", "say the cost, at these for 10^6" },
	{ OPT_PATIENCE, "patience", "S", "wait S seconds for an answer (600)" },
	{ OPT_EXTRA, "extra", "JSON", "send these members with each question" },
	{ OPT_CACHE, "cache", "DIR", "keep answers in DIR" },
	{ OPT_OFFLINE, "offline", NULL, "take answers from the cache alone" },
	{ OPT_CHECK, "check", NULL,
	    "say what in summaries no record supports" },
	{ 0 },
};

static const struct cli cli = {
	.name = "summarize",
	.about = "Adds to each record a summary of what it says.",
	.synopsis = "[-hqVvdxoC] [-l LANG] [-m MODELS] [-j N] [-c DIR]\n"
		    "\t[--max-tokens N] [--price PRICES] [--patience S]\n"
		    "\t[--extra JSON] [FILE ...]",
	.options = options,
};

static const char *
read_extra(const char *text)
{
	struct object object = { 0 };
	bool fine = scan_object(&object, text, strlen(text));

	if (!fine)
		diag_usage(
		    "--extra: byte %zu: %s", object.error_at + 1, object.error);
	scan_free(&object);
	return text;
}

static void
read_price(struct server *server, const char *text)
{
	server->priced = server_price(
	    text, &server->price_in, &server->price_out);
	if (!server->priced)
		diag_usage("--price %s: not two prices like 0.25,2.00", text);
}

/* What the command line asks for. */
struct settings {
	struct wish wish;
	struct server server;
	bool check; /* nothing else */
};

static void
read_option(struct settings *settings, int letter)
{
	struct server *server = &settings->server;
	struct wish *wish = &settings->wish;

	switch (letter) {
	case OPT_LANG:
		wish->lang = lang_option(optarg);
		break;
	case OPT_DIGEST:
		wish->digest = true;
		break;
	case OPT_MODEL:
		server->named = optarg;
		break;
	case OPT_EXTRACT:
		server->unwanted = true;
		break;
	case OPT_JOBS:
		server->jobs = (int)cli_integer("--jobs", optarg, 1, MAX_JOBS);
		break;
	case OPT_MAX_TOKENS:
		server->max_tokens = (size_t)cli_integer(
		    "--max-tokens", optarg, 1, MAX_MAX_TOKENS);
		break;
	case OPT_PRICE:
		read_price(server, optarg);
		break;
	case OPT_PATIENCE:
		server->patience = cli_number(
		    "--patience", optarg, 0, MAX_PATIENCE_S);
		break;
	case OPT_EXTRA:
		server->extra = read_extra(optarg);
		break;
	case OPT_CACHE:
		free(server->cache_dir);
		server->cache_dir = xstrdup(optarg);
		break;
	case OPT_OFFLINE:
		server->offline = true;
		break;
	case OPT_CHECK:
		settings->check = true;
		break;
	}
}

/* The work without a model: nothing is held. */
static void
extract(struct day *day, char *const operands[])
{
	struct rec_in in;

	rec_open(&in, operands);
	while (rec_next(&in)) {
		if (day_read(day, &in.rec))
			day_write(day, &in.rec);
		else
			day_pass(day, &in.rec);
	}
	rec_close(&in);
	day_write_digest(day, NULL);
}

static void
summarize(struct settings *settings, char *const operands[])
{
	struct day day;

	server_settle(&settings->server);
	day_start(&day, &settings->wish);
	if (settings->server.count > 0)
		consult(&day, &settings->server, operands);
	else
		extract(&day, operands);
	day_end(&day);
	server_free(&settings->server);
}

int
main(int argc, char *argv[])
{
	struct settings settings = {
		.wish = { .lang = LANG_ZH },
		.server = { .jobs = JOBS, .patience = PATIENCE_S },
	};
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1)
		read_option(&settings, letter);
	if (settings.check)
		check_run(argv + optind);
	else
		summarize(&settings, argv + optind);
	return cli_finish();
}
