/*
 * An abstract taken apart.
 */
#include <stdlib.h>
#include <string.h>

#include "abstract.h"
#include "alloc.h"
#include "sentence.h"
#include "tex.h"
#include "text.h"

enum {
	MAX_ABSTRACT = 64 * 1024, /* bytes; what follows is not looked at */
	MAX_SENTENCE_BYTES = 2000, /* a longer one is passed over */
	MAX_TITLE = 64, /* words; the others are not looked at */
	MAX_COUNT = 15, /* more often makes no difference */
	TOP_WORDS = 12
};

/* Takes the words of the title into the vocabulary. */
static void
read_title(struct abstract *a, const char *title)
{
	const struct words *words = &a->title;
	struct entry *before = NULL;

	words_of(&a->title, (struct span) { title, strlen(title) });
	a->title_content = 0;
	for (size_t i = 0; i < words->count && i < MAX_TITLE; i++) {
		struct entry *entry = vocabulary_at(
		    &a->vocabulary, words->at[i].stem);

		a->title_content += !words->at[i].stop &&
		    entry->title_places == 0;
		entry->title_places |= UINT64_C(1) << i;
		if (before != NULL)
			before->title_successor = words->at[i].stem;
		before = entry;
	}
}

/* Takes in a sentence, the `len` bytes at `s`; false: it says nothing. */
static bool
add_sentence(struct abstract *a, char *s, size_t len)
{
	struct sentence *sentence = &a->sentences[a->count];
	size_t from = a->lines.len;
	char behind = s[len];

	if (len > MAX_SENTENCE_BYTES)
		return false;
	s[len] = '\0';
	text_add_line(&a->lines, s);
	s[len] = behind;
	sentence->first = a->words.count;
	words_add(&a->words, a->lines.at + from, a->lines.len - from);
	sentence->end = a->words.count;
	if (sentence->first == sentence->end) {
		buf_cut(&a->lines, from);
		return false;
	}
	buf_char(&a->lines, '\0');
	return true;
}

/* The last sentence of a text that is not whole may be cut. */
static void
split(struct abstract *a, bool whole)
{
	const char *rest = a->text.at;
	size_t starts[MAX_SENTENCES] = { 0 };
	struct span span;

	while (a->count < MAX_SENTENCES && sentence_next(&rest, &span) &&
	    (whole || *rest != '\0')) {
		starts[a->count] = a->lines.len;
		if (add_sentence(
			a, a->text.at + (span.at - a->text.at), span.len))
			a->count++;
	}
	for (size_t i = 0; i < a->count; i++) {
		struct sentence *s = &a->sentences[i];

		s->line = a->lines.at + starts[i];
		compress_find(&s->cuts, s->line, a->words.at + s->first,
		    s->end - s->first);
	}
}

static bool
is_aside(const struct cuts *cuts, size_t at)
{
	for (size_t i = 0; i < cuts->aside_count; i++)
		if (at >= cuts->asides[i].from && at < cuts->asides[i].to)
			return true;
	return false;
}

/* Fills in the token of the word `w` of sentence `i`, and counts the word. */
static void
read_token(struct abstract *a, size_t i, size_t w)
{
	const struct word *word = &a->words.at[w];
	const struct sentence *s = &a->sentences[i];
	struct entry *entry = vocabulary_at(&a->vocabulary, word->stem);

	a->tokens[w] = (struct token) {
		.entry = entry,
		.aside = s->cuts.aside_count > 0 &&
		    is_aside(&s->cuts, word->start),
		.capital = w > s->first && ascii_is_upper(s->line[word->start]),
		.digit = ascii_is_digit(s->line[word->start]),
		.comma = s->line[word->end] == ',',
	};
	entry->count += !word->stop;
	entry->sentences += !word->stop & (entry->last_sentence != i + 1);
	entry->last_sentence = word->stop ? entry->last_sentence
					  : (uint32_t)(i + 1);
}

static void
read_tokens(struct abstract *a)
{
	a->tokens = xgrow(a->tokens, &a->tokens_capacity, a->words.count + 1,
	    sizeof *a->tokens);
	for (size_t i = 0; i < a->count; i++)
		for (size_t w = a->sentences[i].first; w < a->sentences[i].end;
		     w++)
			read_token(a, i, w);
}

/* Finds how often a word must occur to be among the top dozen. */
static void
find_top_words(struct abstract *a)
{
	size_t with_count[MAX_COUNT + 1] = { 0 };
	uint32_t least = MAX_COUNT;

	for (size_t i = 0; i < a->vocabulary.count; i++) {
		uint32_t count = a->vocabulary.entries[i].count;

		with_count[count < MAX_COUNT ? count : MAX_COUNT]++;
	}
	a->top_words = with_count[least];
	while (a->top_words < TOP_WORDS && least > 1)
		a->top_words += with_count[--least];
	a->top_count = least;
}

void
abstract_read(struct abstract *a, const char *title, const char *text)
{
	size_t len = utf8_cut(text, MAX_ABSTRACT);

	a->count = a->words.count = 0;
	buf_clear(&a->text);
	buf_clear(&a->lines);
	if (memchr(text, '\\', len) != NULL || strstr(text, "``") != NULL)
		tex_plain(&a->text, text, len);
	else
		buf_add(&a->text, text, len);
	vocabulary_clear(&a->vocabulary);
	read_title(a, title);
	split(a, text[len] == '\0');
	read_tokens(a);
	find_top_words(a);
}

size_t
abstract_word_at(const struct abstract *a, size_t i, size_t at)
{
	const struct sentence *s = &a->sentences[i];
	size_t w = s->first;

	while (w < s->end && a->words.at[w].start < at)
		w++;
	return w;
}

void
abstract_free(struct abstract *a)
{
	words_free(&a->words);
	words_free(&a->title);
	free(a->tokens);
	buf_free(&a->text);
	buf_free(&a->lines);
	*a = (struct abstract) { 0 };
}
