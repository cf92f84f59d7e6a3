/*
 * RSS, as arXiv writes it; see <https://info.arxiv.org/help/rss.html>.
 */
#include <string.h>

#include "daily.h"
#include "document.h"
#include "rss.h"
#include "text.h"

#define ARXIV "http://arxiv.org/schemas/atom"
#define DUBLIN "http://purl.org/dc/elements/1.1/"

enum element {
	RSS,
	ITEM,
	GUID,
	TITLE,
	DESCRIPTION,
	CATEGORY,
	PUB_DATE,
	ANNOUNCE_TYPE,
	CREATOR,
	DOI,
	JOURNAL
};

static const struct xml_name names[] = {
	[RSS] = { "", "rss" },
	[ITEM] = { "", "item" },
	[GUID] = { "", "guid" },
	[TITLE] = { "", "title" },
	[DESCRIPTION] = { "", "description" },
	[CATEGORY] = { "", "category" },
	[PUB_DATE] = { "", "pubDate" },
	[ANNOUNCE_TYPE] = { ARXIV, "announce_type" },
	[CREATOR] = { DUBLIN, "creator" },
	[DOI] = { ARXIV, "DOI" },
	[JOURNAL] = { ARXIV, "journal_reference" },
};

static void
begin(void *data, int element, const struct xml_attributes *attributes)
{
	(void)attributes;
	if (element == ITEM)
		document_begin_paper(data);
}

static void
end_in_item(
    struct document *document, enum element element, const struct buf *text)
{
	struct paper *paper = &document->paper;
	static struct buf line;

	switch (element) {
	case GUID:
		document_set_id(document, text->at);
		break;
	case TITLE:
		document_prose(&paper->title, text->at);
		break;
	case DESCRIPTION:
		document_prose(&paper->abstract, text->at);
		break;
	case CATEGORY:
		text_line(&line, text->at);
		document_add_category(document, line.at);
		break;
	case PUB_DATE:
		paper->listed = daily_day(text->at);
		break;
	case ANNOUNCE_TYPE:
		paper->announce = daily_announce(text->at);
		break;
	case CREATOR:
		text_line(&document->creators, text->at);
		break;
	case DOI:
		text_line(&paper->doi, text->at);
		break;
	case JOURNAL:
		text_line(&paper->journal, text->at);
		break;
	default:
		break;
	}
}

/* A wrong category is answered with a channel that says so. */
static void
end_in_channel(
    struct document *document, enum element element, const struct buf *text)
{
	if (element == TITLE)
		document->is_error = strstr(text->at, "Feed error") != NULL;
	else if (element == DESCRIPTION && document->is_error)
		document_tell_error(document, text->at);
	else if (element == PUB_DATE)
		document->listed = daily_day(text->at);
}

static void
end(void *data, int element, const struct buf *text)
{
	struct document *document = data;

	if (element == ITEM) {
		daily_complete(document);
		document_end_paper(document);
	} else if (document->in_entry) {
		end_in_item(document, (enum element)element, text);
	} else {
		end_in_channel(document, (enum element)element, text);
	}
}

const struct xml_dialect rss_dialect = { names, sizeof names / sizeof *names,
	begin, end };
