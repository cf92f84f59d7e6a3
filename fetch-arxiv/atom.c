/*
 * The Atom feed of arXiv's query interface, by libxml2's SAX2 push parser: in
 * pieces, without network, entities or document types.
 */
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#include "atom.h"
#include "clean.h"
#include "text.h"

enum {
	PIECE = 64 * 1024, /* bytes; libxml2 refuses pieces of over 10 MB */
	MAX_TEXT = 1024 * 1024 /* bytes of one element's text */
};

static const char atom_ns[] = "http://www.w3.org/2005/Atom";
static const char search_ns[] = "http://a9.com/-/spec/opensearch/1.1/";
static const char arxiv_ns[] = "http://arxiv.org/schemas/atom";

struct parser {
	xmlParserCtxtPtr context;
	struct atom_feed *feed;
	atom_take *take;
	void *data;
	struct buf *reason; /* not empty: parsing is over */
	struct paper paper;
	struct buf text; /* of the element that is open */
	struct buf primary;
	struct buf error; /* the summary of an error entry */
	bool in_feed, in_entry, in_author, is_error, has_id;
};

static void
give_up(struct parser *parser, const char *reason)
{
	if (parser->reason->len == 0)
		buf_str(parser->reason, reason);
	xmlStopParser(parser->context);
}

static bool
is(const xmlChar *name, const xmlChar *uri, const char *wanted,
    const char *wanted_uri)
{
	return uri != NULL && strcmp((const char *)uri, wanted_uri) == 0 &&
	    strcmp((const char *)name, wanted) == 0;
}

/* Sets `value` to the attribute `wanted`; false if it is not there. */
static bool
attribute(struct buf *value, int count, const xmlChar **attributes,
    const char *wanted)
{
	for (int i = 0; i < count; i++) {
		const xmlChar **one = attributes + i * 5;

		if (strcmp((const char *)one[0], wanted) != 0)
			continue;
		buf_clear(value);
		buf_add(value, (const char *)one[3], (size_t)(one[4] - one[3]));
		return true;
	}
	return false;
}

