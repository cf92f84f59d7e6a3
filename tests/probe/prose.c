/*
 * The prose of the commit message or issue on standard input.
 */
#include <errno.h>
#include <string.h>

#include "body.h"
#include "cli.h"
#include "diag.h"
#include "file.h"
#include "out.h"
#include "scan.h"

int
main(void)
{
	struct buf body = { 0 }, prose = { 0 };

	diag_start("prose");
	buf_clear(&body);
	if (!file_read(&body, "/dev/stdin", SCAN_MAX_LINE))
		diag_die("<stdin>: %s", strerror(errno));
	body_prose(&prose, body.at);
	out_write(prose.at, prose.len);
	buf_free(&body);
	buf_free(&prose);
	return cli_finish();
}
