/*
 * The report as a tree.
 */
#include <string.h>

#include "document.h"
#include "tell.h"
#include "when.h"

enum {
	LONG_DAY = 30, /* items; on a shorter one all can be read */
	FIRST_OF_SECTION = 2 /* no more of one sort are to be read first */
};

/* "Daily AI Infra Report (2026-02-02)", in the words of the model. */
static void
put_title(struct buf *title, const struct wish *wish)
{
	static const char *const names[PERIOD_COUNT] = {
		"Daily AI Infra Report", "Weekly AI Infra Report",
		"Monthly AI Infra Report"
	};
	char first[WHEN_DATE_SIZE];
	time_t last;

	buf_clear(title);
	buf_str(title, names[wish->period]);
	if (*wish->date == '\0')
		return;
	if (wish->period == PERIOD_DAY) {
		buf_printf(title, " (%s)", wish->date);
	} else if (wish->period == PERIOD_MONTH) {
		buf_printf(title, " (%.7s)", wish->date);
	} else if (when_date(wish->date, &last)) {
		when_put_date(first, last - 6 * WHEN_DAY);
		buf_printf(title, " (%s – %s)", first, wish->date);
	}
}

/* Puts the item among the first ones, unless they are all better. */
static void
offer_first(struct document *document, const struct item *item)
{
	size_t at = document->first_count;

	while (at > 0 && document->first[at - 1]->score < item->score)
		at--;
	if (at == DOCUMENT_FIRST)
		return;
	if (document->first_count < DOCUMENT_FIRST)
		document->first_count++;
	for (size_t i = document->first_count - 1; i > at; i--)
		document->first[i] = document->first[i - 1];
	document->first[at] = item;
}

/* The best item of the groups that is worse than `than`; NULL: none. */
static const struct item *
best_below(const struct groups *groups, const struct item *than)
{
	const struct item *best = NULL;

	for (size_t i = 0; i < groups->count; i++) {
		for (size_t k = 0; k < groups->at[i].count; k++) {
			const struct item *item = groups->at[i].items[k];

			if (item->score > 0 &&
			    (than == NULL || shelf_is_better(than, item)) &&
			    (best == NULL || shelf_is_better(item, best)))
				best = item;
		}
	}
	return best;
}

static void
choose_first(struct document *document)
{
	size_t shown = 0;

	for (size_t s = 0; s < SECTION_COUNT; s++)
		for (size_t i = 0; i < document->sections[s].count; i++)
			shown += document->sections[s].at[i].count;
	for (size_t s = 0; shown > LONG_DAY && s < SECTION_COUNT; s++) {
		const struct item *item = NULL;

		for (size_t i = 0; i < FIRST_OF_SECTION; i++) {
			item = best_below(&document->sections[s], item);
			if (item == NULL)
				break;
			offer_first(document, item);
		}
	}
}

/* What landed from the sources "OWNER/REPO kind", together by repository. */
static void
count_activity(struct document *document)
{
	const struct sources *sources = &document->sources;
	struct buf repo = { 0 };

	for (size_t i = 0; i < sources->count; i++) {
		const char *name = sources->at[i].name;
		const char *space = strchr(name, ' ');
		long long landed = sources_landed(&sources->at[i]);

		if (space == NULL || strchr(name, '/') == NULL || landed <= 0)
			continue;
		buf_clear(&repo);
		buf_add(&repo, name, (size_t)(space - name));
		chart_add(
		    &document->activity, repo.at, (unsigned long long)landed);
	}
	chart_sort(&document->activity);
	buf_free(&repo);
}

static void
count_item(
    struct document *document, struct made *made, const struct item *item)
{
	const char *name = labels_get(
	    document->wish->labels, "topic", item->topic);

	made_take(made, item);
	if (*item->topic != '\0')
		chart_add(
		    &document->topics, name != NULL ? name : item->topic, 1);
}

static void
count_items(struct document *document, struct made *made)
{
	for (size_t s = 0; s < SECTION_COUNT; s++) {
		const struct groups *groups = &document->sections[s];

		for (size_t i = 0; i < groups->count; i++)
			for (size_t k = 0; k < groups->at[i].count; k++)
				count_item(
				    document, made, groups->at[i].items[k]);
	}
	chart_sort(&document->topics);
}

void
document_make(struct document *document, struct day *day,
    const struct wish *wish, size_t room)
{
	struct made made = { 0 };

	document->wish = wish;
	document->words = phrases_of(wish->lang);
	put_title(&document->title, wish);
	tell_overview(&document->overview, day, document->words);
	document->conclusion = day->conclusion;
	arrange_room(day, room);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		arrange(&document->sections[i], &day->shelves[i], wish->period,
		    wish->labels);
	if (account_items(&day->account) == 0)
		document->nothing = tell_nothing(
		    &day->account, document->words);
	choose_first(document);
	count_items(document, &made);
	sources_read(&document->sources, &day->account, wish->labels);
	count_activity(document);
	document->complete = tell_sources(&document->account,
	    &document->sources, document->sections, &made, document->words);
}

void
document_free(struct document *document)
{
	buf_free(&document->title);
	buf_free(&document->overview);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		arrange_free(&document->sections[i]);
	sources_free(&document->sources);
	sentences_free(&document->account);
	chart_free(&document->activity);
	chart_free(&document->topics);
	*document = (struct document) { 0 };
}
