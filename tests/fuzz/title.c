/*
 * Fuzz target: bare titles.
 */
#include <assert.h>
#include <stdlib.h>

#include "target.h"
#include "title.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *title = target_string(data, size);
	struct buf bare = { 0 };

	title_bare(&bare, title);
	assert(bare.len > 0 || *title == '\0');
	assert(strlen(bare.at) == bare.len);
	assert(strstr(title, bare.at) != NULL);
	buf_free(&bare);
	free(title);
	return 0;
}
