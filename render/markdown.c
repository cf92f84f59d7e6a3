/*
 * The report as Markdown. Every text goes through markdown_escape() with what
 * stands before it on its line.
 */
#include <stdio.h>
#include <string.h>

#include "markdown.h"
#include "markdown_escape.h"
#include "report.h"
#include "utf8.h"

enum {
	INDENT_BULLET = 2, /* of what belongs to a "- " */
	MAX_LINKED = 300 /* bytes of a text that is a link */
};

static void
heading(struct buf *out, const char *marks, const char *text)
{
	buf_printf(out, "%s %s\n\n", marks, text);
}

static void
indent(struct buf *out, size_t width)
{
	buf_printf(out, "%*s", (int)width, "");
}

/* "- lead text": nothing at all when there is no text. */
static void
bullet(struct buf *out, size_t width, const char *lead, const char *text)
{
	struct buf before = { 0 };

	if (*text == '\0')
		return;
	indent(out, width);
	buf_printf(&before, "- %s", lead);
	markdown_escape(out, before.at, text, "\n");
	buf_free(&before);
}

/* Sets `text` to what a line says of a change or an issue. */
static void
put_words(struct buf *text, const struct item *item)
{
	buf_clear(text);
	buf_str(text, item->head);
	if (*item->detail != '\0')
		buf_printf(text, " — %s", item->detail);
}

static void
words_bullet(struct buf *out, const char *lead, const struct item *item)
{
	struct buf text = { 0 };

	put_words(&text, item);
	bullet(out, 0, lead, text.at);
	buf_free(&text);
}

/* A link stands as it is: its bytes were made safe when it was read. */
static void
link_bullet(struct buf *out, size_t width, const char *lead, const char *url)
{
	if (*url == '\0')
		return;
	indent(out, width);
	buf_printf(out, "- %s%s\n", lead, url);
}

/* Appends the marker of item `i`, from 0; returns its width. */
static size_t
marker(struct buf *before, size_t i)
{
	buf_clear(before);
	buf_printf(before, "%zu. ", i + 1);
	return before->len;
}

static void
name_line(struct buf *out, const struct group *group)
{
	markdown_escape(out, "**", group->name, "**\n");
}

static void
papers(struct buf *out, const struct group *group, const struct phrases *words)
{
	struct buf before = { 0 };

	if (*group->name != '\0') {
		name_line(out, group);
		buf_char(out, '\n');
	}
	for (size_t i = 0; i < group->count; i++) {
		const struct item *item = group->items[i];
		size_t width = marker(&before, i);

		buf_str(&before, "**");
		markdown_escape(out, before.at, item->head, "**\n");
		bullet(out, width, "", item->detail);
		link_bullet(out, width, words->link, item->url);
		buf_char(out, '\n');
	}
	buf_free(&before);
}

static size_t
count_links(const struct group *group)
{
	size_t links = 0;

	for (size_t i = 0; i < group->count; i++)
		links += *group->items[i]->url != '\0';
	return links;
}

static void
link_list(
    struct buf *out, const struct group *group, const struct phrases *words)
{
	size_t links = count_links(group);

	if (links > 1)
		buf_printf(out, "- %s\n", words->links);
	for (size_t i = 0; i < group->count; i++) {
		if (links > 1)
			link_bullet(
			    out, INDENT_BULLET, "", group->items[i]->url);
		else
			link_bullet(out, 0, words->link, group->items[i]->url);
	}
}

static void
changes(struct buf *out, const struct group *group, const struct phrases *words,
    bool inline_links)
{
	name_line(out, group);
	for (size_t i = 0; i < group->count; i++) {
		words_bullet(out, "", group->items[i]);
		if (inline_links)
			link_bullet(out, INDENT_BULLET, words->link,
			    group->items[i]->url);
	}
	if (!inline_links)
		link_list(out, group, words);
	buf_char(out, '\n');
}

