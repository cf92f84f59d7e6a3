/*
 * Where arXiv's holidays are written down.
 */
#include <stdlib.h>
#include <unistd.h>

#include "buf.h"
#include "diag.h"
#include "holidays.h"
#include "share.h"

/* Sets `path` to the user's own file; empty: there is no place for it. */
static void
own_path(struct buf *path)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

	buf_clear(path);
	if (config != NULL && *config == '/')
		buf_printf(path, "%s/dair/arxiv-holidays", config);
	else if (home != NULL && *home != '\0')
		buf_printf(path, "%s/.config/dair/arxiv-holidays", home);
}

void
holidays_load(struct calendar *calendar, time_t listing)
{
	char *path = share_path("arxiv-holidays");
	struct buf own = { 0 };

	calendar_load(calendar, path);
	own_path(&own);
	if (own.len > 0 && access(own.at, F_OK) == 0)
		calendar_load(calendar, own.at);
	if (!calendar_knows(calendar, listing))
		diag_warn("%s: no holiday of that year is known, so papers may "
			  "be dated a listing early",
		    path);
	buf_free(&own);
	free(path);
}
