/*
 * Pages of lists that somebody saved.
 */
#include <errno.h>
#include <string.h>

#include "array.h"
#include "diag.h"
#include "emit.h"
#include "map.h"
#include "out.h"
#include "parse.h"
#include "record.h"
#include "status.h"

/* What has been found. */
struct found {
	struct map ids; /* pages overlap */
	struct buf repo; /* of the first object */
	long items, records, bad;
};

/* Sets `repo` to the repository of an object; false if nothing tells. */
static bool
find_repo(const struct parse *parse, jv item, struct buf *repo)
{
	if (record_repo(item, parse->service, repo))
		return true;
	if (parse->repo != NULL)
		buf_str(repo, parse->repo);
	return parse->repo != NULL;
}

static void
put_record(
    const struct parse *parse, struct found *found, jv item, const char *repo)
{
	struct buf json = { 0 }, id = { 0 };
	size_t known = found->ids.count;

	item_id(item, parse->kind, repo, &id);
	map_at(&found->ids, id.at, 1);
	if (found->ids.count > known) {
		found->records++;
		record_open(&json, item, parse->kind, parse->service, repo,
		    parse->window);
		emit_close(&json, '}');
		buf_char(&json, '\n');
		out_write(json.at, json.len);
	}
	buf_free(&json);
	buf_free(&id);
}

/* Takes an object; returns what is wrong with it, or NULL. */
static const char *
take(const struct parse *parse, struct found *found, jv item)
{
	enum item_place place = item_place(item, parse->kind, parse->window);
	struct buf repo = { 0 };
	const char *wrong = NULL;

	if (place == ITEM_UNUSABLE)
		wrong = "cannot be read";
	else if (!find_repo(parse, item, &repo))
		wrong = "does not tell its repository; name one";
	else if (place == ITEM_INSIDE)
		put_record(parse, found, item, repo.at);
	if (wrong == NULL && found->repo.len == 0)
		buf_str(&found->repo, repo.at);
	buf_free(&repo);
	return wrong;
}

static void
write_status(
    const struct parse *parse, const struct found *found, const char *error)
{
	const char *repo = parse->repo != NULL ? parse->repo : found->repo.at;
	struct buf source = { 0 };

	if (repo != NULL)
		buf_printf(&source, "%s ", repo);
	buf_str(&source, item_kind_name(parse->kind));
	status_write(&(struct status) { .source = source.at,
	    .date = parse->date,
	    .landed = found->records,
	    .shown = found->records,
	    .error = error });
	buf_free(&source);
}

/* Says why the input is not whole, and leaves it in `error`; or does nothing. */
static void
judge(const struct array *pages, const struct found *found, FILE *in,
    const char *name, struct buf *error)
{
	if (ferror(in)) {
		diag_error("%s: %s", name, strerror(errno));
		buf_str(error, "the page cannot be read");
	} else if (pages->error != NULL) {
		diag_error("%s: item %ld: the page %s", name, found->items + 1,
		    pages->error);
		buf_printf(error, "the page %s", pages->error);
	} else if (found->bad > 0) {
		buf_str(error, "an item of the list cannot be read");
	}
}

void
parse_pages(const struct parse *parse, FILE *in, const char *name)
{
	struct found found = { 0 };
	struct array pages;
	struct span text;
	struct buf error = { 0 };

	array_open_file(&pages, in);
	for (; array_next(&pages, &text); found.items++) {
		jv item = item_parse(text);
		const char *wrong = take(parse, &found, item);

		if (wrong != NULL) {
			found.bad++;
			diag_bad(name, ": item %ld %s", found.items + 1, wrong);
		}
		json_free(item);
	}
	judge(&pages, &found, in, name, &error);
	write_status(parse, &found, error.at);
	if (error.len > 0 && found.records == 0)
		diag_raise(STATUS_FAILED);
	array_close(&pages);
	map_free(&found.ids);
	buf_free(&found.repo);
	buf_free(&error);
}
