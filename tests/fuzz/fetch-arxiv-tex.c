/*
 * Fuzz target: TeX as plain text.
 */
#include <assert.h>
#include <stdlib.h>

#include "target.h"
#include "tex.h"
#include "text.h"

static bool
is_valid(const char *s)
{
	while (utf8_len(s) > 0)
		s += utf8_len(s);
	return *s == '\0';
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);
	struct buf plain = { 0 };

	tex_plain(&plain, s);
	assert(strlen(plain.at) == plain.len);
	assert(plain.len <= 3 * size);
	assert(tex_is_in(s) || strcmp(plain.at, s) == 0);
	assert(!is_valid(s) || is_valid(plain.at));
	buf_free(&plain);
	free(s);
	return 0;
}
