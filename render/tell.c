/*
 * What a report says of the day as a whole.
 */
#include "tell.h"

enum {
	MAX_LINES = 200 /* sources that are told of one by one */
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
put_left_out(struct buf *line, const char *phrase, long long count,
    const struct phrases *words)
{
	if (count == 0)
		return;
	buf_str(line, words->comma);
	buf_printf(line, phrase, count);
}

/* Of several days: on how many of them the source failed. */
static void
put_days(
    struct buf *line, const struct fared *source, const struct phrases *words)
{
	long long landed = sources_landed(source);

	buf_printf(line, words->failed_days, source->name, source->failed_days,
	    source->days);
	if (landed > 0)
		buf_printf(line, words->found, landed, sources_shown(source));
}

/* One line for a source of which something is to be said. */
static void
tell_source(struct sentences *lines, const struct fared *source,
    const struct phrases *words)
{
	long long landed = sources_landed(source);
	bool left_out = source->capped + source->selected > 0;
	struct buf line = { 0 };

	if (source->failed && source->days > 1)
		put_days(&line, source, words);
	else if (source->failed && landed == 0)
		buf_printf(&line, words->failed, source->name);
	else if (source->failed || left_out)
		buf_printf(&line,
		    source->failed ? words->partial : words->shown,
		    source->name, landed, sources_shown(source));
	else
		buf_printf(&line, "%s%s", source->name, words->colon);
	put_left_out(&line, words->capped, source->capped, words);
	put_left_out(&line, words->selected, source->selected, words);
	if (source->reasons.len > 0)
		buf_printf(&line, " (%s)", source->reasons.at);
	if (source->notes.len > 0)
		buf_printf(&line, "%s%s",
		    source->failed || left_out ? words->comma : "",
		    source->notes.at);
	sentences_add(lines, line.at);
	buf_free(&line);
}

/* The same of a model, whose words say what it has not done. */
static void
tell_model(struct sentences *lines, const struct fared *model,
    const struct phrases *words)
{
	const struct buf *reasons = &model->reasons, *notes = &model->notes;
	struct buf line = { 0 };

	buf_printf(&line, "%s%s", model->name, words->colon);
	if (reasons->len > 0)
		buf_str(&line, reasons->at);
	if (notes->len > 0)
		buf_printf(&line, "%s%s", reasons->len > 0 ? words->comma : "",
		    notes->at);
	sentences_add(lines, line.at);
	buf_free(&line);
}

static void
tell_each(struct sentences *lines, const struct sources *sources,
    const struct phrases *words)
{
	struct buf line = { 0 };
	size_t rest = 0;
	long long landed = 0;

	for (size_t i = 0; i < sources->count; i++) {
		const struct fared *source = &sources->at[i];

		if (sources_complete(source)) {
			rest++;
			landed += sources_landed(source);
		} else if (lines->count < MAX_LINES) {
			(source->is_model ? tell_model : tell_source)(
			    lines, source, words);
		} else if (lines->count == MAX_LINES) {
			sentences_add(lines, "…");
		}
	}
	if (rest > 0) {
		buf_printf(&line, words->the_rest[rest > 1], rest, landed);
		sentences_add(lines, line.at);
	}
	buf_free(&line);
}

static void
tell_room(struct sentences *lines, const struct groups sections[],
    const struct phrases *words)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < SECTION_COUNT; i++) {
		if (sections[i].left_out == 0)
			continue;
		buf_clear(&line);
		buf_printf(&line, "%s%s", words->sections[i], words->colon);
		buf_printf(&line, words->no_room, sections[i].left_out);
		sentences_add(lines, line.at);
	}
	buf_free(&line);
}

/* Sets `line` to a sentence on the summaries, without its end. */
static void
put_made(struct buf *line, const struct made *made, const struct phrases *words)
{
	buf_clear(line);
	if (made->authors == 0) {
		if (made->extracted > 0 && made->replaced == 0)
			buf_str(line, words->all_extracted);
	} else if (made->authors == 1 && made->extracted == 0) {
		buf_printf(line, words->all_by, made->by[0]);
	}
	if (line->len > 0 || made->authors + made->extracted == 0)
		return;
	buf_str(line, words->summaries);
	for (size_t i = 0; i < made->authors; i++) {
		buf_str(line, i > 0 ? words->comma : "");
		buf_printf(line, words->by[made->counts[i] > 1],
		    made->counts[i], made->by[i]);
	}
	if (made->extracted > 0) {
		buf_str(line, made->authors > 0 ? words->comma : "");
		buf_printf(line, words->extracted[made->extracted > 1],
		    made->extracted);
	}
	if (made->replaced > 0) {
		buf_str(line, words->comma);
		buf_printf(
		    line, words->replaced[made->replaced > 1], made->replaced);
	}
}

bool
tell_sources(struct sentences *lines, const struct sources *sources,
    const struct groups sections[], const struct made *made,
    const struct phrases *words)
{
	struct buf summaries = { 0 }, line = { 0 };
	bool complete = true;

	for (size_t i = 0; i < sources->count; i++)
		complete = complete && sources_complete(&sources->at[i]);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		complete = complete && sections[i].left_out == 0;
	put_made(&summaries, made, words);
	if (!complete) {
		tell_each(lines, sources, words);
		tell_room(lines, sections, words);
		if (summaries.len > 0)
			sentences_add(lines, summaries.at);
	} else if (sources->count > 0) {
		buf_printf(
		    &line, words->all_well[sources->count > 1], sources->count);
		if (summaries.len > 0)
			buf_printf(&line, "%s%s%s", words->gap, summaries.at,
			    words->stop);
		sentences_add(lines, line.at);
	}
	buf_free(&summaries);
	buf_free(&line);
	return complete;
}
