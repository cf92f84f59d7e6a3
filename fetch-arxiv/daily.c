/*
 * What the daily feeds say in their own way.
 */
#include <stdio.h>
#include <string.h>

#include "daily.h"
#include "text.h"
#include "when.h"

enum paper_announce
daily_announce(const char *text)
{
	static struct buf word;

	text_line(&word, text);
	if (strcmp(word.at, "new") == 0)
		return PAPER_NEW;
	if (strcmp(word.at, "cross") == 0)
		return PAPER_CROSS;
	if (strcmp(word.at, "replace") == 0 ||
	    strcmp(word.at, "replace-cross") == 0)
		return PAPER_REPLACE;
	return PAPER_UNSAID;
}

/* Sets `date` to the date in "Tue, 03 Feb 2026 00:00:00 -0500". */
static bool
rss_date(const char *text, struct buf *date)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	const char *comma = strchr(text, ','), *known;
	int day, year;
	char month[4];

	if (comma != NULL)
		text = comma + 1;
	if (sscanf(text, "%2d %3s %4d", &day, month, &year) != 3)
		return false;
	known = strstr(months, month);
	if (known == NULL || (known - months) % 3 != 0)
		return false;
	buf_clear(date);
	buf_printf(
	    date, "%04d-%02d-%02d", year, (int)(known - months) / 3 + 1, day);
	return true;
}

time_t
daily_day(const char *text)
{
	static struct buf date;
	time_t time;

	text_line(&date, text);
	if (when_time(date.at, &time))
		return when_day(time).from;
	return rss_date(text, &date) && when_date(date.at, &time) ? time : 0;
}

/* Cuts off "arXiv:2602.02061v1 Announce Type: new Abstract: ". */
static void
cut_lead(struct buf *abstract)
{
	static const char lead[] = "Abstract: ";
	const char *at = strstr(abstract->at, lead);
	static struct buf rest;

	if (strncmp(abstract->at, "arXiv:", 6) != 0 || at == NULL)
		return;
	buf_clear(&rest);
	buf_str(&rest, at + sizeof lead - 1);
	buf_clear(abstract);
	buf_add(abstract, rest.at, rest.len);
}

/*
 * Adds the authors in "A. Author (X, Y), B. Author": commas in brackets, and
 * what stands in brackets, belong to no name.
 */
static void
add_creators(struct document *document)
{
	static struct buf name;
	int depth = 0;

	buf_clear(&name);
	for (const char *p = document->creators.at;; p++) {
		if (*p == '\0' || (*p == ',' && depth == 0)) {
			document_add_author(document, name.at);
			buf_clear(&name);
		} else if (*p == '(') {
			depth++;
		} else if (*p == ')' && depth > 0) {
			depth--;
		} else if (depth == 0) {
			buf_char(&name, *p);
		}
		if (*p == '\0')
			return;
	}
}

void
daily_complete(struct document *document)
{
	struct paper *paper = &document->paper;

	if (paper->published.len > 0)
		paper->listed = daily_day(paper->published.at);
	if (paper->listed == 0)
		paper->listed = document->listed;
	buf_clear(&paper->published);
	buf_clear(&paper->updated);
	cut_lead(&paper->abstract);
	add_creators(document);
}
