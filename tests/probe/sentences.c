/*
 * The sentences of the text on standard input, one a line, white space folded.
 */
#include <errno.h>
#include <string.h>

#include "cli.h"
#include "diag.h"
#include "file.h"
#include "out.h"
#include "scan.h"
#include "sentence.h"
#include "text.h"

int
main(void)
{
	struct buf text = { 0 }, raw = { 0 }, line = { 0 };
	struct span span;
	const char *rest;

	diag_start("sentences");
	buf_clear(&text);
	if (!file_read(&text, "/dev/stdin", SCAN_MAX_LINE))
		diag_die("<stdin>: %s", strerror(errno));
	rest = text.at;
	while (sentence_next(&rest, &span)) {
		buf_clear(&raw);
		buf_add(&raw, span.at, span.len);
		text_line(&line, raw.at);
		out_write(line.at, line.len);
		out_write("\n", 1);
	}
	buf_free(&text);
	buf_free(&raw);
	buf_free(&line);
	return cli_finish();
}
