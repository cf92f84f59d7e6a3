/*
 * Where a reader can go from a page.
 */
#include <string.h>

#include "diag.h"
#include "url.h"
#include "ways.h"

enum lang
ways_lang(size_t way)
{
	return (enum lang)(way - WAY_LANG);
}

static const char *
name_of(size_t way)
{
	static const char *const names[WAY_COUNT] = {
		[WAY_PREVIOUS] = "prev",
		[WAY_ALL] = "all",
		[WAY_FEED] = "feed",
	};

	return way < WAY_PREVIOUS ? lang_code(ways_lang(way)) : names[way];
}

void
ways_option(struct ways *ways, const char *argument)
{
	size_t len = strcspn(argument, "="), way = 0;

	while (way < WAY_COUNT &&
	    (strlen(name_of(way)) != len ||
		strncmp(name_of(way), argument, len) != 0))
		way++;
	if (way == WAY_COUNT || argument[len] == '\0' ||
	    argument[len + 1] == '\0')
		diag_usage("--nav %s: not zh, en, prev, all or feed, a \"=\" "
			   "and a file",
		    argument);
	buf_clear(&ways->files[way]);
	url_path(&ways->files[way], argument + len + 1);
}

const char *
ways_get(const struct ways *ways, size_t way)
{
	return ways->files[way].len > 0 ? ways->files[way].at : NULL;
}

void
ways_free(struct ways *ways)
{
	for (size_t way = 0; way < WAY_COUNT; way++)
		buf_free(&ways->files[way]);
}
