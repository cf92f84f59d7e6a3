/*
 * Runs a fuzz target once on each of the files named, without libFuzzer.
 */
#include <errno.h>
#include <stdio.h>

#include "buf.h"
#include "diag.h"
#include "file.h"
#include "scan.h"
#include "target.h"

int
main(int argc, char *argv[])
{
	struct buf input = { 0 };

	diag_start("replay");
	for (int i = 1; i < argc; i++) {
		buf_clear(&input);
		if (!file_read(&input, argv[i], SCAN_MAX_LINE))
			diag_die("%s: %s", argv[i], strerror(errno));
		LLVMFuzzerTestOneInput((uint8_t *)input.at, input.len);
	}
	printf("%s: %d inputs\n", argv[0], argc - 1);
	buf_free(&input);
	return diag_status();
}
