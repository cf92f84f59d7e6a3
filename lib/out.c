/*
 * Standard output.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "out.h"

static _Noreturn void
lost(void)
{
	if (errno == EPIPE) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	diag_die("standard output: %s", strerror(errno));
}

void
out_write(const char *bytes, size_t len)
{
	if (fwrite(bytes, 1, len, stdout) < len)
		lost();
}

void
out_flush(void)
{
	if (fflush(stdout) != 0)
		lost();
}

void
out_close(void)
{
	out_flush();
	if (fclose(stdout) != 0)
		lost();
}
