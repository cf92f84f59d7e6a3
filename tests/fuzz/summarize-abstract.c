/*
 * Fuzz target: an abstract taken apart, under the title on its first line, and
 * put together again in every way in which it can be cut.
 */
#include <assert.h>
#include <stdlib.h>

#include "extract/feature.h"
#include "target.h"

/* The words of a sentence follow each other in its line. */
static void
check_words(const struct abstract *a, const struct sentence *s)
{
	size_t at = 0, len = strlen(s->line);

	for (size_t w = s->first; w < s->end; w++) {
		const struct word *word = &a->words.at[w];

		assert(word->stem != 0 && word->start >= at);
		assert(word->start < word->end && word->end <= len);
		at = word->end;
	}
}

static void
check_candidate(struct abstract *a, const struct candidate *c)
{
	const struct sentence *s = &a->sentences[c->sentence];
	struct buf out = { 0 };
	struct counts counts;

	assert(c->kept.from <= c->kept.to);
	assert(c->kept.to <= strlen(s->line));
	assert(s->first <= c->first && c->first <= s->end);
	counts_of(&counts, a, c->first, c->end);
	assert(counts.content <= counts.words);
	assert(counts.different <= counts.words);
	compress_put(&out, s->line, &s->cuts, c->kept);
	assert(out.len <= strlen(s->line) + 1);
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct candidate all[MAX_CANDIDATES];
	static struct abstract abstract;
	char *title = target_string(data, size);
	char *text = strchr(title, '\n');
	size_t count;

	if (text != NULL)
		*text++ = '\0';
	abstract_read(&abstract, title, text != NULL ? text : "");
	for (size_t i = 0; i < abstract.count; i++)
		check_words(&abstract, &abstract.sentences[i]);
	count = feature_candidates(all, &abstract);
	for (size_t i = 0; i < count; i++)
		check_candidate(&abstract, &all[i]);
	free(title);
	return 0;
}
