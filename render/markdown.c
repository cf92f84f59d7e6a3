/*
 * The report as Markdown. Every list item's text goes through escape() with
 * what stands before it on its line.
 */
#include <stdio.h>
#include <string.h>

#include "escape.h"
#include "markdown.h"
#include "phrases.h"
#include "report.h"
#include "tell.h"

static const char report_title[] = "Daily AI Infra Report";

enum {
	INDENT_BULLET = 2 /* of what belongs to a "- " */
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
	escape(out, before.at, text, "\n");
	buf_free(&before);
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
papers(struct buf *out, const struct group *group, const struct phrases *words)
{
	struct buf before = { 0 };

	for (size_t i = 0; i < group->count; i++) {
		const struct entry *entry = &group->entries[i];
		size_t width = marker(&before, i);

		buf_str(&before, "**");
		escape(out, before.at, entry->title, "**\n");
		bullet(out, width, "", entry->text);
		link_bullet(out, width, words->link, entry->url);
		buf_char(out, '\n');
	}
	buf_free(&before);
}

static void
repo_line(struct buf *out, const struct group *group)
{
	escape(out, "**", *group->repo != '\0' ? group->repo : "?", "**\n");
}

static size_t
count_links(const struct group *group)
{
	size_t links = 0;

	for (size_t i = 0; i < group->count; i++)
		links += *group->entries[i].url != '\0';
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
			    out, INDENT_BULLET, "", group->entries[i].url);
		else
			link_bullet(out, 0, words->link, group->entries[i].url);
	}
}

static void
changes(struct buf *out, const struct group *group, const struct phrases *words,
    bool inline_links)
{
	repo_line(out, group);
	for (size_t i = 0; i < group->count; i++) {
		bullet(out, 0, "", group->entries[i].text);
		if (inline_links)
			link_bullet(out, INDENT_BULLET, words->link,
			    group->entries[i].url);
	}
	if (!inline_links)
		link_list(out, group, words);
	buf_char(out, '\n');
}

static void
issues(struct buf *out, const struct group *group, const struct phrases *words)
{
	struct buf before = { 0 };

	repo_line(out, group);
	if (group->count == 1) {
		bullet(out, 0, words->issue, group->entries[0].text);
		bullet(out, 0, words->impact, group->entries[0].impact);
		link_bullet(out, 0, words->link, group->entries[0].url);
	} else {
		buf_printf(out, "- %s\n", words->issues);
	}
	for (size_t i = 0; group->count > 1 && i < group->count; i++) {
		const struct entry *entry = &group->entries[i];
		size_t width = INDENT_BULLET + marker(&before, i);

		indent(out, INDENT_BULLET);
		escape(out, before.at, entry->text, "\n");
		bullet(out, width, words->impact, entry->impact);
		link_bullet(out, width, words->link, entry->url);
	}
	buf_char(out, '\n');
	buf_free(&before);
}

static void
section(struct buf *out, const struct day *day, enum section which,
    const struct phrases *words, const struct markdown_style *style)
{
	if (day->group_count[which] == 0)
		return;
	heading(out, "###", words->sections[which]);
	for (size_t i = 0; i < day->group_count[which]; i++) {
		const struct group *group = &day->groups[which][i];

		if (which == SECTION_PAPERS)
			papers(out, group, words);
		else if (which == SECTION_ISSUES)
			issues(out, group, words);
		else
			changes(out, group, words, style->inline_links);
	}
}

void
markdown_report(struct buf *out, const struct day *day, const char *date,
    const struct markdown_style *style)
{
	const struct phrases *words = phrases_of(style->lang);
	struct buf overview = { 0 };

	buf_printf(out, *date != '\0' ? "# %s (%s)\n\n" : "# %s\n\n",
	    report_title, date);
	buf_printf(out, "## %s\n", report_overview_heading(style->lang));
	tell_overview(&overview, day, words);
	escape(out, "", overview.at, "\n\n");
	heading(out, "##", words->content);
	if (account_items(&day->account) == 0)
		buf_printf(out, "%s\n\n", tell_nothing(&day->account, words));
	for (int i = 0; i < SECTION_COUNT; i++)
		section(out, day, (enum section)i, words, style);
	if (day->conclusion != NULL) {
		heading(out, "##", words->conclusion);
		escape(out, "", day->conclusion, "\n\n");
	}
	tell_sources(out, &day->account, words);
	buf_cut(out, out->len - 1);
	buf_free(&overview);
}
