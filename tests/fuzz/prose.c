/*
 * Fuzz target: the prose of a body, and the sentences of the body and of its
 * prose.
 */
#include <assert.h>
#include <stdlib.h>

#include "body.h"
#include "sentence.h"
#include "target.h"
#include "text.h"

/* Sentences follow each other, and hold all that is no white space. */
static void
check_sentences(const char *text)
{
	const char *rest = text, *seen = text;
	struct span sentence;

	while (sentence_next(&rest, &sentence)) {
		assert(sentence.len > 0 && sentence.at >= seen);
		for (; seen < sentence.at; seen++)
			assert(ascii_is_space(*seen));
		seen = sentence.at + sentence.len;
		assert(seen <= rest && !ascii_is_space(seen[-1]));
	}
	for (; *seen != '\0'; seen++)
		assert(ascii_is_space(*seen));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *body = target_string(data, size);
	struct buf prose = { 0 };

	body_prose(&prose, body);
	assert(prose.len <= 2 * size + 2);
	assert(strlen(prose.at) == prose.len);
	check_sentences(prose.at);
	check_sentences(body);
	buf_free(&prose);
	free(body);
	return 0;
}
