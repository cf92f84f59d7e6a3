/*
 * OAI-PMH, as arXiv writes it; see <https://info.arxiv.org/help/oa/index.html>
 * and <http://www.openarchives.org/OAI/openarchivesprotocol.html>.
 */
#include <string.h>

#include "document.h"
#include "oai.h"
#include "text.h"
#include "when.h"

#define OAI "http://www.openarchives.org/OAI/2.0/"
#define ARXIV "http://arxiv.org/OAI/arXiv/"

enum element {
	ROOT,
	ERROR,
	TOKEN,
	RECORD,
	HEADER,
	DATESTAMP,
	ID,
	CREATED,
	UPDATED,
	AUTHOR,
	KEYNAME,
	FORENAMES,
	SUFFIX,
	TITLE,
	CATEGORIES,
	COMMENTS,
	JOURNAL,
	DOI,
	ABSTRACT
};

static const struct xml_name names[] = {
	[ROOT] = { OAI, "OAI-PMH" },
	[ERROR] = { OAI, "error" },
	[TOKEN] = { OAI, "resumptionToken" },
	[RECORD] = { OAI, "record" },
	[HEADER] = { OAI, "header" },
	[DATESTAMP] = { OAI, "datestamp" },
	[ID] = { ARXIV, "id" },
	[CREATED] = { ARXIV, "created" },
	[UPDATED] = { ARXIV, "updated" },
	[AUTHOR] = { ARXIV, "author" },
	[KEYNAME] = { ARXIV, "keyname" },
	[FORENAMES] = { ARXIV, "forenames" },
	[SUFFIX] = { ARXIV, "suffix" },
	[TITLE] = { ARXIV, "title" },
	[CATEGORIES] = { ARXIV, "categories" },
	[COMMENTS] = { ARXIV, "comments" },
	[JOURNAL] = { ARXIV, "journal-ref" },
	[DOI] = { ARXIV, "doi" },
	[ABSTRACT] = { ARXIV, "abstract" },
};

static void
begin(void *data, int element, const struct xml_attributes *attributes)
{
	struct document *document = data;
	static struct buf value;

	switch ((enum element)element) {
	case ERROR:
		xml_attribute(attributes, "code", &document->code);
		break;
	case RECORD:
		document_begin_paper(document);
		break;
	case HEADER:
		if (xml_attribute(attributes, "status", &value))
			document->is_deleted = strcmp(value.at, "deleted") == 0;
		break;
	case AUTHOR:
		buf_clear(&document->keyname);
		buf_clear(&document->forenames);
		buf_clear(&document->suffix);
		break;
	default:
		break;
	}
}

static void
end_author(struct document *document)
{
	static struct buf name;

	buf_clear(&name);
	buf_printf(&name, "%s %s %s", document->forenames.at,
	    document->keyname.at, document->suffix.at);
	document_add_author(document, name.at);
}

/* The primary category is the first. */
static void
add_categories(struct document *document, const struct buf *text)
{
	static struct buf line;
	char *rest, *category;

	text_line(&line, text->at);
	rest = line.at;
	while ((category = strsep(&rest, " ")) != NULL)
		document_add_category(document, category);
}

/* Of a paper without an update there is one version. */
static void
end_record(struct document *document)
{
	struct paper *paper = &document->paper;

	paper->by_day = true;
	if (paper->updated.len == 0)
		paper->version = 1;
	document_end_paper(document);
}

static void
end_in_record(
    struct document *document, enum element element, const struct buf *text)
{
	struct paper *paper = &document->paper;
	static struct buf line;

	switch (element) {
	case DATESTAMP:
		text_line(&line, text->at);
		when_date(line.at, &paper->stamped);
		break;
	case ID:
		document_set_id(document, text->at);
		break;
	case CREATED:
		text_line(&paper->published, text->at);
		break;
	case UPDATED:
		text_line(&paper->updated, text->at);
		break;
	case KEYNAME:
		text_line(&document->keyname, text->at);
		break;
	case FORENAMES:
		text_line(&document->forenames, text->at);
		break;
	case SUFFIX:
		text_line(&document->suffix, text->at);
		break;
	case AUTHOR:
		end_author(document);
		break;
	case TITLE:
		document_prose(&paper->title, text->at);
		break;
	case CATEGORIES:
		add_categories(document, text);
		break;
	case COMMENTS:
		text_line(&paper->comment, text->at);
		break;
	case JOURNAL:
		text_line(&paper->journal, text->at);
		break;
	case DOI:
		text_line(&paper->doi, text->at);
		break;
	case ABSTRACT:
		document_prose(&paper->abstract, text->at);
		break;
	default:
		break;
	}
}

static void
end(void *data, int element, const struct buf *text)
{
	struct document *document = data;

	if (element == RECORD)
		end_record(document);
	else if (document->in_entry)
		end_in_record(document, (enum element)element, text);
	else if (element == TOKEN)
		text_line(&document->token, text->at);
	else if (element == ERROR)
		document_tell_error(document, text->at);
}

const struct xml_dialect oai_dialect = { names, sizeof names / sizeof *names,
	begin, end };