static void
issues(struct buf *out, const struct group *group, const struct phrases *words)
{
	struct buf before = { 0 }, text = { 0 };

	name_line(out, group);
	if (group->count == 1) {
		words_bullet(out, words->issue, group->items[0]);
		bullet(out, 0, words->impact, group->items[0]->impact);
		link_bullet(out, 0, words->link, group->items[0]->url);
	} else {
		buf_printf(out, "- %s\n", words->issues);
	}
	for (size_t i = 0; group->count > 1 && i < group->count; i++) {
		const struct item *item = group->items[i];
		size_t width = INDENT_BULLET + marker(&before, i);

		indent(out, INDENT_BULLET);
		put_words(&text, item);
		markdown_escape(out, before.at, text.at, "\n");
		bullet(out, width, words->impact, item->impact);
		link_bullet(out, width, words->link, item->url);
	}
	buf_char(out, '\n');
	buf_free(&before);
	buf_free(&text);
}

static void
section(struct buf *out, const struct document *document, enum section which)
{
	const struct groups *groups = &document->sections[which];
	const struct phrases *words = document->words;

	if (groups->count > 0)
		heading(out, "###", words->sections[which]);
	for (size_t i = 0; i < groups->count; i++) {
		if (which == SECTION_PAPERS)
			papers(out, &groups->at[i], words);
		else if (which == SECTION_ISSUES)
			issues(out, &groups->at[i], words);
		else
			changes(out, &groups->at[i], words,
			    document->wish->inline_links);
	}
}

/* "1. [repository: head](link)" */
static void
first_line(struct buf *out, const struct document *document, size_t i)
{
	const struct item *item = document->first[i];
	size_t len = utf8_cut(item->head, MAX_LINKED);
	struct buf before = { 0 }, after = { 0 }, text = { 0 };

	marker(&before, i);
	if (*item->repo != '\0')
		buf_printf(&text, "%s%s", item->repo, document->words->colon);
	buf_add(&text, item->head, len);
	buf_str(&text, item->head[len] != '\0' ? "…" : "");
	if (*item->url != '\0') {
		buf_char(&before, '[');
		buf_printf(&after, "](<%s>)\n", item->url);
	} else {
		buf_char(&after, '\n');
	}
	markdown_escape(out, before.at, text.at, after.at);
	buf_free(&before);
	buf_free(&after);
	buf_free(&text);
}

static void
first(struct buf *out, const struct document *document)
{
	if (document->first_count == 0)
		return;
	heading(out, "##", document->words->first);
	for (size_t i = 0; i < document->first_count; i++)
		first_line(out, document, i);
	buf_char(out, '\n');
}

static void
account(struct buf *out, const struct document *document)
{
	const struct sentences *lines = &document->account;

	if (lines->count == 0)
		return;
	if (!document->complete)
		heading(out, "##", document->words->sources);
	for (size_t i = 0; i < lines->count; i++)
		markdown_escape(
		    out, document->complete ? "" : "- ", lines->at[i], "\n");
	buf_char(out, '\n');
}

/* The way to other reports, on a line of its own. */
static void
ways(struct buf *out, const struct document *document)
{
	size_t before = out->len;

	for (size_t way = 0; way < WAY_FEED; way++) {
		const char *file = ways_get(document->wish->ways, way);

		if (file == NULL)
			continue;
		buf_str(out, out->len > before ? " · " : "");
		buf_printf(
		    out, "[%s](%s)", phrases_way(document->words, way), file);
	}
	buf_str(out, out->len > before ? "\n\n" : "");
}

void
markdown_write(struct buf *out, const struct document *document)
{
	const struct phrases *words = document->words;

	buf_printf(out, "# %s\n\n", document->title.at);
	ways(out, document);
	buf_printf(
	    out, "## %s\n", report_overview_heading(document->wish->lang));
	markdown_escape(out, "", document->overview.at, "\n\n");
	first(out, document);
	heading(out, "##", words->content);
	if (document->nothing != NULL)
		buf_printf(out, "%s\n\n", document->nothing);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		section(out, document, (enum section)i);
	if (document->conclusion != NULL) {
		heading(out, "##", words->conclusion);
		markdown_escape(out, "", document->conclusion, "\n\n");
	}
	account(out, document);
	buf_cut(out, out->len - 1);
}
