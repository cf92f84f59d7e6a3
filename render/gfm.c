/*
 * How Markdown reads, by cmark-gfm, the parser that GitHub itself uses.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/registry.h>
#include <stdbool.h>

#include "gfm.h"

enum {
	OVERHEAD = 1024 /* bytes that take as long as parsing an empty text */
};

static const char *const extension_names[] = { "autolink", "strikethrough",
	"table", "tasklist" };

static bool started;
static size_t work;

static cmark_node *
parse(const struct buf *markdown)
{
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
	cmark_node *document;

	work += markdown->len + OVERHEAD;
	if (!started)
		cmark_gfm_core_extensions_ensure_registered();
	started = true;
	for (size_t i = 0; i < sizeof extension_names / sizeof *extension_names;
	     i++)
		cmark_parser_attach_syntax_extension(
		    parser, cmark_find_syntax_extension(extension_names[i]));
	cmark_parser_feed(parser, markdown->at, markdown->len);
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return document;
}

/* Appends a code span as its author most likely wrote it. */
static void
put_code(struct buf *text, const char *code)
{
	size_t longest = 0, run = 0;

	for (const char *p = code; *p != '\0'; p++) {
		run = *p == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	for (size_t i = 0; i <= longest; i++)
		buf_char(text, '`');
	buf_str(text, code);
	for (size_t i = 0; i <= longest; i++)
		buf_char(text, '`');
}

void
gfm_read(const struct buf *markdown, struct buf *text)
{
	cmark_node *document = parse(markdown);
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	buf_clear(text);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (event == CMARK_EVENT_EXIT)
			buf_char(text, '\x02');
		else if (type == CMARK_NODE_TEXT)
			buf_str(text, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_CODE)
			put_code(text, cmark_node_get_literal(node));
		else
			buf_printf(text, "\x01%u", (unsigned)type);
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
}

size_t
gfm_work(void)
{
	return work;
}

void
gfm_finish(void)
{
	if (started)
		cmark_release_plugins();
}
