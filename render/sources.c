/*
 * How each source fared.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "map.h"
#include "said.h"
#include "sources.h"
#include "utf8.h"

enum {
	MAX_REASON = 400, /* bytes; a longer one is cut at a character */
	MAX_NAME = 200
};

static void
add_cut(struct buf *line, const char *words, size_t max)
{
	size_t len = utf8_cut(words, max);

	buf_add(line, words, len);
	buf_str(line, words[len] != '\0' ? "…" : "");
}

/* Adds a reason or a note once, the date before it where days differ. */
static void
add_words(struct buf *line, const struct labels *labels, const char *words,
    const char *date)
{
	struct buf cut = { 0 }, said = { 0 };

	if (words == NULL || *words == '\0' || line->len > MAX_REASON)
		return;
	add_cut(&cut, words, MAX_REASON);
	said_add(&said, labels, cut.at);
	if (line->len == 0 || strstr(line->at, said.at) == NULL) {
		if (line->len > 0)
			said_joint(line, labels);
		if (*date != '\0')
			buf_printf(line, "%s: ", date);
		buf_str(line, said.at);
	}
	buf_free(&cut);
	buf_free(&said);
}

static void
add(struct fared *fared, const struct source *said, const char *date,
    const struct labels *labels)
{
	bool chose = strcmp(said->stage, "classify") == 0;
	long long missing = said->shown >= 0 && said->shown < said->landed
	    ? said->landed - said->shown
	    : 0;

	if (*date != '\0' && !chose) {
		fared->days++;
		fared->failed_days += !said->ok;
	}
	if (!said->ok) {
		fared->failed = true;
		add_words(&fared->reasons, labels,
		    said->error != NULL && *said->error != '\0' ? said->error
								: date,
		    said->error != NULL ? date : "");
	}
	add_words(&fared->notes, labels, said->note, date);
	*(chose ? &fared->selected : &fared->capped) += missing;
	if (said->landed > 0)
		*(chose ? &fared->offered : &fared->fetched) += said->landed;
}

void
sources_read(struct sources *sources, const struct account *account,
    const struct labels *labels)
{
	struct map index = { 0 };
	struct buf name = { 0 };

	for (size_t i = 0; i < account->count; i++) {
		const struct source *said = &account->sources[i];
		size_t *at;

		if (account_is_model(said) && said->ok && said->note == NULL)
			continue;
		at = map_at(&index, said->name, sources->count);

		if (*at == sources->count) {
			sources->at = xgrow(sources->at, &sources->capacity,
			    sources->count + 1, sizeof *sources->at);
			add_cut(&name, said->name, MAX_NAME);
			sources->at[sources->count++] = (struct fared) {
				.name = name.at,
				.is_model = account_is_model(said),
			};
			name = (struct buf) { 0 };
		}
		add(&sources->at[*at], said, account->by_day ? said->date : "",
		    labels);
	}
	map_free(&index);
}

long long
sources_landed(const struct fared *source)
{
	return source->fetched > 0 ? source->fetched : source->offered;
}

long long
sources_shown(const struct fared *source)
{
	long long left_out = source->capped + source->selected;
	long long landed = sources_landed(source);

	return landed > left_out ? landed - left_out : 0;
}

bool
sources_complete(const struct fared *source)
{
	return !source->failed && source->capped + source->selected == 0 &&
	    source->notes.len == 0;
}

void
sources_free(struct sources *sources)
{
	for (size_t i = 0; i < sources->count; i++) {
		free(sources->at[i].name);
		buf_free(&sources->at[i].reasons);
		buf_free(&sources->at[i].notes);
	}
	free(sources->at);
	*sources = (struct sources) { 0 };
}
