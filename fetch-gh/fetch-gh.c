/*
 * fetch-gh: commits, new issues, pull requests and releases of repositories on
 * GitHub, as records.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "alloc.h"
#include "config.h"
#include "diag.h"
#include "fetch.h"
#include "limits.h"
#include "list.h"
#include "out.h"
#include "rec.h"
#include "text.h"

enum {
	OPT_COMMITS = 'C',
	OPT_ISSUES = 'I',
	OPT_PULLS = 'P',
	OPT_RELEASES = 'R',
	OPT_BRANCH = 'b',
	OPT_FILE = 'f',
	CONNECTIONS = 8
};

static const struct cli_option options[] = {
	FETCH_OPTION_DATE,
	FETCH_OPTION_FROM,
	FETCH_OPTION_TO,
	{ OPT_COMMITS, "commits", NULL, "commits (default, with --issues)" },
	{ OPT_ISSUES, "issues", NULL, "new issues" },
	{ OPT_PULLS, "pulls", NULL, "pull requests opened or merged" },
	{ OPT_RELEASES, "releases", NULL, "releases" },
	{ OPT_BRANCH, "branch", "B", "commits of this branch" },
	{ FETCH_MAX, "max", "N", "the N newest of each list" },
	{ OPT_FILE, "file", "LIST", "repositories, one on a line" },
	FETCH_OPTION_CACHE,
	FETCH_OPTION_OFFLINE,
	FETCH_OPTION_PATIENCE,
	{ 0 },
};

static const struct cli cli = {
	.name = "fetch-gh",
	.about = "Prints what happened in repositories on GitHub, as records.",
	.synopsis =
	    "[-CIPRhoqVv] [-d DATE | --from TIME --to TIME] [-b B] "
	    "[-n N]\n[-f LIST] [-c DIR] [--patience S] [OWNER/REPO ...]",
	.options = options,
};

struct settings {
	struct fetch_options fetch;
	bool kinds[ITEM_KINDS];
	const char *branch;
	const char **repos;
	size_t count, capacity;
	struct arena names;
};

/* OWNER/REPO, of the characters that GitHub allows, and no way out. */
static bool
is_repo(const char *s)
{
	const char *slash = strchr(s, '/');
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.";

	return slash != NULL && slash != s && slash[1] != '\0' &&
	    s + strspn(s, allowed) == slash &&
	    slash[1 + strspn(slash + 1, allowed)] == '\0' && *s != '.' &&
	    strcmp(slash, "/.") != 0 && strcmp(slash, "/..") != 0;
}

/* GitHub takes names in any case, so A/B and a/b are one repository. */
static void
add_repo(struct settings *settings, const char *name)
{
	for (size_t i = 0; i < settings->count; i++)
		if (strcasecmp(settings->repos[i], name) == 0)
			return;
	settings->repos = xgrow(settings->repos, &settings->capacity,
	    settings->count + 1, sizeof *settings->repos);
	settings->repos[settings->count++] = arena_str(&settings->names, name);
}

static void
read_list(struct settings *settings, const char *path)
{
	struct config config;
	char *line;

	config_open(&config, path);
	while ((line = config_next(&config)) != NULL) {
		if (!is_repo(line))
			config_refuse(&config, "not OWNER/REPO", line);
		add_repo(settings, line);
	}
	config_close(&config);
}

static void
read_options(struct settings *settings, int argc, char *argv[])
{
	int letter;

	while ((letter = cli_next(&cli, argc, argv)) != -1) {
		if (fetch_option(&settings->fetch, letter, optarg))
			continue;
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
		case OPT_BRANCH:
			settings->branch = optarg;
			break;
		case OPT_FILE:
			read_list(settings, optarg);
			break;
		}
	}
	for (int i = optind; i < argc; i++) {
		if (!is_repo(argv[i]))
			diag_usage("%s: not OWNER/REPO", argv[i]);
		add_repo(settings, argv[i]);
	}
	if (settings->count == 0)
		diag_usage("no repository is named; see --help");
}

static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

/* Returns the API's root without a slash at its end; free() it. */
static char *
read_base(void)
{
	const char *base = variable("GITHUB_API_URL");
	char *copy;
	size_t len;

	if (base == NULL)
		base = "https://api.github.com";
	http_check_base("GITHUB_API_URL", base);
	copy = xstrdup(base);
	for (len = strlen(copy); len > 0 && copy[len - 1] == '/'; len--)
		copy[len - 1] = '\0';
	return copy;
}

