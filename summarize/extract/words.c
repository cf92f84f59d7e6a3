/*
 * The words of a text: the bytes of each in a number, the first byte lowest, so
 * that they compare at once and eight are read together.
 */
#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"
#include "words.h"

enum {
	KEY = 8, /* bytes of a word that are looked at */
	STEM = 6,
	LONG_WORD = STEM + 5, /* bytes; no ending of it reaches the stem */
	STOP_TABLE = 512, /* places; a power of two */
	RECENT = 4096 /* likewise */
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

/*
 * What was found out of short words, by their letters: most words of a text
 * were met before.
 */
static struct {
	uint64_t key, stem;
	bool stop;
} recent[RECENT];

static size_t
scatter(uint64_t key, size_t places)
{
	return (size_t)(key * 0x9e3779b97f4a7c15U >> 32) % places;
}

static uint64_t *
stop_place(uint64_t key)
{
	size_t i = scatter(key, STOP_TABLE);

	while (stop_table[i] != 0 && stop_table[i] != key)
		i = (i + 1) % STOP_TABLE;
	return &stop_table[i];
}

/* The byte `b` eight times over. */
#define BYTES(b) (UINT64_C(0x0101010101010101) * (b))

/* Returns the first `n` bytes of `key`. */
static inline uint64_t
first_bytes(uint64_t key, size_t n)
{
	return n < KEY ? key & ((UINT64_C(1) << 8 * n) - 1) : key;
}

/*
 * Returns the top bit of each of eight bytes, all under 0x80, that is neither
 * under `low` nor over `high`.
 */
static inline uint64_t
between(uint64_t bytes, unsigned char low, unsigned char high)
{
	return (bytes + BYTES(0x80U - low)) & ~(bytes + BYTES(0x7fU - high)) &
	    BYTES(0x80);
}

/*
 * Returns how many of the first eight bytes at `s` are letters and digits of
 * ASCII before anything else comes; sets `*key` to them, in lower case.
 */
static inline size_t
read_eight(const char *s, const char *end, uint64_t *key)
{
	uint64_t bytes = 0, plain, lower, others;
	size_t len = KEY;

	if (end - s >= KEY)
		memcpy(&bytes, s, KEY);
	else
		memcpy(&bytes, s, (size_t)(end - s));
	bytes = le64toh(bytes);
	plain = bytes & BYTES(0x7f);
	lower = bytes | BYTES(0x20);
	others = ~(between(plain | BYTES(0x20), 'a', 'z') |
		     between(plain, '0', '9')) |
	    bytes;
	others &= BYTES(0x80);
	if (others != 0)
		len = (size_t)__builtin_ctzll(others) / 8;
	*key = first_bytes(lower, len);
	return len;
}

/*
 * Returns the last eight bytes of a word in lower case, the last one on top;
 * `key` is its first ones.
 */
static uint64_t
ending_of(uint64_t key, const char *word, size_t len)
{
	uint64_t bytes;

	if (len <= KEY)
		return key << 8 * (KEY - len);
	memcpy(&bytes, word + len - KEY, KEY);
	return le64toh(bytes) | BYTES(0x20);
}

/* Returns the stem of a word whose first bytes are `key`. */
static uint64_t
stem_of(uint64_t key, const char *word, size_t len)
{
	uint64_t ending = ending_of(key, word, len);
	size_t cut;

	cut = (len > 3) & (ending >> 56 == 's') &
	    ((ending >> 48 & 0xff) != 's');
	len -= cut;
	ending <<= 8 * cut;
	cut = (len > 5) & (ending >> 40 == ('g' << 16 | 'n' << 8 | 'i')) ? 3
	    : (len > 4) & (ending >> 48 == ('d' << 8 | 'e'))             ? 2
									 : 0;
	len -= cut;
	ending <<= 8 * cut;
	len -= (len > 3) & (ending >> 56 == 'e');
	return first_bytes(key, len < STEM ? len : STEM);
}

/*
 * Returns the length of the character at `s`: negative if it is a word by
 * itself, 0 if it belongs to none.
 */
static int
letter_len(const char *s, const char *end)
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
 * Returns the length of the word at `s` of which `len` bytes were read, up to
 * a character that is not ASCII.
 */
static size_t
read_letters(const char *s, const char *end, size_t len, uint64_t *key)
{
	int n = 1;

	while (n > 0 && s + len < end) {
		n = letter_len(s + len, end);
		if (n < 0 && len > 0)
			break;
		for (int i = n < 0 ? -n : n; i > 0; i--, len++) {
			uint64_t c = (unsigned char)s[len];

			if (len < KEY)
				*key |= (c < 0x80 ? c | 0x20 : c) << 8 * len;
		}
	}
	return len;
}

static void
fill_stop_table(void)
{
	for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++) {
		const char *word = stop_words[i];
		uint64_t key = 0;

		read_letters(word, word + strlen(word), 0, &key);
		*stop_place(key) = key;
	}
}

