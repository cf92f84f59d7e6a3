/*
 * fetch-gh: commits, new issues, pull requests and releases of repositories on
 * GitHub, as records.
 */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "diag.h"
#include "fetch.h"
#include "parse.h"
#include "run.h"

enum {
	OPT_COMMITS = 'C',
	OPT_ISSUES = 'I',
	OPT_PULLS = 'P',
	OPT_RELEASES = 'R',
	OPT_DIFF = 'D',
	OPT_BRANCH = 'b',
	OPT_FILE = 'f',
	OPT_DIFF_BYTES = 512, /* no letter */
	OPT_PARSE,
	CONNECTIONS = 8,
	DIFF_BYTES = 1024 * 1024,
	MAX_DIFF_BYTES = 1024 * 1024 * 1024
};

static const struct cli_option option_table[] = {
	FETCH_OPTION_DATE,
	FETCH_OPTION_FROM,
	FETCH_OPTION_TO,
	{ OPT_COMMITS, "commits", NULL, "commits (default, with --issues)" },
	{ OPT_ISSUES, "issues", NULL, "new issues" },
	{ OPT_PULLS, "pulls", NULL, "pull requests opened or merged" },
	{ OPT_RELEASES, "releases", NULL, "releases" },
	{ OPT_DIFF, "diff", NULL, "what each commit changed" },
	{ OPT_DIFF_BYTES, "diff-bytes", "N", "N bytes of patches (1048576)" },
	{ OPT_BRANCH, "branch", "B", "commits of this branch" },
	{ FETCH_MAX, "max", "N", "the N newest of each list" },
	{ OPT_FILE, "file", "LIST", "repositories, one on a line" },
	FETCH_OPTION_LATE,
	FETCH_OPTION_SEEN,
	{ OPT_PARSE, "parse", "KIND",
	    "FILE is a page of a list, asked before" },
	FETCH_OPTION_CACHE,
	FETCH_OPTION_OFFLINE,
	FETCH_OPTION_PATIENCE,
	{ 0 },
};

static const struct cli cli = {
	.name = "fetch-gh",
	.about = "Prints what happened in repositories on GitHub, as records.",
	.synopsis =
	    "[-CDIPRhoqVv] [-d DATE | --from TIME --to TIME] [-b B] "
	    "[-n N]\n\t[-f LIST] [--diff-bytes N] [--late N] [--seen FILE] "
	    "[-c DIR]\n\t[--patience S] [OWNER/REPO ...]\n"
	    "--parse KIND [-d DATE | --from TIME --to TIME] FILE "
	    "[OWNER/REPO]",
	.options = option_table,
};

struct settings {
	struct fetch_options fetch;
	bool kinds[ITEM_KINDS];
	bool diff;
	size_t diff_bytes;
	const char *branch;
	const char *parse_kind; /* NULL: ask the service */
	struct repos repos;
};

/* Takes an option that the fetchers do not share. */
static void
take_option(struct settings *settings, int letter)
{
	switch (letter) {
	case OPT_COMMITS:
		settings->kinds[ITEM_COMMIT] = true;
		break;
	case OPT_ISSUES:
		settings->kinds[ITEM_ISSUE] = true;
		break;
	case OPT_PULLS:
		settings->kinds[ITEM_PULL] = true;
		break;
	case OPT_RELEASES:
		settings->kinds[ITEM_RELEASE] = true;
		break;
	case OPT_DIFF:
		settings->diff = true;
		break;
	case OPT_DIFF_BYTES:
		settings->diff_bytes = (size_t)cli_integer(
		    "--diff-bytes", optarg, 0, MAX_DIFF_BYTES);
		break;
	case OPT_BRANCH:
		settings->branch = optarg;
		break;
	case OPT_FILE:
		repos_read(&settings->repos, optarg);
		break;
	case OPT_PARSE:
		settings->parse_kind = optarg;
		break;
	}
}