/* A line feed in it, from a careless file, would begin another header. */
static const char *
read_token(void)
{
	const char *name = "GITHUB_TOKEN", *token = variable(name);

	if (token == NULL)
		token = variable(name = "GH_TOKEN");
	for (const char *p = token; p != NULL && *p != '\0'; p++)
		if (*p <= ' ' || *p > '~')
			diag_usage("%s: no token has a blank or a control "
				   "character in it",
			    name);
	return token;
}

/* All lists in the order in which they are to be written. */
struct run {
	struct list *lists;
	size_t count, written, failed;
	const char *date;
	const struct list *unsaid; /* failed, and was not reported yet */
	size_t alike; /* lists behind it that failed for the same reason */
};

/* Says what went wrong, once for lists that follow each other. */
static void
say_failure(struct run *run)
{
	const struct list *list = run->unsaid;

	if (list == NULL)
		return;
	if (run->alike > 0)
		diag_error("%s %s and %zu more: %s", list->repo,
		    list_name(list), run->alike, list->error.at);
	else
		diag_error(
		    "%s %s: %s", list->repo, list_name(list), list->error.at);
	run->unsaid = NULL;
}

static void
note_failure(struct run *run, const struct list *list)
{
	run->failed++;
	if (run->unsaid != NULL &&
	    strcmp(run->unsaid->error.at, list->error.at) == 0) {
		run->alike++;
		return;
	}
	say_failure(run);
	run->unsaid = list;
	run->alike = 0;
}

/* Writes what is there, as far as nothing before it is missing. */
static void
write_finished(void *data)
{
	struct run *run = data;
	struct buf json = { 0 };

	while (run->written < run->count && run->lists[run->written].finished) {
		struct list *list = &run->lists[run->written++];

		list_status(list, run->date, &json);
		out_write(list->records.at, list->records.len);
		rec_write(&json);
		if (list->error.len > 0)
			note_failure(run, list);
		buf_free(&list->records);
	}
	out_flush();
	buf_free(&json);
}

static void
begin_lists(struct run *run, struct http *http, const struct settings *settings,
    const struct list_wish *wish)
{
	bool usual = true;

	run->lists = xmalloc(settings->count * ITEM_KINDS * sizeof *run->lists);
	for (size_t kind = 0; kind < ITEM_KINDS; kind++)
		usual = usual && !settings->kinds[kind];
	for (size_t i = 0; i < settings->count; i++) {
		for (int kind = 0; kind < ITEM_KINDS; kind++) {
			bool wanted = usual
			    ? kind == ITEM_COMMIT || kind == ITEM_ISSUE
			    : settings->kinds[kind];

			if (wanted)
				list_begin(&run->lists[run->count++], http,
				    settings->repos[i], (enum item_kind)kind,
				    wish);
		}
	}
}

static void
fetch(const struct settings *settings, struct run *run)
{
	static const char *const headers[] = {
		"Accept: application/vnd.github+json",
		"X-GitHub-Api-Version: 2022-11-28", NULL
	};
	char *base = read_base();
	struct http_manners manners = { .base = base,
		.token = read_token(),
		.headers = headers,
		.service = "github",
		.connections = CONNECTIONS,
		.retry = limits_retry };
	struct quota quota = { .left = -1 };
	struct list_wish wish = { .base = base,
		.quota = &quota,
		.branch = settings->branch,
		.window = settings->fetch.window,
		.max = settings->fetch.max,
		.finished = write_finished,
		.data = run };
	struct http *http = http_open(&manners, &settings->fetch.wishes);

	begin_lists(run, http, settings, &wish);
	http_run(http);
	http_close(http);
	limits_say_quota(&quota);
	free(base);
}

int
main(int argc, char *argv[])
{
	struct settings settings = { 0 };
	struct run run = { 0 };

	fetch_start(&settings.fetch);
	read_options(&settings, argc, argv);
	fetch_settle(&settings.fetch, time(NULL));
	run.date = settings.fetch.date;
	fetch(&settings, &run);
	say_failure(&run);
	if (run.failed == run.count)
		diag_raise(STATUS_FAILED);
	for (size_t i = 0; i < run.count; i++)
		list_free(&run.lists[i]);
	free(run.lists);
	free(settings.repos);
	arena_free(&settings.names);
	return cli_finish();
}
