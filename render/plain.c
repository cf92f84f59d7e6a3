/*
 * The report as text for a terminal.
 */
#include "plain.h"
#include "terminal.h"

struct writer {
	struct buf *out;
	const struct terminal *terminal;
	const struct phrases *words;
};

static void
put(const struct writer *to, const char *lead, const char *text,
    enum terminal_style style)
{
	if (*text != '\0')
		terminal_put(to->out, to->terminal, lead, text, style);
}

static void
heading(const struct writer *to, const char *text)
{
	buf_char(to->out, '\n');
	put(to, "== ", text, TERMINAL_STRONG);
	buf_char(to->out, '\n');
}

/* What stands below an item's head. */
static void
put_rest(const struct writer *to, const struct item *item)
{
	static const char indent[] = "     ";
	struct buf line = { 0 };

	put(to, indent, item->detail, TERMINAL_PLAIN);
	if (*item->impact != '\0') {
		buf_printf(&line, "%s%s", to->words->impact, item->impact);
		put(to, indent, line.at, TERMINAL_PLAIN);
	}
	put(to, indent, item->url, TERMINAL_LINK);
	buf_free(&line);
}

static void
put_group(const struct writer *to, const struct group *group)
{
	bool papers = group->items[0]->section == SECTION_PAPERS;
	struct buf lead = { 0 };

	put(to, "", group->name, TERMINAL_STRONG);
	for (size_t i = 0; i < group->count; i++) {
		buf_clear(&lead);
		if (papers && i > 0)
			buf_char(to->out, '\n');
		if (papers)
			buf_printf(&lead, "%3zu. ", i + 1);
		else
			buf_str(&lead, "   - ");
		put(to, lead.at, group->items[i]->head,
		    papers ? TERMINAL_STRONG : TERMINAL_PLAIN);
		put_rest(to, group->items[i]);
	}
	buf_free(&lead);
}

static void
put_first(const struct writer *to, const struct document *document)
{
	struct buf text = { 0 }, lead = { 0 };

	if (document->first_count > 0)
		heading(to, to->words->first);
	for (size_t i = 0; i < document->first_count; i++) {
		const struct item *item = document->first[i];

		buf_clear(&text);
		buf_clear(&lead);
		buf_printf(&lead, "%3zu. ", i + 1);
		if (*item->repo != '\0')
			buf_printf(&text, "%s%s", item->repo, to->words->colon);
		buf_str(&text, item->head);
		put(to, lead.at, text.at, TERMINAL_PLAIN);
		put(to, "     ", item->url, TERMINAL_LINK);
	}
	buf_free(&text);
	buf_free(&lead);
}

static void
put_section(const struct writer *to, const struct document *document, size_t s)
{
	const struct groups *groups = &document->sections[s];

	if (groups->count > 0)
		heading(to, to->words->sections[s]);
	for (size_t i = 0; i < groups->count; i++) {
		if (i > 0)
			buf_char(to->out, '\n');
		put_group(to, &groups->at[i]);
	}
}

static void
put_account(const struct writer *to, const struct document *document)
{
	const struct sentences *lines = &document->account;

	if (lines->count > 0 && !document->complete)
		heading(to, to->words->sources);
	else if (lines->count > 0)
		buf_char(to->out, '\n');
	for (size_t i = 0; i < lines->count; i++)
		put(to, document->complete ? "" : "   - ", lines->at[i],
		    TERMINAL_PLAIN);
}

void
plain_write(struct buf *out, const struct document *document)
{
	struct writer to = { out, document->wish->terminal, document->words };

	put(&to, "", document->title.at, TERMINAL_STRONG);
	buf_char(out, '\n');
	put(&to, "", document->overview.at, TERMINAL_PLAIN);
	put_first(&to, document);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		put_section(&to, document, i);
	if (document->conclusion != NULL) {
		heading(&to, to.words->conclusion);
		put(&to, "", document->conclusion, TERMINAL_PLAIN);
	}
	put_account(&to, document);
}
