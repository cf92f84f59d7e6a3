/*
 * What a report says of the day as a whole.
 */
#include "tell.h"
#include "escape.h"
#include "text.h"

enum {
	MAX_REASON = 400 /* bytes; a longer one is cut at a character */
};

const char *
tell_nothing(const struct account *account, const struct phrases *words)
{
	for (size_t i = 0; i < account->count; i++)
		if (account->sources[i].ok)
			return words->nothing;
	return account->count > 0 ? words->nothing_read : words->nothing;
}

/* "3 papers, 2 releases and 1 new issue." */
static void
put_counts(
    struct buf *out, const struct account *account, const struct phrases *words)
{
	size_t left = 0;
	bool first = true;

	for (size_t i = 0; i < ACCOUNT_KINDS; i++)
		left += account->counts[i] > 0;
	for (size_t i = 0; i < ACCOUNT_KINDS; i++) {
		unsigned long long count = account->counts[i];

		if (count == 0)
			continue;
		if (!first)
			buf_str(
			    out, left > 1 ? words->joint : words->last_joint);
		buf_printf(out, words->counts[i][count > 1], count);
		first = false;
		left--;
	}
	buf_str(out, words->stop);
}

void
tell_overview(
    struct buf *out, const struct day *day, const struct phrases *words)
{
	buf_clear(out);
	if (day->overview != NULL)
		buf_str(out, day->overview);
	else if (account_items(&day->account) > 0)
		put_counts(out, &day->account, words);
	else
		buf_str(out, tell_nothing(&day->account, words));
}

static void
put_reason(struct buf *out, const char *reason)
{
	size_t len = utf8_cut(reason, MAX_REASON);

	buf_add(out, reason, len);
	if (reason[len] != '\0')
		buf_str(out, "…");
}

/* One line for a source that failed or of which something was left out. */
static void
source_line(
    struct buf *out, const struct source *source, const struct phrases *words)
{
	struct buf line = { 0 };

	if (!source->ok) {
		buf_printf(&line, words->failed, source->name);
		if (source->error != NULL && *source->error != '\0') {
			buf_str(&line, " (");
			put_reason(&line, source->error);
			buf_char(&line, ')');
		}
	} else if (source->shown >= 0 && source->shown < source->landed) {
		buf_printf(&line, words->shown, source->name, source->landed,
		    source->shown);
	} else if (source->note != NULL && *source->note != '\0') {
		buf_printf(&line, words->noted, source->name);
		put_reason(&line, source->note);
	}
	if (line.len > 0)
		escape(out, "- ", line.at, "\n");
	buf_free(&line);
}

/* Counts the sources that were fetched, not what later stages say of them. */
static size_t
count_sources(const struct account *account)
{
	struct map names = { 0 };
	size_t count;

	for (size_t i = 0; i < account->count; i++)
		map_at(&names, account->sources[i].name, 0);
	count = names.count;
	map_free(&names);
	return count;
}

void
tell_sources(
    struct buf *out, const struct account *account, const struct phrases *words)
{
	struct buf lines = { 0 };

	if (account->count == 0)
		return;
	for (size_t i = 0; i < account->count; i++)
		source_line(&lines, &account->sources[i], words);
	if (lines.len > 0) {
		buf_printf(out, "## %s\n\n%s\n", words->sources, lines.at);
	} else {
		size_t count = count_sources(account);

		buf_printf(out, words->all_well[count > 1], count);
		buf_str(out, "\n\n");
	}
	buf_free(&lines);
}
