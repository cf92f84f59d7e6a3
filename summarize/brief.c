/*
 * A day as a model is shown it.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "brief.h"
#include "model/tokens.h"
#include "shares.h"
#include "text.h"

enum {
	MAX_NAMES = 8 /* of subjects, types, impacts */
};

struct brief_item {
	char *group; /* its kind and repository */
	char *line;
	size_t tokens;
};

void
brief_take(struct brief *brief, const struct item *item)
{
	struct buf group = { 0 }, line = { 0 };
	struct brief_item *taken;

	buf_str(&group, item->kind);
	if (item->repo.len > 0) {
		buf_str(&group, " in ");
		text_add_line(&group, item->repo.at);
	}
	buf_printf(&line, "%s: ", group.at);
	text_add_line(&line, item->title.at);
	buf_str(&line, " | ");
	text_add_line(&line, item->text.at);
	if (item->impact.len > 0) {
		buf_str(&line, " | ");
		text_add_line(&line, item->impact.at);
	}
	buf_char(&line, '\n');
	brief->items = xgrow(brief->items, &brief->capacity, brief->count + 1,
	    sizeof *brief->items);
	taken = &brief->items[brief->count++];
	*taken = (struct brief_item) { group.at, line.at, tokens_of(line.at) };
}

static void
add_counts(struct buf *out, const struct digest *digest)
{
	static const char *const names[DIGEST_KINDS] = {
		[DIGEST_PAPER] = "papers",
		[DIGEST_COMMIT] = "code changes",
		[DIGEST_ISSUE] = "new issues",
		[DIGEST_RELEASE] = "releases",
	};

	if (*digest->date != '\0')
		buf_printf(out, "date: %s\n", digest->date);
	buf_str(out, "counts:");
	for (size_t kind = 0; kind < DIGEST_KINDS; kind++) {
		size_t repos = digest->repos[kind].count;

		buf_printf(out, "%s %zu %s", kind > 0 ? "," : "",
		    digest->counts[kind], names[kind]);
		if (repos > 0)
			buf_printf(out, " in %zu repositories", repos);
	}
	buf_char(out, '\n');
}

/* Adds how often each name was mentioned, most often first. */
static void
add_tally(struct buf *out, const char *what, const struct tally *tally)
{
	size_t i;

	for (size_t rank = 0; rank < MAX_NAMES; rank++) {
		i = tally_ranked(tally, rank);
		if (i == tally->count)
			break;
		buf_printf(out, "%s%s %zu", rank == 0 ? what : ", ",
		    tally->names[i], tally->counts[i]);
	}
	if (tally->count > 0)
		buf_char(out, '\n');
}

void
brief_write(const struct brief *brief, const struct digest *digest, size_t max,
    struct buf *out)
{
	struct share *shares = xmalloc((brief->count + 1) * sizeof *shares);

	for (size_t i = 0; i < brief->count; i++)
		shares[i] = (struct share) { brief->items[i].group,
			brief->items[i].tokens };
	shares_divide(shares, brief->count, max, max);
	buf_clear(out);
	add_counts(out, digest);
	add_tally(out, "subjects of papers: ", &digest->topics);
	add_tally(out, "types of changes: ", &digest->types);
	add_tally(out, "impacts of issues: ", &digest->impacts);
	buf_char(out, '\n');
	for (size_t i = 0; i < brief->count; i++) {
		if (shares[i].tokens == brief->items[i].tokens)
			buf_str(out, brief->items[i].line);
	}
	free(shares);
}

size_t
brief_head(const char *text)
{
	return (size_t)(strstr(text, "\n\n") - text);
}

void
brief_free(struct brief *brief)
{
	for (size_t i = 0; i < brief->count; i++) {
		free(brief->items[i].group);
		free(brief->items[i].line);
	}
	free(brief->items);
	*brief = (struct brief) { 0 };
}
