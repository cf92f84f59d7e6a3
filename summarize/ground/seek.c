/*
 * Questions to the sources.
 */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "ascii.h"
#include "seek.h"

enum {
	SHORT_NAME = 5 /* bytes */
};

void
seek_start(struct seek *seek, struct sources *source)
{
	seek->source = source;
	source_settle(source);
	map_free(&seek->index);
	seek->count = 0;
	seek->open = 0;
	for (int view = 0; view < VIEW_COUNT; view++)
		trie_clear(&seek->tries[view]);
	numbers_clear(&seek->numbers);
}

static size_t
new_question(struct seek *seek, enum view view, unsigned borders, const char *s,
    size_t len)
{
	size_t i = seek->count++;

	seek->questions = xgrow(seek->questions, &seek->capacity, seek->count,
	    sizeof *seek->questions);
	seek->questions[i] = (struct sought) {
		.who = SOURCE_NONE,
		.borders = borders,
		.twin = trie_add(&seek->tries[view], s, len, (uint32_t)i),
	};
	seek->open++;
	return i;
}

uint64_t
seek_bytes(struct seek *seek, enum view view, unsigned borders, const char *s,
    size_t len)
{
	size_t *at;

	if (len < TRIE_SHORTEST)
		return SOURCE_ALL;
	if (len > TRIE_LONGEST) {
		len = TRIE_LONGEST;
		borders &= ~(unsigned)(BORDER_NUMBER | BORDER_WORD);
	}
	buf_clear(&seek->key);
	buf_char(&seek->key, (char)('a' + view));
	buf_char(&seek->key, (char)('a' + borders));
	buf_add(&seek->key, s, len);
	at = map_at(&seek->index, seek->key.at, seek->count);
	if (*at == seek->count)
		new_question(seek, view, borders, s, len);
	return seek->questions[*at].who;
}

/* Tells whether a flat name is a letter and a few digits: H100, T4. */
static bool
is_letter_and_digits(const struct buf *flat)
{
	return flat->len >= 2 && flat->len <= SHORT_NAME &&
	    ascii_is_letter(flat->at[0]) && ascii_is_digit(flat->at[1]) &&
	    strchr(flat->at, '.') == NULL;
}

/* Such a name stands by itself, for "a 10" and "INT4" have nothing of it. */
static uint64_t
seek_short_name(struct seek *seek, const struct buf *flat)
{
	static const char *const joints[] = { "", "-", "_", " " };
	struct buf name = { 0 };
	uint64_t who = SOURCE_NONE;

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		if (*joints[i] == ' ' && flat->at[0] == 'a')
			continue;
		buf_clear(&name);
		buf_char(&name, flat->at[0]);
		buf_str(&name, joints[i]);
		buf_add(&name, flat->at + 1, flat->len - 1);
		who |= seek_bytes(seek, VIEW_PLAIN, BORDER_LEFT | BORDER_NUMBER,
		    name.at, name.len);
	}
	buf_free(&name);
	return who;
}

uint64_t
seek_name(struct seek *seek, const char *s, size_t len)
{
	struct buf flat = { 0 };
	unsigned borders = BORDER_NUMBER;
	uint64_t who;

	buf_clear(&flat);
	view_flatten(&flat, s, len);
	if (flat.len > 1 && flat.at[0] == 'v' && ascii_is_digit(flat.at[1]))
		borders |= BORDER_SERIES;
	who = flat.len == len && is_letter_and_digits(&flat)
	    ? seek_short_name(seek, &flat)
	    : seek_bytes(seek, VIEW_FLAT, borders, flat.at, flat.len);
	buf_free(&flat);
	return who;
}

uint64_t
seek_text(struct seek *seek, unsigned borders, const char *s, size_t len)
{
	struct buf plain = { 0 };
	uint64_t who;

	view_make(&plain, VIEW_PLAIN, s, len);
	who = seek_bytes(seek, VIEW_PLAIN, borders, plain.at, plain.len);
	buf_free(&plain);
	return who;
}

static void
read_numbers(struct seek *seek)
{
	const struct sources *source = seek->source;

	for (size_t i = 0; i < source->count; i++)
		numbers_read(&seek->numbers,
		    source->text.at + source->segments[i].start,
		    source->segments[i].len, source->segments[i].who);
	numbers_end(&seek->numbers);
}

uint64_t
seek_number(struct seek *seek, const struct number *number)
{
	if (!seek->numbers.ready)
		read_numbers(seek);
	return numbers_who(&seek->numbers, number);
}

struct pass {
	struct seek *seek;
	const struct segment *segment;
	const struct buf *view;
};

static void
found(void *context, uint32_t value, size_t start, size_t end)
{
	const struct pass *pass = context;
	uint64_t who = pass->segment->who;

	for (; value != TRIE_NONE; value = pass->seek->questions[value].twin) {
		struct sought *question = &pass->seek->questions[value];
		unsigned borders = question->borders;

		if (pass->segment->is_title && (borders & BORDER_START) != 0)
			borders ^= BORDER_START | BORDER_WORD;
		if ((question->who & who) != who &&
		    view_borders(pass->view, start, end, borders))
			question->who |= who;
	}
}

static void
look_through(struct seek *seek, enum view view)
{
	const struct sources *source = seek->source;
	struct buf seen = { 0 };

	for (size_t i = 0; i < source->count; i++) {
		const struct segment *segment = &source->segments[i];
		struct pass pass = { seek, segment, &seen };

		view_make(&seen, view, source->text.at + segment->start,
		    segment->len);
		trie_seek(&seek->tries[view], seen.at, seen.len, found, &pass);
	}
	buf_free(&seen);
}

bool
seek_answer(struct seek *seek)
{
	if (seek->open == 0)
		return false;
	for (int view = 0; view < VIEW_COUNT; view++) {
		if (seek->tries[view].count == 0)
			continue;
		look_through(seek, (enum view)view);
		trie_clear(&seek->tries[view]);
	}
	seek->open = 0;
	return true;
}

void
seek_free(struct seek *seek)
{
	map_free(&seek->index);
	free(seek->questions);
	for (int view = 0; view < VIEW_COUNT; view++)
		trie_free(&seek->tries[view]);
	numbers_free(&seek->numbers);
	buf_free(&seek->key);
}
