/*
 * In which language a text is. Chinese shows in its letters, which no kana and
 * no hangul stand among; English in its small words, which are more than those
 * of its neighbours.
 */
#include <string.h>

#include "language.h"
#include "text.h"

enum {
	SHORT =
	    5, /* words of Latin letters that need no small one among them */
	MAX_WORD = 16
};

/* What a text is made of. */
struct makeup {
	size_t han, other; /* letters: Chinese ones, and of no use here */
	size_t words, english, foreign; /* of Latin letters; small ones */
};

static const char english[] =
    " a an and are as at be been by can does for from has have in into is it "
    "its no not of on or over than that the their them then these they this "
    "to under up was when where which while who will with without ";
static const char foreign[] =
    " al auf aux avec che con das dans de del della dem den der des die du e "
    "ein eine el en es est et fur gli i il ist la las le les los mit para per "
    "por pour que qui sont sur un una und une uno von y zu ";

static bool
is_kana_or_hangul(uint32_t c)
{
	return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x1100 && c <= 0x11ff) ||
	    (c >= 0xac00 && c <= 0xd7af);
}

static bool
is_in(const char *list, const char *word)
{
	char padded[MAX_WORD + 3] = " ";

	strcat(padded, word);
	strcat(padded, " ");
	return strstr(list, padded) != NULL;
}

/* Counts a word and returns its length in bytes. */
static size_t
count_word(struct makeup *makeup, const char *at)
{
	char word[MAX_WORD + 1];
	size_t len = 0, kept;

	while (ascii_is_letter(at[len]))
		len++;
	kept = len < MAX_WORD ? len : MAX_WORD;
	for (size_t i = 0; i < kept; i++)
		word[i] = ascii_lower(at[i]);
	word[kept] = '\0';
	makeup->words++;
	makeup->english += is_in(english, word);
	makeup->foreign += is_in(foreign, word);
	return len;
}

static void
look_at(struct makeup *makeup, const char *text)
{
	while (*text != '\0') {
		uint32_t c;

		if (ascii_is_letter(*text)) {
			text += count_word(makeup, text);
			continue;
		}
		c = utf8_next(&text);
		if (is_kana_or_hangul(c) || (c >= 0x370 && c < 0x1100))
			makeup->other++;
		else if (c >= 0x3400 && c < 0xa000)
			makeup->han++;
	}
}

bool
language_is(const char *text, enum lang lang)
{
	struct makeup makeup = { 0 };

	look_at(&makeup, text);
	/* A Greek letter or two are mathematics. */
	if (makeup.other * 10 > makeup.han + makeup.words)
		return false;
	if (lang == LANG_ZH)
		return makeup.han >= 4 && 2 * makeup.han >= makeup.words;
	if (makeup.han * 4 > makeup.words)
		return false;
	return makeup.words < SHORT ||
	    (makeup.english > 0 && makeup.english > makeup.foreign);
}
