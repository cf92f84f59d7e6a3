/*
 * Atom, as arXiv writes it. An error comes as a feed too, with one entry whose
 * id says so; see <https://info.arxiv.org/help/api/user-manual.html>.
 */
#include <stdlib.h>
#include <string.h>

#include "atom.h"
#include "daily.h"
#include "document.h"
#include "text.h"

#define ATOM "http://www.w3.org/2005/Atom"
#define SEARCH "http://a9.com/-/spec/opensearch/1.1/"
#define ARXIV "http://arxiv.org/schemas/atom"
#define DUBLIN "http://purl.org/dc/elements/1.1/"

enum element {
	FEED,
	TOTAL,
	ENTRY,
	ID,
	TITLE,
	SUMMARY,
	PUBLISHED,
	UPDATED,
	AUTHOR,
	NAME,
	CATEGORY,
	PRIMARY_CATEGORY,
	COMMENT,
	DOI,
	JOURNAL,
	ANNOUNCE_TYPE,
	CREATOR
};

static const struct xml_name names[] = {
	[FEED] = { ATOM, "feed" },
	[TOTAL] = { SEARCH, "totalResults" },
	[ENTRY] = { ATOM, "entry" },
	[ID] = { ATOM, "id" },
	[TITLE] = { ATOM, "title" },
	[SUMMARY] = { ATOM, "summary" },
	[PUBLISHED] = { ATOM, "published" },
	[UPDATED] = { ATOM, "updated" },
	[AUTHOR] = { ATOM, "author" },
	[NAME] = { ATOM, "name" },
	[CATEGORY] = { ATOM, "category" },
	[PRIMARY_CATEGORY] = { ARXIV, "primary_category" },
	[COMMENT] = { ARXIV, "comment" },
	[DOI] = { ARXIV, "doi" },
	[JOURNAL] = { ARXIV, "journal_ref" },
	[ANNOUNCE_TYPE] = { ARXIV, "announce_type" },
	[CREATOR] = { DUBLIN, "creator" },
};

static void
begin(void *data, int element, const struct xml_attributes *attributes)
{
	struct document *document = data;
	static struct buf term;

	switch ((enum element)element) {
	case ENTRY:
		document_begin_paper(document);
		break;
	case AUTHOR:
		document->in_author = true;
		break;
	case CATEGORY:
		if (document->in_entry &&
		    xml_attribute(attributes, "term", &term))
			document_add_category(document, term.at);
		break;
	case PRIMARY_CATEGORY:
		xml_attribute(attributes, "term", &document->primary);
		break;
	default:
		break;
	}
}

static void
take_id(struct document *document, const char *text)
{
	document_set_id(document, text);
	if (strstr(text, "/api/errors") != NULL)
		document->is_error = true;
}

static void
end_entry(struct document *document)
{
	if (document->is_error) {
		document_tell_error(document, document->message.at);
		return;
	}
	if (document->paper.announce != PAPER_UNSAID)
		daily_complete(document);
	paper_put_first(&document->paper, document->primary.at);
	document_end_paper(document);
}

static void
end_in_entry(
    struct document *document, enum element element, const struct buf *text)
{
	struct paper *paper = &document->paper;

	switch (element) {
	case ID:
		take_id(document, text->at);
		break;
	case TITLE:
		document_prose(&paper->title, text->at);
		break;
	case SUMMARY:
		buf_clear(&document->message);
		buf_str(&document->message, text->at);
		document_prose(&paper->abstract, text->at);
		break;
	case PUBLISHED:
		text_line(&paper->published, text->at);
		break;
	case UPDATED:
		text_line(&paper->updated, text->at);
		break;
	case NAME:
		if (document->in_author)
			document_add_author(document, text->at);
		break;
	case COMMENT:
		text_line(&paper->comment, text->at);
		break;
	case DOI:
		text_line(&paper->doi, text->at);
		break;
	case JOURNAL:
		text_line(&paper->journal, text->at);
		break;
	case ANNOUNCE_TYPE:
		paper->announce = daily_announce(text->at);
		break;
	case CREATOR:
		text_line(&document->creators, text->at);
		break;
	default:
		break;
	}
}

static void
end(void *data, int element, const struct buf *text)
{
	struct document *document = data;

	switch ((enum element)element) {
	case AUTHOR:
		document->in_author = false;
		break;
	case ENTRY:
		end_entry(document);
		break;
	case TOTAL:
		document->total = strtol(text->at, NULL, 10);
		break;
	default:
		if (document->in_entry)
			end_in_entry(document, (enum element)element, text);
		break;
	}
}

const struct xml_dialect atom_dialect = { names, sizeof names / sizeof *names,
	begin, end };
