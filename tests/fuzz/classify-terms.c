/*
 * Fuzz target: terms found in text. The first line holds terms with commas
 * between, the rest is the text; what the trie finds is what a search word by
 * word finds.
 */
#include <assert.h>
#include <stdlib.h>

#include "match.h"
#include "target.h"

/*
 * Returns what is left of `text` when the word at its start is that of the
 * term, NULL if it is not; `*term` moves to its next word.
 */
static const char *
same_word(const char *text, const char **term)
{
	const char *t = *term;
	bool last;

	while (!letters_is_gap(t)) {
		if (letters_is_gap(text) ||
		    letters_next(&text) != letters_next(&t))
			return NULL;
	}
	last = *letters_skip_gap(t) == '\0';
	if (last && t[0] == '*' && t[strlen(t) - 1] == '*')
		text = letters_skip_word(text);
	if (last && (*text | 0x20) == 's' && letters_is_gap(text + 1))
		text++;
	*term = letters_skip_gap(t);
	return letters_is_gap(text) ? text : NULL;
}

/* Tells whether the term begins with the word at `text`. */
static bool
is_at(const char *text, const char *term)
{
	term = letters_skip_gap(term);
	while ((text = same_word(text, &term)) != NULL && *term != '\0')
		text = letters_skip_gap(text);
	return text != NULL;
}

static bool
is_in(const char *text, const char *term)
{
	for (text = letters_skip_gap(text); *text != '\0';
	     text = letters_skip_gap(letters_skip_word(text)))
		if (is_at(text, term))
			return true;
	return false;
}

static bool
is_found(const struct match *match, size_t number)
{
	for (size_t i = 0; i < match->count; i++)
		if (match->hits[i].term == number)
			return true;
	return false;
}

/* Terms that this simple search takes as the trie does. */
static bool
is_plain(const char *term)
{
	size_t len = strlen(term);

	return strchr(term, 'N') == NULL && len > 0 && len < 200 &&
	    strcspn(term, "*") >= len - 1 &&
	    (term[len - 1] != '*' ||
		(len > 1 && !letters_is_gap(term + len - 2)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *input = target_string(data, size), *text = input, *terms, *term;
	struct trie trie = { 0 };
	struct match match = { 0 };
	struct {
		const char *text;
		size_t number;
	} known[32];
	size_t count = 0;

	terms = strsep(&text, "\n");
	while ((term = strsep(&terms, ",")) != NULL && count < 32) {
		size_t number = is_plain(term) ? trie_add(&trie, term)
					       : TRIE_NONE;

		if (number == TRIE_NONE)
			continue;
		known[count].text = term;
		known[count++].number = number;
	}
	trie_settle(&trie);
	match_text(&trie, text != NULL ? text : "", &match);
	for (size_t i = 0; i < count; i++)
		assert(is_found(&match, known[i].number) ==
		    is_in(text != NULL ? text : "", known[i].text));
	match_free(&match);
	trie_free(&trie);
	free(input);
	return 0;
}
