/*
 * Each line as title_bare() leaves it.
 */
#include "cli.h"
#include "diag.h"
#include "lines.h"
#include "out.h"
#include "scan.h"
#include "title.h"

int
main(int argc, char *argv[])
{
	struct buf bare = { 0 };
	struct lines in;
	char *line;
	size_t len;

	(void)argc;
	diag_start("bare-title");
	lines_open(&in, argv + 1, SCAN_MAX_LINE);
	while ((line = lines_next(&in, &len)) != NULL) {
		title_bare(&bare, line);
		out_write(bare.at, bare.len);
		out_write("\n", 1);
	}
	lines_close(&in);
	buf_free(&bare);
	return cli_finish();
}
