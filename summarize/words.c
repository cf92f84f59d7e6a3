/*
 * The words of a text. A word's bytes are kept in one number, the first byte
 * lowest, so that telling words apart is one comparison.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "text.h"
#include "words.h"

enum {
	KEY = 8, /* bytes of a word that are looked at */
	STEM = 6,
	STOP_TABLE = 512 /* places; a power of two */
};

static const char *const stop_words[] = { "a", "an", "the", "of", "in", "on",
	"for", "to", "and", "or", "with", "by", "from", "at", "as", "is", "are",
	"was", "were", "be", "been", "being", "it", "its", "this", "that",
	"these", "those", "we", "our", "us", "their", "they", "which", "can",
	"may", "such", "also", "have", "has", "had", "not", "but", "than",
	"more", "most", "into", "over", "via", "using", "use", "used", "while",
	"when", "where", "how", "what", "both", "each", "other", "some", "no",
	"do", "does", "however", "between", "through", "under", "there", "then",
	"them", "will", "would", "so", "if", "i", "you", "add", "fix" };

static uint64_t stop_table[STOP_TABLE]; /* 0: a free place */

static uint64_t *
stop_place(uint64_t key)
{
	size_t i = (size_t)(key * 0x9e3779b97f4a7c15U >> 55);

	while (stop_table[i] != 0 && stop_table[i] != key)
		i = (i + 1) % STOP_TABLE;
	return &stop_table[i];
}

static void
fill_stop_table(void)
{
	for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++) {
		uint64_t key = 0;

		for (size_t n = 0; stop_words[i][n] != '\0'; n++)
			key |= (uint64_t)(unsigned char)stop_words[i][n]
			    << 8 * n;
		*stop_place(key) = key;
	}
}

static uint64_t
stem_of(uint64_t key, const char *word, size_t len)
{
	size_t keep = len;

	if (len > 3 && (word[len - 1] | 0x20) == 's' &&
	    (word[len - 2] | 0x20) != 's')
		keep--;
	if (keep > 5 && strncasecmp(word + keep - 3, "ing", 3) == 0)
		keep -= 3;
	else if (keep > 4 && strncasecmp(word + keep - 2, "ed", 2) == 0)
		keep -= 2;
	if (keep > 3 && (word[keep - 1] | 0x20) == 'e')
		keep--;
	if (keep > STEM)
		keep = STEM;
	return key & ((UINT64_C(1) << 8 * keep) - 1);
}

/* Returns the length of the character at `s` if it belongs to a word, or 0. */
static size_t
part_of_word(const char *s, const char *end)
{
	const char *next = s;

	if ((unsigned char)*s < 0x80)
		return ascii_is_letter(*s) || ascii_is_digit(*s);
	if (!utf8_is_word(utf8_next(&next)) || next > end)
		return 0;
	return (size_t)(next - s);
}

/* Returns the length of the CJK character at `s`, or 0. */
static size_t
cjk_len(const char *s, const char *end)
{
	const char *next = s;

	if ((unsigned char)*s < 0x80 || !utf8_is_cjk(utf8_next(&next)) ||
	    next > end)
		return 0;
	return (size_t)(next - s);
}

/* Returns the length of the word at `s`, 0 if there is none. */
static size_t
word_len(const char *s, const char *end)
{
	size_t len = cjk_len(s, end), part;

	if (len > 0)
		return len;
	while (s + len < end && (part = part_of_word(s + len, end)) > 0)
		len += part;
	return len;
}

/* Returns the first bytes of a word of `len` bytes as a number. */
static uint64_t
key_of(const char *word, size_t len)
{
	uint64_t key = 0;

	for (size_t i = 0; i < len && i < KEY; i++)
		key |= (uint64_t)(unsigned char)ascii_lower(word[i]) << 8 * i;
	return key;
}

void
words_add(struct words *words, const char *text, size_t from, size_t len)
{
	const char *s = text + from, *end = s + len;
	static bool filled;

	if (!filled)
		fill_stop_table();
	filled = true;
	while (s < end) {
		size_t n = word_len(s, end), at = (size_t)(s - text);
		uint64_t key = key_of(s, n);

		if (n == 0) {
			s++;
			continue;
		}
		words->at = xgrow(words->at, &words->capacity,
		    words->count + 1, sizeof *words->at);
		words->at[words->count++] = (struct word) {
			.stem = stem_of(key, s, n),
			.start = (uint32_t)at,
			.end = (uint32_t)(at + n),
			.stop = n < KEY && *stop_place(key) == key,
		};
		s += n;
	}
}

void
words_of(struct words *words, struct span text)
{
	words->count = 0;
	words_add(words, text.at, 0, text.len);
}

size_t
words_content(const struct words *words)
{
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++)
		count += !words->at[i].stop;
	return count;
}

static bool
has_stem(const struct words *words, uint64_t stem)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->at[i].stem == stem)
			return true;
	return false;
}

size_t
words_shared(const struct words *a, const struct words *b)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++)
		count += !a->at[i].stop && has_stem(b, a->at[i].stem);
	return count;
}

void
words_free(struct words *words)
{
	free(words->at);
	*words = (struct words) { 0 };
}
