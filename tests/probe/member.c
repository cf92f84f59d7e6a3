/*
 * The string member named by the first operand, of every record, as a JSON
 * string; null where there is none.
 */
#include "cli.h"
#include "diag.h"
#include "emit.h"
#include "rec.h"

int
main(int argc, char *argv[])
{
	struct buf store = { 0 }, json = { 0 };
	struct rec_in in;
	const char *s;

	diag_start("member");
	if (argc < 2)
		diag_usage("which member?");
	rec_open(&in, argv + 2);
	while (rec_next(&in)) {
		buf_clear(&json);
		if ((s = rec_str(&in.rec, argv[1], &store)) != NULL)
			emit_string(&json, NULL, s);
		else
			buf_str(&json, "null");
		rec_write(&json);
	}
	rec_close(&in);
	buf_free(&store);
	buf_free(&json);
	return cli_finish();
}
