/*
 * A document in which arXiv answers: what all dialects have in common.
 */
#include <string.h>

#include "atom.h"
#include "document.h"
#include "oai.h"
#include "rss.h"
#include "tex.h"
#include "text.h"

enum {
	MAX_AUTHORS = 1024 * 1024, /* bytes of their names */
	MAX_CATEGORIES = 100 /* of a paper; each is compared with all */
};

static const struct xml_dialect *const dialects[] = { &atom_dialect,
	&oai_dialect, &rss_dialect, NULL };

void
document_open(struct document *document, document_take *take, void *data)
{
	*document =
	    (struct document) { .total = -1, .take = take, .data = data };
	paper_clear(&document->paper);
	buf_clear(&document->error);
	buf_clear(&document->code);
	buf_clear(&document->token);
	buf_clear(&document->primary);
	buf_clear(&document->message);
	xml_open(&document->xml, dialects, document);
}

bool
document_feed(struct document *document, const char *bytes, size_t len)
{
	return xml_feed(&document->xml, bytes, len);
}

bool
document_end(struct document *document)
{
	return xml_end(&document->xml);
}

const char *
document_reason(const struct document *document)
{
	return document->xml.reason.at;
}

void
document_close(struct document *document)
{
	struct buf *const bufs[] = { &document->error, &document->code,
		&document->token, &document->primary, &document->keyname,
		&document->forenames, &document->suffix, &document->creators,
		&document->message };

	for (size_t i = 0; i < sizeof bufs / sizeof *bufs; i++)
		buf_free(bufs[i]);
	paper_free(&document->paper);
	xml_close(&document->xml);
}

void
document_begin_paper(struct document *document)
{
	paper_clear(&document->paper);
	buf_clear(&document->primary);
	buf_clear(&document->creators);
	buf_clear(&document->message);
	document->in_entry = true;
	document->has_id = document->is_deleted = false;
	document->entries++;
}

void
document_end_paper(struct document *document)
{
	document->in_entry = false;
	if (document->is_deleted)
		return;
	if (document->has_id)
		document->take(document->data, &document->paper);
	else
		document->unusable++;
}

void
document_tell_error(struct document *document, const char *words)
{
	struct buf reason = { 0 };

	document->is_error = true;
	text_line(&document->error, words);
	buf_printf(&reason, "arXiv says: %s",
	    document->error.len > 0 ? document->error.at : "error");
	xml_refuse(&document->xml, reason.at);
	buf_free(&reason);
}

void
document_set_id(struct document *document, const char *text)
{
	static struct buf id;

	text_line(&id, text);
	document->has_id = paper_set_id(&document->paper, id.at);
}

/* White space first: where lines end says nothing to TeX either. */
void
document_prose(struct buf *place, const char *text)
{
	static struct buf plain;

	text_line(place, text);
	if (!tex_is_in(place->at))
		return;
	tex_plain(&plain, place->at);
	text_line(place, plain.at);
}

void
document_add_author(struct document *document, const char *name)
{
	static struct buf line;

	document_prose(&line, name);
	if (document->paper.authors.bytes.len + line.len > MAX_AUTHORS)
		xml_refuse(&document->xml, "a paper of over 1 MiB of authors");
	else if (line.len > 0)
		strings_add(&document->paper.authors, line.at);
}

void
document_add_category(struct document *document, const char *category)
{
	struct strings *categories = &document->paper.categories;

	if (!paper_is_category(category) || strings_have(categories, category))
		return;
	if (categories->count >= MAX_CATEGORIES)
		xml_refuse(&document->xml, "a paper of over 100 categories");
	else
		strings_add(categories, category);
}
