/*
 * A statement while it is checked.
 */
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "normal.h"
#include "scope.h"
#include "statement.h"
#include "text.h"

static const char ideographic_stop[] = "\xe3\x80\x82";

/* Returns how many bytes at `s` end a clause, 0 if none do. */
static size_t
stop_len(const char *s)
{
	if (*s == '\n' || *s == ';' || *s == '!' || *s == '?')
		return 1;
	if (*s == '.' && !view_is_word(s[1]))
		return 1;
	return strncmp(s, ideographic_stop, 3) == 0 ? 3 : 0;
}

static void
add_clause(struct statement *statement, size_t start, size_t end)
{
	const struct sources *source = statement->seek->source;
	struct clause clause = { .end = end, .scope = SOURCE_ANY };
	struct buf text = { 0 };

	if (source->records > 1) {
		buf_add(&text, statement->text.at + start, end - start);
		clause.scope = scope_of(source, text.at, &clause.repo);
		buf_free(&text);
	}
	statement->clauses = xgrow(statement->clauses,
	    &statement->clause_capacity, statement->clause_count + 1,
	    sizeof *statement->clauses);
	statement->clauses[statement->clause_count++] = clause;
}

static void
split(struct statement *statement)
{
	const char *s = statement->text.at;
	size_t start = 0, i = 0, len = statement->text.len, stop;

	statement->clause_count = 0;
	while (i < len) {
		stop = stop_len(s + i);
		i += stop > 0 ? stop : 1;
		if (stop > 0 || i == len) {
			add_clause(statement, start, i);
			start = i;
		}
	}
}

void
statement_start(struct statement *statement, struct seek *seek,
    struct ground_findings *findings, const char *s, size_t len)
{
	statement->seek = seek;
	statement->findings = findings;
	buf_clear(&statement->text);
	normal_add(&statement->text, s, len);
	buf_clear(&statement->code);
	buf_add(&statement->code, statement->text.at, statement->text.len);
	memset(statement->code.at, 0, statement->code.len);
	split(statement);
}

static const struct clause *
clause_at(const struct statement *statement, size_t at)
{
	size_t low = 0, high = statement->clause_count - 1;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (statement->clauses[middle].end > at)
			high = middle;
		else
			low = middle + 1;
	}
	return &statement->clauses[low];
}

static bool
is_listed(const struct ground_findings *findings, enum ground_kind kind,
    const char *token, const char *repo)
{
	for (size_t i = 0; i < findings->count; i++)
		if (findings->list[i].kind == kind &&
		    findings->list[i].repo == repo &&
		    strcmp(findings->list[i].token, token) == 0)
			return true;
	return false;
}

static void
add_finding(struct ground_findings *findings, enum ground_kind kind,
    const char *token, const char *repo)
{
	bool hard = kind < GROUND_ACRONYM;

	if (is_listed(findings, kind, token, repo))
		return;
	findings->hard += hard;
	findings->soft += !hard;
	if (findings->count == GROUND_MAX_LISTED)
		return;
	findings->list = xgrow(findings->list, &findings->capacity,
	    findings->count + 1, sizeof *findings->list);
	findings->list[findings->count++] = (struct ground_finding) {
		.kind = kind,
		.hard = hard,
		.token = arena_str(&findings->tokens, token),
		.repo = repo,
	};
}

void
statement_claim(struct statement *statement, enum ground_kind kind, size_t at,
    size_t len, uint64_t who)
{
	const struct clause *clause = clause_at(statement, at);
	struct buf raw = { 0 }, token = { 0 };

	statement->findings->claims++;
	if ((who & clause->scope) != SOURCE_NONE)
		return;
	buf_add(&raw, statement->text.at + at, len);
	buf_cut(&raw, utf8_cut(raw.at, TRIE_LONGEST));
	text_line(&token, raw.at);
	add_finding(statement->findings, kind, token.at,
	    (who & SOURCE_ANY) != 0 ? clause->repo : NULL);
	buf_free(&raw);
	buf_free(&token);
}

void
statement_blank(struct statement *statement, size_t at, size_t len)
{
	memset(statement->text.at + at, ' ', len);
}

void
statement_mark_code(struct statement *statement, size_t at, size_t len)
{
	memset(statement->code.at + at, 1, len);
}

void
statement_free(struct statement *statement)
{
	buf_free(&statement->text);
	buf_free(&statement->code);
	free(statement->clauses);
	*statement = (struct statement) { 0 };
}
