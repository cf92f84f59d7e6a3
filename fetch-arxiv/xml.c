/*
 * XML as it comes in, piece by piece.
 */
#include <stdint.h>
#include <string.h>

#include "diag.h"
#include "xml.h"

enum {
	UNKNOWN = -1,
	PIECE = 64 * 1024, /* bytes; libxml2 refuses pieces of over 10 MB */
	MAX_TEXT = 1024 * 1024, /* bytes of one element's text */
	MAX_PART = 64 * 1024, /* bytes of a tag, a comment, a CDATA section */
	/* Of these libxml2 compares each with each, or looks through all. */
	MAX_ATTRIBUTES = 32, /* of an element */
	MAX_NAMESPACES = 32, /* in which an element stands */
	MAX_NAMES = 1000 /* of a document's elements and attributes */
};

void
xml_refuse(struct xml *xml, const char *reason)
{
	if (xml->reason.len == 0)
		buf_str(&xml->reason, reason);
	xmlStopParser(xml->context);
}

static bool
is_named(const struct xml_name *wanted, const char *space, const char *name)
{
	return strcmp(wanted->name, name) == 0 &&
	    strcmp(wanted->space, space) == 0;
}

/* Returns the element's index among the names of the dialect, or UNKNOWN. */
static int
look_up(const struct xml_dialect *dialect, const xmlChar *space,
    const xmlChar *name)
{
	const char *uri = space != NULL ? (const char *)space : "";

	for (int i = 0; i < dialect->count; i++)
		if (is_named(&dialect->names[i], uri, (const char *)name))
			return i;
	return UNKNOWN;
}

/* As look_up(), but by the addresses of strings that libxml2 keeps once. */
static int
element_of(struct xml *xml, const xmlChar *space, const xmlChar *name)
{
	size_t place = ((uintptr_t)name >> 2 ^ (uintptr_t)space >> 4) %
	    XML_KNOWN;

	if (xml->known[place].name != name ||
	    xml->known[place].space != space) {
		xml->known[place].name = name;
		xml->known[place].space = space;
		xml->known[place].element = look_up(xml->dialect, space, name);
	}
	return xml->known[place].element;
}

static void
choose_dialect(struct xml *xml, const xmlChar *space, const xmlChar *name)
{
	for (size_t i = 0; xml->dialects[i] != NULL; i++)
		if (look_up(xml->dialects[i], space, name) == 0)
			xml->dialect = xml->dialects[i];
	if (xml->dialect == NULL)
		xml_refuse(xml, "not an Atom feed, OAI-PMH or RSS");
}

/* Tells whether a document is of a shape that takes next to no time. */
static bool
is_modest(const struct xml *xml, int attribute_count)
{
	/* Of each namespace there are the prefix and the URI. */
	return attribute_count <= MAX_ATTRIBUTES &&
	    xml->context->nsNr / 2 <= MAX_NAMESPACES &&
	    xmlDictSize(xml->context->dict) <= MAX_NAMES;
}

static void
start_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space, int namespace_count, const xmlChar **namespaces,
    int attribute_count, int defaulted, const xmlChar **values)
{
	struct xml *xml = data;
	int element;

	(void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
	buf_clear(&xml->text);
	if (!is_modest(xml, attribute_count)) {
		xml_refuse(xml, "more attributes or names than feeds have");
		return;
	}
	if (xml->dialect == NULL)
		choose_dialect(xml, space, name);
	if (xml->dialect == NULL)
		return;
	element = element_of(xml, space, name);
	if (element != UNKNOWN)
		xml->dialect->begin(xml->data, element,
		    &(struct xml_attributes) { attribute_count, values });
}

static void
end_element(void *data, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *space)
{
	struct xml *xml = data;
	int element = element_of(xml, space, name);

	(void)prefix;
	if (element != UNKNOWN)
		xml->dialect->end(xml->data, element, &xml->text);
	buf_clear(&xml->text);
}

static void
characters(void *data, const xmlChar *s, int len)
{
	struct xml *xml = data;

	if (xml->text.len + (size_t)len > MAX_TEXT)
		xml_refuse(xml, "an element of more than 1 MiB");
	else
		buf_add(&xml->text, (const char *)s, (size_t)len);
}

static void
internal_subset(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	xml_refuse(data, "a document type, which no feed needs");
}

static void
no_message(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

void
xml_open(
    struct xml *xml, const struct xml_dialect *const dialects[], void *data)
{
	xmlSAXHandler sax = {
		.initialized = XML_SAX2_MAGIC,
		.internalSubset = internal_subset,
		.startElementNs = start_element,
		.endElementNs = end_element,
		.characters = characters,
		.ignorableWhitespace = characters, /* else each is judged */
		.cdataBlock = characters,
		.serror = no_message,
	};

	*xml = (struct xml) { .dialects = dialects, .data = data };
	buf_clear(&xml->text);
	buf_clear(&xml->reason);
	xml->context = xmlCreatePushParserCtxt(&sax, xml, NULL, 0, NULL);
	if (xml->context == NULL)
		diag_die("out of memory");
	xmlCtxtUseOptions(xml->context, XML_PARSE_NONET);
}

/* Says where the document broke, unless it was refused before. */
static bool
is_fine(struct xml *xml)
{
	const xmlParserInput *input = xml->context->input;

	if (xml->reason.len == 0 && !xml->context->wellFormed)
		buf_printf(&xml->reason, "not a whole XML document (line %d)",
		    input != NULL ? input->line : 0);
	return xml->reason.len == 0;
}

/* What libxml2 has not taken yet is a part without its end. */
static bool
is_waiting_for_long(const struct xml *xml)
{
	const xmlParserInput *input = xml->context->input;

	return input != NULL && input->end - input->cur > MAX_PART;
}

/* Hands on what has been cleaned. */
static bool
parse(struct xml *xml, struct span span)
{
	while (span.len > 0 && is_fine(xml)) {
		int piece = span.len < PIECE ? (int)span.len : PIECE;

		xmlParseChunk(xml->context, span.at, piece, 0);
		if (is_fine(xml) && is_waiting_for_long(xml))
			xml_refuse(xml,
			    "a tag, a comment or a section of over 64 KiB");
		span.at += piece;
		span.len -= (size_t)piece;
	}
	return is_fine(xml);
}

bool
xml_feed(struct xml *xml, const char *bytes, size_t len)
{
	while (len > 0) {
		size_t piece = len < PIECE ? len : PIECE;

		if (!parse(xml, clean_piece(&xml->clean, bytes, piece)))
			return false;
		bytes += piece;
		len -= piece;
	}
	return xml->reason.len == 0;
}

bool
xml_end(struct xml *xml)
{
	if (!parse(xml, clean_rest(&xml->clean)))
		return false;
	xmlParseChunk(xml->context, NULL, 0, 1);
	return is_fine(xml);
}

bool
xml_attribute(const struct xml_attributes *attributes, const char *name,
    struct buf *value)
{
	for (int i = 0; i < attributes->count; i++) {
		/* Name, prefix, namespace, value, and the value's end. */
		const xmlChar **one = attributes->values + (ptrdiff_t)i * 5;

		if (one[2] != NULL || strcmp((const char *)one[0], name) != 0)
			continue;
		buf_clear(value);
		buf_add(value, (const char *)one[3], (size_t)(one[4] - one[3]));
		return true;
	}
	return false;
}

void
xml_close(struct xml *xml)
{
	xmlFreeParserCtxt(xml->context);
	clean_free(&xml->clean);
	buf_free(&xml->text);
	buf_free(&xml->reason);
}
