/*
 * One word for every line, blank ones too: "ok" if the strict scanner takes it
 * for a record, else "bad".
 */
#include "cli.h"
#include "diag.h"
#include "lines.h"
#include "out.h"
#include "scan.h"

int
main(int argc, char *argv[])
{
	struct object object = { 0 };
	struct lines in;
	char *line;
	size_t len;

	(void)argc;
	diag_start("verdict");
	lines_open(&in, argv + 1, SCAN_MAX_LINE);
	while ((line = lines_next(&in, &len)) != NULL) {
		if (scan_object(&object, line, len))
			out_write("ok\n", 3);
		else
			out_write("bad\n", 4);
	}
	lines_close(&in);
	scan_free(&object);
	return cli_finish();
}