/* Finds out of the word of `len` bytes, whose first ones are `key`. */
static void
look_up(struct word *word, const char *s, size_t len, uint64_t key)
{
	static bool filled;

	if (!filled)
		fill_stop_table();
	filled = true;
	word->stem = stem_of(key, s, len);
	word->stop = len < KEY && *stop_place(key) == key;
}

/* Reads a word of less than eight letters. */
static void
read_short(struct word *word, const char *s, size_t len, uint64_t key)
{
	size_t i = scatter(key, RECENT);

	if (recent[i].key != key) {
		look_up(word, s, len, key);
		recent[i].key = key;
		recent[i].stem = word->stem;
		recent[i].stop = word->stop;
	}
	word->stem = recent[i].stem;
	word->stop = recent[i].stop;
}

/* Reads a word that begins with eight letters; returns its length. */
static size_t
read_long(struct word *word, const char *s, const char *end, uint64_t key)
{
	size_t len = KEY, more = KEY;
	uint64_t rest;

	while (more == KEY && s + len < end) {
		more = read_eight(s + len, end, &rest);
		len += more;
	}
	if (s + len < end && (unsigned char)s[len] >= 0x80)
		len = read_letters(s, end, len, &key);
	word->stop = false;
	word->stem = len < LONG_WORD ? stem_of(key, s, len)
				     : first_bytes(key, STEM);
	return len;
}

/*
 * Reads the word at `s`, all but its place; returns its length, 0 if there is
 * none.
 */
static inline size_t
read_word(struct word *word, const char *s, const char *end)
{
	uint64_t key;
	size_t len = read_eight(s, end, &key);

	if (len == KEY)
		return read_long(word, s, end, key);
	if (s + len < end && (unsigned char)s[len] >= 0x80) {
		len = read_letters(s, end, len, &key);
		if (len > 0)
			look_up(word, s, len, key);
	} else if (len > 0) {
		read_short(word, s, len, key);
	}
	return len;
}

void
words_add(struct words *words, const char *text, size_t len)
{
	const char *s = text, *end = s + len;

	/* Every word but a CJK character takes two bytes with its blank. */
	words->at = xgrow(words->at, &words->capacity,
	    words->count + len / 2 + 1, sizeof *words->at);
	while (s < end) {
		struct word *word = &words->at[words->count];
		size_t n = read_word(word, s, end);

		if (n == 0) {
			s++;
			continue;
		}
		word->start = (uint32_t)(s - text);
		word->end = (uint32_t)(s - text + (ptrdiff_t)n);
		words->count++;
		s += n;
		s += s < end && *s == ' ';
	}
}

void
words_of(struct words *words, struct span text)
{
	words->count = 0;
	words_add(words, text.at, text.len);
}

void
words_free(struct words *words)
{
	free(words->at);
	*words = (struct words) { 0 };
}