static void
begin_entry(struct parser *parser)
{
	paper_clear(&parser->paper);
	buf_clear(&parser->primary);
	buf_clear(&parser->error);
	parser->in_entry = true;
	parser->is_error = parser->has_id = false;
	parser->feed->entries++;
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int defaulted, const xmlChar **attributes)
{
	struct parser *parser = data;
	struct buf term = { 0 };

	(void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
	buf_clear(&parser->text);
	if (!parser->in_feed && !is(name, uri, "feed", atom_ns)) {
		give_up(parser, "not an Atom feed");
	} else if (is(name, uri, "feed", atom_ns)) {
		parser->in_feed = true;
	} else if (is(name, uri, "entry", atom_ns)) {
		begin_entry(parser);
	} else if (is(name, uri, "author", atom_ns)) {
		parser->in_author = true;
	} else if (parser->in_entry && is(name, uri, "category", atom_ns)) {
		if (attribute(&term, attribute_count, attributes, "term") &&
		    paper_is_category(term.at) &&
		    !strings_have(&parser->paper.categories, term.at))
			strings_add(&parser->paper.categories, term.at);
	} else if (is(name, uri, "primary_category", arxiv_ns)) {
		attribute(
		    &parser->primary, attribute_count, attributes, "term");
	}
	buf_free(&term);
}

static void
characters(void *data, const xmlChar *s, int len)
{
	struct parser *parser = data;

	if (parser->text.len + (size_t)len > MAX_TEXT)
		give_up(parser, "an element of more than 1 MiB");
	else
		buf_add(&parser->text, (const char *)s, (size_t)len);
}

static void
end_entry(struct parser *parser)
{
	parser->in_entry = false;
	if (parser->is_error) {
		parser->feed->is_error = true;
		buf_printf(parser->reason, "arXiv says: %s",
		    parser->error.len > 0 ? parser->error.at : "error");
		xmlStopParser(parser->context);
	} else if (!parser->has_id) {
		parser->feed->unusable++;
	} else {
		paper_put_first(&parser->paper, parser->primary.at);
		parser->take(parser->data, &parser->paper);
	}
}

static void
take_id(struct parser *parser, const char *id)
{
	parser->is_error = strstr(id, "/api/errors") != NULL;
	parser->has_id = paper_set_id(&parser->paper, id);
}

/* The elements of an entry whose text is kept as one line. */
static struct buf *
place_of(struct parser *parser, const xmlChar *name, const xmlChar *uri)
{
	struct paper *paper = &parser->paper;

	if (is(name, uri, "title", atom_ns))
		return &paper->title;
	if (is(name, uri, "summary", atom_ns))
		return &paper->abstract;
	if (is(name, uri, "published", atom_ns))
		return &paper->published;
	if (is(name, uri, "updated", atom_ns))
		return &paper->updated;
	if (is(name, uri, "comment", arxiv_ns))
		return &paper->comment;
	if (is(name, uri, "doi", arxiv_ns))
		return &paper->doi;
	if (is(name, uri, "journal_ref", arxiv_ns))
		return &paper->journal;
	return NULL;
}

static void
end_in_entry(struct parser *parser, const xmlChar *name, const xmlChar *uri)
{
	struct buf line = { 0 }, *place = place_of(parser, name, uri);

	if (place != NULL) {
		text_line(place, parser->text.at);
		if (place == &parser->paper.abstract)
			text_line(&parser->error, parser->text.at);
	} else if (is(name, uri, "id", atom_ns)) {
		text_line(&line, parser->text.at);
		take_id(parser, line.at);
	} else if (parser->in_author && is(name, uri, "name", atom_ns)) {
		text_line(&line, parser->text.at);
		strings_add(&parser->paper.authors, line.at);
	}
	buf_free(&line);
}

static void
end_element(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct parser *parser = data;

	(void)prefix;
	if (is(name, uri, "author", atom_ns))
		parser->in_author = false;
	else if (is(name, uri, "entry", atom_ns))
		end_entry(parser);
	else if (parser->in_entry)
		end_in_entry(parser, name, uri);
	else if (is(name, uri, "totalResults", search_ns))
		parser->feed->total = strtol(parser->text.at, NULL, 10);
	buf_clear(&parser->text);
}

static void
internal_subset(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	give_up(data, "a document type, which no feed needs");
}

static void
no_message(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

static xmlSAXHandler
handlers(void)
{
	return (xmlSAXHandler) {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = internal_subset,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = characters,
		.cdataBlock = characters,
		.serror = no_message,
	};
}

/* Feeds all bytes; false with the reason said when they are no whole feed. */
static bool
feed_bytes(struct parser *parser, const char *bytes, size_t len)
{
	xmlParserCtxtPtr context = parser->context;

	xmlCtxtUseOptions(context, XML_PARSE_NONET);
	while (len > 0 && parser->reason->len == 0) {
		int piece = len < PIECE ? (int)len : PIECE;

		if (xmlParseChunk(context, bytes, piece, 0) != 0)
			break;
		bytes += piece;
		len -= (size_t)piece;
	}
	if (parser->reason->len == 0 && context->wellFormed)
		xmlParseChunk(context, NULL, 0, 1);
	if (parser->reason->len == 0 && !context->wellFormed)
		buf_printf(parser->reason, "not a whole XML document (line %d)",
		    context->input != NULL ? context->input->line : 0);
	return parser->reason->len == 0;
}

bool
atom_parse(const char *bytes, size_t len, struct atom_feed *feed,
    atom_take *take, void *data, struct buf *reason)
{
	xmlSAXHandler sax = handlers();
	struct parser parser = {
		.feed = feed, .take = take, .data = data, .reason = reason
	};
	struct buf cleaned = { 0 };
	bool fine;

	*feed = (struct atom_feed) { .total = -1 };
	buf_clear(reason);
	paper_clear(&parser.paper);
	buf_clear(&parser.text);
	buf_clear(&parser.primary);
	parser.context = xmlCreatePushParserCtxt(&sax, &parser, NULL, 0, NULL);
	if (parser.context == NULL) {
		buf_str(reason, "no memory for the parser");
		return false;
	}
	fine = clean_xml(&cleaned, bytes, len)
	    ? feed_bytes(&parser, cleaned.at, cleaned.len)
	    : feed_bytes(&parser, bytes, len);
	xmlFreeParserCtxt(parser.context);
	paper_free(&parser.paper);
	buf_free(&parser.text);
	buf_free(&parser.primary);
	buf_free(&parser.error);
	buf_free(&cleaned);
	return fine;
}
