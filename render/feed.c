/*
 * A feed as a tree. What has no address of its own on the web is named below
 * the site's address, or in a scheme of dair's own where that is not known; an
 * item is named by its record's id, wherever it is told of.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "feed.h"
#include "html.h"
#include "markup.h"
#include "url.h"

static const char scheme[] = "dair:";

static struct feed_entry *
add(struct feed *feed)
{
	struct feed_entry *entry;

	feed->entries = xgrow(feed->entries, &feed->capacity, feed->count + 1,
	    sizeof *feed->entries);
	entry = &feed->entries[feed->count++];
	*entry = (struct feed_entry) { 0 };
	buf_clear(&entry->id);
	buf_clear(&entry->url);
	buf_clear(&entry->title);
	buf_clear(&entry->html);
	buf_clear(&entry->summary);
	return entry;
}

/* A report is as new as the end of its day. */
static void
set_date(struct feed *feed, struct feed_entry *entry, const char *date)
{
	char time[2 * FEED_TIME];

	if (strlen(date) >= FEED_TIME - 1)
		snprintf(time, sizeof time, "%.*s", FEED_TIME - 1, date);
	else
		snprintf(time, sizeof time, "%.10sT23:59:59Z",
		    *date != '\0' ? date : "1970-01-01");
	memcpy(entry->updated, time, FEED_TIME);
	if (strcmp(entry->updated, feed->updated) > 0)
		memcpy(feed->updated, entry->updated, FEED_TIME);
}

/*
 * "BASEreports/2026-02-02/zh", "BASEreports/2026-02-08/week/zh": such a name
 * stays when files are renamed.
 */
static void
put_id(
    struct buf *id, const struct wish *wish, const char *date, const char *lang)
{
	static const char *const periods[PERIOD_COUNT] = { "/", "/week/",
		"/month/" };

	buf_printf(id, "%sreports/", wish->base != NULL ? wish->base : scheme);
	url_path(id, date);
	buf_str(id, periods[wish->period]);
	url_path(id, lang);
}

static void
begin(struct feed *feed, const struct wish *wish, const char *title)
{
	feed->wish = wish;
	buf_clear(&feed->id);
	buf_clear(&feed->title);
	buf_str(&feed->title, title);
	buf_printf(&feed->id, "%sfeed/%s",
	    wish->base != NULL ? wish->base : scheme, lang_code(wish->lang));
}

/* The id of a record is an IRI; one that is not becomes a part of one. */
static void
put_item_id(struct buf *id, const struct item *item)
{
	size_t len = strspn(item->id, "abcdefghijklmnopqrstuvwxyz");

	if (len > 0 && item->id[len] == ':') {
		buf_add(id, item->id, len + 1);
		url_path(id, item->id + len + 1);
	} else {
		buf_printf(id, "%sitem/", scheme);
		url_path(id, *item->id != '\0' ? item->id : item->head);
	}
}

static void
add_item(
    struct feed *feed, const struct document *document, const struct item *item)
{
	struct feed_entry *entry = add(feed);

	put_item_id(&entry->id, item);
	buf_str(&entry->url, item->url);
	if (*item->repo != '\0')
		buf_printf(
		    &entry->title, "%s%s", item->repo, document->words->colon);
	buf_str(&entry->title, item->head);
	buf_str(&entry->summary, item->detail);
	html_item(&entry->html, item, document->words);
	set_date(feed, entry,
	    *item->created != '\0' ? item->created : document->wish->date);
}

static void
add_items(struct feed *feed, const struct document *document)
{
	for (size_t s = 0; s < SECTION_COUNT; s++) {
		const struct groups *groups = &document->sections[s];

		for (size_t i = 0; i < groups->count; i++)
			for (size_t k = 0; k < groups->at[i].count; k++)
				add_item(
				    feed, document, groups->at[i].items[k]);
	}
}

void
feed_of_document(struct feed *feed, const struct document *document)
{
	const struct wish *wish = document->wish;
	struct feed_entry *entry;

	begin(feed, wish, document->title.at);
	if (wish->entries_are_items) {
		add_items(feed, document);
	} else {
		entry = add(feed);
		put_id(&entry->id, wish, wish->date, lang_code(wish->lang));
		buf_str(&entry->url, wish->base != NULL ? wish->base : "");
		buf_str(&entry->title, document->title.at);
		buf_str(&entry->summary, document->overview.at);
		html_content(&entry->html, document);
		set_date(feed, entry, wish->date);
	}
	if (feed->count == 0) {
		struct feed_entry none = { 0 };

		set_date(feed, &none, wish->date);
	}
}

void
feed_of_past(
    struct feed *feed, const struct past *past, const struct wish *wish)
{
	begin(feed, wish, "Daily AI Infra Report");
	for (size_t i = 0; i < past->count && i < FEED_MAX; i++) {
		const struct past_report *report = &past->reports[i];
		struct feed_entry *entry = add(feed);

		put_id(&entry->id, wish, report->date, report->lang);
		if (wish->base != NULL)
			buf_printf(
			    &entry->url, "%s%s", wish->base, report->path);
		buf_str(&entry->title,
		    *report->title != '\0' ? report->title : report->date);
		buf_str(&entry->summary, report->overview);
		buf_str(&entry->html, "<p>");
		markup_prose(&entry->html, report->overview);
		buf_str(&entry->html, "</p>\n");
		set_date(feed, entry, report->date);
	}
}

void
feed_free(struct feed *feed)
{
	for (size_t i = 0; i < feed->count; i++) {
		struct feed_entry *entry = &feed->entries[i];

		buf_free(&entry->id);
		buf_free(&entry->url);
		buf_free(&entry->title);
		buf_free(&entry->html);
		buf_free(&entry->summary);
	}
	free(feed->entries);
	buf_free(&feed->id);
	buf_free(&feed->title);
	*feed = (struct feed) { 0 };
}
