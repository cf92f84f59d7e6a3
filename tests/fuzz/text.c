/*
 * Fuzz target: lines, cuts and what goes to a terminal.
 */
#include <assert.h>
#include <stdlib.h>

#include "target.h"
#include "text.h"

enum {
	MAX_CUTS = 256
};

static void
check_line(const char *s)
{
	struct buf line = { 0 }, again = { 0 };

	text_line(&line, s);
	assert(strlen(line.at) == line.len);
	for (const char *p = line.at; *p != '\0';) {
		const char *start = p;
		uint32_t c = utf8_next(&p);

		assert(utf8_len(start) > 0 && !utf8_is_control(c));
		assert(c != ' ' ||
		    (start > line.at && start[-1] != ' ' && *p != '\0'));
	}
	text_line(&again, line.at);
	assert(strcmp(again.at, line.at) == 0);
	buf_free(&line);
	buf_free(&again);
}

/* A cut leaves whole the characters before it. */
static void
check_cuts(const char *s)
{
	size_t len = strlen(s);

	for (size_t max = 0; max <= len + 1 && max < MAX_CUTS; max++) {
		size_t cut = utf8_cut(s, max);
		const char *p = s;

		assert(cut <= max && cut <= len);
		while (p < s + cut)
			p += utf8_len(p) > 0 ? utf8_len(p) : 1;
		assert(p == s + cut);
	}
}

static void
check_printable(const char *s)
{
	char out[MAX_CUTS];

	for (size_t size = 1; size <= sizeof out; size++) {
		size_t len = utf8_printable(out, size, s);

		assert(len < size && strlen(out) == len);
		for (const char *p = out; *p != '\0';) {
			assert(utf8_len(p) > 0);
			assert(!utf8_is_control(utf8_next(&p)));
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);

	check_line(s);
	check_cuts(s);
	check_printable(s);
	free(s);
	return 0;
}
