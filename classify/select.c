/*
 * Which judged records go on. No more is kept of a source than will leave.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "cli.h"
#include "diag.h"
#include "emit.h"
#include "out.h"
#include "select.h"
#include "when.h"

enum {
	MAX_TOP = 10000
};

/* A kind, and what its source is called behind the repository's name. */
static const struct {
	const char *kind, *plural;
} kinds[SELECT_KINDS] = {
	{ "paper", "papers" },
	{ "commit", "commits" },
	{ "issue", "issues" },
	{ "pull", "pulls" },
	{ "release", "releases" },
};

struct kept {
	double points;
	char *line;
	size_t len;
};

struct source {
	char *name;
	size_t kind;
	unsigned long long landed, shown;
	struct kept *kept; /* best first */
	size_t count, capacity;
};

static size_t
kind_of(const char *word, size_t len)
{
	size_t i = 0;

	while (i < SELECT_KINDS &&
	    (strlen(kinds[i].kind) != len ||
		strncmp(kinds[i].kind, word, len) != 0))
		i++;
	return i;
}

void
select_top(struct select *select, char *spec)
{
	char *part;

	while ((part = strsep(&spec, ",")) != NULL) {
		size_t len = strcspn(part, "="), kind = kind_of(part, len);

		select->is_bounded = true;
		if (kind < SELECT_KINDS && part[len] == '=')
			select->top[kind] = cli_integer(
			    "--top", part + len + 1, 1, MAX_TOP);
		else
			diag_usage("--top %s: not of the form kind=N, with "
				   "paper, commit, issue, pull or release",
			    part);
	}
}

void
select_note(struct select *select, const struct rec *rec)
{
	struct buf date = { 0 };
	const char *s;
	time_t time;

	if (rec_is(rec, "status") &&
	    (s = rec_str(rec, "date", &date)) != NULL && when_date(s, &time))
		when_put_date(select->date, time);
	buf_free(&date);
}

/* Returns the source of a record of the kind `kind`. */
static struct source *
source_of(struct select *select, const struct rec *rec, size_t kind)
{
	struct buf name = { 0 }, repo = { 0 };
	size_t *at;

	if (kind == 0)
		buf_str(&name, "arxiv");
	else if (rec_line(rec, "repo", &repo) != NULL)
		buf_printf(&name, "%s %s", repo.at, kinds[kind].plural);
	else
		buf_str(&name, kinds[kind].plural);
	at = map_at(&select->index, name.at, select->count);
	if (*at == select->count) {
		select->sources = xgrow(select->sources, &select->capacity,
		    select->count + 1, sizeof *select->sources);
		select->sources[select->count++] = (struct source) {
			.name = xstrdup(name.at),
			.kind = kind,
		};
	}
	buf_free(&name);
	buf_free(&repo);
	return &select->sources[*at];
}

/* Keeps a record among the `top` best of its source. */
static void
keep(struct source *source, size_t top, struct kept new)
{
	size_t at = source->count;

	while (at > 0 && source->kept[at - 1].points < new.points)
		at--;
	if (at == top) {
		free(new.line);
		return;
	}
	if (source->count == top)
		free(source->kept[--source->count].line);
	source->kept = xgrow(source->kept, &source->capacity, source->count + 1,
	    sizeof *source->kept);
	memmove(source->kept + at + 1, source->kept + at,
	    (source->count - at) * sizeof *source->kept);
	source->kept[at] = new;
	source->count++;
}

static size_t
kind_of_record(const struct rec *rec)
{
	size_t i = 0;

	while (i < SELECT_KINDS && !rec_is(rec, kinds[i].kind))
		i++;
	return i;
}

void
select_take(struct select *select, const struct rec *rec,
    const struct verdict *verdict, const struct buf *class)
{
	struct source *source;
	struct buf line = { 0 };
	size_t kind;

	if (select->min <= 0 && !select->is_bounded) {
		rec_pass_with(rec, "class", class);
		return;
	}
	kind = kind_of_record(rec);
	source = source_of(select, rec, kind);
	source->landed++;
	if (verdict->score < select->min ||
	    (verdict->muted != NULL && select->top[kind] > 0))
		return;
	if (select->top[kind] == 0) {
		source->shown++;
		rec_pass_with(rec, "class", class);
		return;
	}
	scan_splice(&line, &rec->object, "class",
	    (struct span) { class->at, class->len });
	keep(source, (size_t)select->top[kind],
	    (struct kept) { verdict->points, line.at, line.len });
}

static void
write_kept(struct source *source)
{
	for (size_t i = 0; i < source->count; i++) {
		out_write(source->kept[i].line, source->kept[i].len);
		out_write("\n", 1);
	}
	source->shown += source->count;
}

static void
write_status(const struct select *select, const struct source *source)
{
	struct buf json = { 0 };

	emit_open(&json, NULL, '{');
	emit_string(&json, "kind", "status");
	emit_string(&json, "stage", "classify");
	emit_string(&json, "source", source->name);
	if (*select->date != '\0')
		emit_string(&json, "date", select->date);
	emit_bool(&json, "ok", true);
	emit_integer(&json, "landed", (long long)source->landed);
	emit_integer(&json, "shown", (long long)source->shown);
	emit_close(&json, '}');
	rec_write(&json);
	buf_free(&json);
}

void
select_finish(struct select *select)
{
	for (size_t i = 0; i < select->count; i++)
		write_kept(&select->sources[i]);
	for (size_t i = 0; i < select->count; i++)
		if (select->sources[i].shown < select->sources[i].landed)
			write_status(select, &select->sources[i]);
}

void
select_free(struct select *select)
{
	for (size_t i = 0; i < select->count; i++) {
		struct source *source = &select->sources[i];

		for (size_t k = 0; k < source->count; k++)
			free(source->kept[k].line);
		free(source->kept);
		free(source->name);
	}
	free(select->sources);
	map_free(&select->index);
	*select = (struct select) { 0 };
}
