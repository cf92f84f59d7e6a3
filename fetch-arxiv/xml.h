/*
 * XML as it comes in, piece by piece, by libxml2's SAX2 push parser: without
 * network, entities or document types. Elements are known by namespace and
 * name, never by prefix or order.
 */
#ifndef XML_H
#define XML_H

#include <libxml/parser.h>
#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "clean.h"

struct xml_name {
	const char *space, *name; /* space "": none */
};

/* The attributes of an element, as libxml2 hands them over. */
struct xml_attributes {
	int count;
	const xmlChar **values;
};

/* A kind of document. Elements that it does not name are passed over. */
struct xml_dialect {
	const struct xml_name *names; /* the first is the root */
	int count;
	/* An element, by its index in `names`, begins. */
	void (*begin)(
	    void *data, int element, const struct xml_attributes *attributes);
	/* It ends; `text` is what stood behind its last tag. */
	void (*end)(void *data, int element, const struct buf *text);
};

enum {
	XML_KNOWN = 64 /* places; a power of two */
};

/* A document that is being read. */
struct xml {
	xmlParserCtxtPtr context;
	const struct xml_dialect *const *dialects;
	const struct xml_dialect *dialect; /* NULL: the root has not come */
	void *data;
	struct clean clean;
	struct buf text; /* behind the last tag */
	struct buf reason; /* not empty: why it is over */
	struct {
		const xmlChar *space, *name;
		int element;
	} known[XML_KNOWN]; /* libxml2's strings, each kept but once */
};

/*
 * Prepares to read a document of one of the `dialects`, which a NULL ends and
 * among which the root decides. `data` is handed to their functions.
 */
void xml_open(
    struct xml *xml, const struct xml_dialect *const dialects[], void *data);

/*
 * Takes the next `len` bytes; what XML forbids is replaced. False, with the
 * reason set, when the document is refused or broken.
 */
bool xml_feed(struct xml *xml, const char *bytes, size_t len);

/* Ends the document; false, with the reason set, if it is not whole. */
bool xml_end(struct xml *xml);

/* Stops reading because of `reason`, one line. */
void xml_refuse(struct xml *xml, const char *reason);

/* Sets `value` to the attribute `name`, which has no namespace; false: none. */
bool xml_attribute(const struct xml_attributes *attributes, const char *name,
    struct buf *value);

/* Gives everything back. */
void xml_close(struct xml *xml);

#endif
