/*
 * Grounding.
 */
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "emoji.h"
#include "expansion.h"
#include "figure.h"
#include "ground.h"
#include "snippet.h"
#include "statement.h"
#include "subject.h"
#include "utf8.h"
#include "word.h"

enum {
	MOST_QUESTIONS = 100000 /* that are remembered */
};

struct ground {
	struct sources source;
	struct seek seek;
	struct statement statement;
	bool seeking; /* the sources are those that are sought in */
};

/* In the order in which claims are told apart. */
static void (*const checks[])(struct statement *statement) = { subject_check,
	expansion_check, snippet_check, address_check_urls,
	address_check_hashes, address_check_refs, address_check_paths,
	figure_pass_dates, word_check, figure_check, emoji_check };

struct ground *
ground_new(void)
{
	struct ground *ground = xmalloc(sizeof *ground);

	*ground = (struct ground) { .seeking = false };
	ground_clear(ground);
	return ground;
}

void
ground_clear(struct ground *ground)
{
	source_clear(&ground->source);
	ground->seeking = false;
}

void
ground_free(struct ground *ground)
{
	source_free(&ground->source);
	seek_free(&ground->seek);
	statement_free(&ground->statement);
	free(ground);
}

void
ground_take(struct ground *ground, const struct rec *rec)
{
	source_take(&ground->source, rec);
	ground->seeking = false;
}

void
ground_take_text(struct ground *ground, const char *text)
{
	source_take_text(&ground->source, text);
	ground->seeking = false;
}

bool
ground_is_full(const struct ground *ground)
{
	return ground->source.full;
}

static void
clear(struct ground_findings *findings)
{
	findings->count = 0;
	findings->hard = 0;
	findings->soft = 0;
	findings->claims = 0;
	arena_free(&findings->tokens);
}

static void
check_all(struct ground *ground, const char *text, size_t len,
    struct ground_findings *findings)
{
	struct statement *statement = &ground->statement;

	clear(findings);
	statement_start(statement, &ground->seek, findings, text, len);
	for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
		checks[i](statement);
}

static void
find_too_long(struct ground *ground, struct ground_findings *findings)
{
	struct statement *statement = &ground->statement;
	static const char reason[] = "statement of more than 64 KiB";

	statement_start(
	    statement, &ground->seek, findings, reason, sizeof reason - 1);
	statement_claim(
	    statement, GROUND_LENGTH, 0, sizeof reason - 1, SOURCE_NONE);
}

size_t
ground_check(
    struct ground *ground, const char *text, struct ground_findings *findings)
{
	size_t whole = strlen(text), len = whole;

	if (ground->source.full) {
		clear(findings);
		return 0;
	}
	if (len > GROUND_MAX_STATEMENT)
		len = utf8_cut(text, GROUND_MAX_STATEMENT);
	if (!ground->seeking || ground->seek.count > MOST_QUESTIONS)
		seek_start(&ground->seek, &ground->source);
	ground->seeking = true;
	do {
		check_all(ground, text, len, findings);
	} while (seek_answer(&ground->seek));
	if (len < whole)
		find_too_long(ground, findings);
	return findings->hard;
}

const char *
ground_kind_name(enum ground_kind kind)
{
	static const char *const names[GROUND_KINDS] = {
		[GROUND_CODE] = "code",
		[GROUND_URL] = "address",
		[GROUND_SHA] = "hash",
		[GROUND_REF] = "reference",
		[GROUND_PATH] = "path",
		[GROUND_IDENTIFIER] = "identifier",
		[GROUND_NUMBER] = "number",
		[GROUND_PRODUCT] = "product",
		[GROUND_SUBJECT] = "subject",
		[GROUND_EXPANSION] = "expansion",
		[GROUND_EMOJI] = "emoji",
		[GROUND_LENGTH] = "length",
		[GROUND_ACRONYM] = "acronym",
		[GROUND_NAME] = "name",
	};

	return names[kind];
}

void
ground_findings_free(struct ground_findings *findings)
{
	free(findings->list);
	arena_free(&findings->tokens);
	*findings = (struct ground_findings) { 0 };
}
