/*
 * The words of a text. A word's bytes are kept in one number, the first byte
 * lowest, so that telling words apart is one comparison.
 */
#include <stdlib.h>
#include <string.h>

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

/* What each byte of ASCII is in a word, as lower case; 0: no part of one. */
static unsigned char in_word[128];

static uint64_t *
stop_place(uint64_t key)
{
	size_t i = (size_t)(key * 0x9e3779b97f4a7c15U >> 55);

	while (stop_table[i] != 0 && stop_table[i] != key)
		i = (i + 1) % STOP_TABLE;
	return &stop_table[i];
}

static bool
is_stop_word(uint64_t key)
{
	return *stop_place(key) == key;
}

static void
fill_tables(void)
{
	for (char c = 0; c < 0x7f; c++)
		if (ascii_is_letter(c) || ascii_is_digit(c))
			in_word[(int)c] = (unsigned char)ascii_lower(c);
	for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++) {
		uint64_t key = 0;

		for (size_t n = 0; stop_words[i][n] != '\0'; n++)
			key |= (uint64_t)(unsigned char)stop_words[i][n]
			    << 8 * n;
		*stop_place(key) = key;
	}
}

/* Returns the letter at `s` in lower case. */
static char
lower(const char *s)
{
	return (char)(*s | 0x20);
}

/* Returns the stem of a word whose first bytes are `key`. */
static uint64_t
stem_of(uint64_t key, const char *word, size_t len)
{
	const char *last = word + len - 1;

	if (len > 3 && lower(last) == 's' && lower(last - 1) != 's')
		last--;
	if (last - word > 4 && lower(last) == 'g' && lower(last - 1) == 'n' &&
	    lower(last - 2) == 'i')
		last -= 3;
	else if (last - word > 3 && lower(last) == 'd' &&
	    lower(last - 1) == 'e')
		last -= 2;
	if (last - word > 2 && lower(last) == 'e')
		last--;
	len = (size_t)(last - word) + 1;
	if (len > STEM)
		len = STEM;
	return key & ((UINT64_C(1) << 8 * len) - 1);
}

/*
 * Returns the length of the character at `s`, which is not ASCII: negative if
 * it is a word by itself, 0 if it belongs to none.
 */
static int
other_len(const char *s, const char *end)
{
	const char *next = s;
	uint32_t c = utf8_next(&next);

	if (next > end)
		return 0;
	if (utf8_is_cjk(c))
		return -(int)(next - s);
	return utf8_is_word(c) ? (int)(next - s) : 0;
}

/*
 * Returns the length of the word at `s`, 0 if there is none, and its first
 * bytes in `*key`.
 */
static size_t
read_word(const char *s, const char *end, uint64_t *key)
{
	size_t len = 0;

	*key = 0;
	while (s + len < end) {
		unsigned char c = (unsigned char)s[len];
		int other;

		if (c < 0x80) {
			if ((c = in_word[c]) == 0)
				break;
			if (len < KEY)
				*key |= (uint64_t)c << 8 * len;
			len++;
			continue;
		}
		other = other_len(s + len, end);
		if (other == 0 || (other < 0 && len > 0))
			break;
		for (int i = other < 0 ? -other : other; i > 0; i--, len++)
			if (len < KEY)
				*key |= (uint64_t)(unsigned char)s[len]
				    << 8 * len;
		if (other < 0)
			break;
	}
	return len;
}

void
words_add(struct words *words, const char *text, size_t from, size_t len)
{
	const char *s = text + from, *end = s + len;
	static bool filled;

	if (!filled)
		fill_tables();
	filled = true;
	/* Every word but a CJK character takes two bytes with its blank. */
	words->at = xgrow(words->at, &words->capacity,
	    words->count + len / 2 + 1, sizeof *words->at);
	while (s < end) {
		size_t at = (size_t)(s - text), n;
		uint64_t key;

		n = read_word(s, end, &key);
		if (n == 0) {
			s++;
			continue;
		}
		words->at[words->count++] = (struct word) {
			.stem = stem_of(key, s, n),
			.start = (uint32_t)at,
			.end = (uint32_t)(at + n),
			.stop = n < KEY && is_stop_word(key),
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
