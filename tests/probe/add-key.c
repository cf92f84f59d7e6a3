/*
 * The least that a stage can do: every record with the member "probe" set to
 * 1. What this costs, every stage costs.
 */
#include <unistd.h>

#include "cli.h"
#include "rec.h"

int
main(int argc, char *argv[])
{
	static const struct cli_option none[] = { { 0 } };
	static const struct cli cli = { "add-key", "sets \"probe\" in records",
		"[FILE]...\n", none };
	struct buf one = { 0 };
	struct rec_in in;

	cli_next(&cli, argc, argv);
	buf_char(&one, '1');
	rec_open(&in, argv + optind);
	while (rec_next(&in))
		rec_pass_with(&in.rec, "probe", &one);
	rec_close(&in);
	buf_free(&one);
	return cli_finish();
}