static void
settle_kinds(bool *kinds)
{
	for (int kind = 0; kind < ITEM_KINDS; kind++)
		if (kinds[kind])
			return;
	kinds[ITEM_COMMIT] = kinds[ITEM_ISSUE] = true;
}

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1)
		if (!fetch_option(&settings->fetch, letter, optarg))
			take_option(settings, letter);
	settle_kinds(settings->kinds);
	if (settings->parse_kind != NULL)
		return;
	for (int i = optind; i < argc; i++)
		repos_add(&settings->repos, argv[i]);
	if (settings->repos.count == 0)
		diag_usage("no repository is named; see --help");
}

/* A saved page is read as it is, unless a time is named. */
static bool
names_time(const struct fetch_options *options)
{
	return options->date != NULL || options->from_text != NULL ||
	    options->to_text != NULL;
}

static void
parse(
    struct settings *settings, const struct service *service, char *operands[])
{
	struct parse parse = { .service = service,
		.repo = operands[0] != NULL ? operands[1] : NULL,
		.window = { INT64_MIN, INT64_MAX } };
	FILE *in;

	if (!item_read_kind(settings->parse_kind, &parse.kind))
		diag_usage("--parse %s: not commits, issues, pulls or releases",
		    settings->parse_kind);
	if (operands[0] == NULL)
		diag_usage("--parse needs a file; see --help");
	if (parse.repo != NULL && operands[2] != NULL)
		diag_usage("%s: --parse reads one file", operands[2]);
	if (parse.repo != NULL && !repos_is_name(parse.repo))
		diag_usage("%s: not OWNER/REPO", parse.repo);
	if (names_time(&settings->fetch)) {
		fetch_settle(&settings->fetch, time(NULL));
		parse.window = settings->fetch.window;
		parse.date = settings->fetch.date;
	}
	in = strcmp(operands[0], "-") == 0 ? stdin : fopen(operands[0], "r");
	if (in == NULL)
		diag_die("%s: %s", operands[0], strerror(errno));
	parse_pages(&parse, in, in == stdin ? "<stdin>" : operands[0]);
	fclose(in);
}

static void
fetch(struct settings *settings, const struct service *service)
{
	static const char *const headers[] = {
		"Accept: application/vnd.github+json",
		"X-GitHub-Api-Version: 2022-11-28", NULL
	};
	const struct fetch_options *options = &settings->fetch;
	char *cache_dir = http_cache_dir();
	struct http_manners manners = { .base = service->base,
		.token = service->token,
		.headers = headers,
		.service = "github",
		.connections = CONNECTIONS,
		.retry = limits_retry };
	struct quota quota = { .left = -1 };
	struct wish wish = { .service = service,
		.branch = settings->branch,
		.late = options->late,
		.seen = &options->seen,
		.max = options->max,
		.diff = settings->diff,
		.cache_dir = options->wishes.cache_dir != NULL
		    ? options->wishes.cache_dir
		    : cache_dir,
		.quota = &quota };
	struct run run = { .repos = &settings->repos,
		.kinds = settings->kinds,
		.patches = settings->diff_bytes,
		.wish = &wish };
	struct http *http;

	fetch_settle(&settings->fetch, time(NULL));
	wish.window = settings->fetch.window;
	run.date = options->date;
	http = http_open(&manners, &options->wishes);
	run_lists(&run, http);
	http_close(http);
	limits_say_quota(&quota);
	free(cache_dir);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { .diff_bytes = DIFF_BYTES };
	struct service service;

	fetch_start(&settings.fetch);
	read_options(&settings, argc, argv);
	service_open(&service);
	if (settings.parse_kind != NULL)
		parse(&settings, &service, argv + optind);
	else
		fetch(&settings, &service);
	fetch_free(&settings.fetch);
	service_close(&service);
	repos_free(&settings.repos);
	return cli_finish();
}
