/*
 * Whether what a model wrote may stand in a report.
 */
#include <string.h>
#include <strings.h>

#include "fit.h"
#include "language.h"
#include "text.h"

enum {
	MIN_NAME = 4, /* letters of a word that says what a text is about */
	MAX_WORD = 64
};

static bool
refuse(struct buf *reason, const char *why)
{
	buf_clear(reason);
	buf_str(reason, why);
	return false;
}

/* Tells whether a tag of HTML begins at `at`. */
static bool
is_tag(const char *at)
{
	return *at == '<' &&
	    (ascii_is_letter(at[1]) || at[1] == '/' || at[1] == '!');
}

static bool
has_markup(const char *text)
{
	static const char *const marks[] = { "](", "![", "**", "```", "~~",
		"&#", "&lt;", "| --", "|--" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strstr(text, marks[i]) != NULL)
			return true;
	for (const char *at = text; (at = strchr(at, '<')) != NULL; at++)
		if (is_tag(at))
			return true;
	return strchr("#>|{[", *text) != NULL || strstr(text, " # ") != NULL ||
	    strncmp(text, "- ", 2) == 0 || strncmp(text, "* ", 2) == 0;
}

static bool
has_address(const char *text)
{
	return strstr(text, "://") != NULL || strcasestr(text, "www.") ||
	    strcasestr(text, "mailto:") != NULL;
}

/* Models that talk of themselves instead. */
static bool
is_excuse(const char *text)
{
	static const char *const excuses[] = { "as an ai", "i cannot ",
		"i can't ", "i'm sorry", "i am sorry", "i'm unable",
		"作为一个AI", "作为AI", "作为人工智能", "抱歉" };

	for (size_t i = 0; i < sizeof excuses / sizeof *excuses; i++)
		if (strcasestr(text, excuses[i]) != NULL)
			return true;
	return false;
}

/* Tells whether a sentence ends at the end of the text. */
static bool
is_whole(const char *text)
{
	static const char *const ends[] = { ".", "!", "?", "。", "！", "？",
		".”", ".\"", "。”", "。」", ".)", "。）" };
	size_t len = strlen(text);

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t size = strlen(ends[i]);

		if (len > size && strcmp(text + len - size, ends[i]) == 0)
			return true;
	}
	return false;
}

static size_t
count_characters(const char *text)
{
	size_t count = 0;

	while (utf8_next(&text) != 0)
		count++;
	return count;
}

bool
fit_plain(const char *text, enum lang lang, size_t max, struct buf *reason)
{
	if (has_markup(text))
		return refuse(reason, "it has markup; write plain text");
	if (has_address(text))
		return refuse(reason, "it has a link; write none");
	if (is_excuse(text))
		return refuse(reason, "it speaks of you, not of the item");
	if (count_characters(text) > max)
		return refuse(reason, "it is too long");
	if (!language_is(text, lang))
		return refuse(reason,
		    lang == LANG_ZH ? "it is not in Chinese"
				    : "it is not in English");
	if (!is_whole(text))
		return refuse(reason, "it does not end with a full stop");
	return true;
}

/* Tells whether one of the words begins at `at`. */
static bool
begins_with(const char *at, const char *const words[])
{
	for (; *words != NULL; words++)
		if (strncasecmp(at, *words, strlen(*words)) == 0)
			return true;
	return false;
}

/* Tells whether a word of `nouns` is near behind the classifier at `at`. */
static bool
is_count_zh(const char *at)
{
	static const char *const classifiers[] = { "篇", "项", "个", "条", "款",
		NULL };
	static const char *const nouns[] = { "论文", "提交", "更新", "变更",
		"改动", "问题", "版本", "修复", "功能", "仓库", NULL };
	size_t len = strlen(classifiers[0]);

	if (!begins_with(at, classifiers))
		return false;
	for (int i = 0; i < 4; i++) {
		at += len;
		if (begins_with(at, nouns))
			return true;
		len = utf8_len(at);
	}
	return false;
}

/*
 * Tells whether what follows a number is counted by it, behind two more words at
 * the most ("3 new issues").
 */
static bool
is_count(const char *at)
{
	static const char *const nouns[] = { "paper", "commit", "change",
		"issue", "release", "fix", "feature", "bug", "pull request",
		"repositor", "item", "update", NULL };

	at += strspn(at, " ");
	if (is_count_zh(at))
		return true;
	for (int words = 0; words < 3; words++) {
		if (begins_with(at, nouns))
			return true;
		at += strcspn(at, " ,.;");
		if (*at != ' ')
			return false;
		at += strspn(at, " ");
	}
	return false;
}

bool
fit_counts_nothing(const char *text, struct buf *reason)
{
	static const char digits[] = "0123456789";

	while (*(text += strcspn(text, digits)) != '\0') {
		text += strspn(text, digits);
		if (is_count(text))
			return refuse(reason,
			    "it counts papers, changes or issues; count "
			    "nothing, that is done");
	}
	return true;
}

/* Returns the next letter or digit at `*at`, in lower case; 0 at the end. */
static uint32_t
next_letter(const char **at)
{
	uint32_t c;

	while ((c = utf8_next(at)) != 0)
		if (utf8_is_word(c) || utf8_is_cjk(c))
			break;
	return c < 0x80 ? (uint32_t)ascii_lower((char)c) : c;
}

bool
fit_adds(const char *text, const char *title, struct buf *reason)
{
	uint32_t c;

	do {
		c = next_letter(&text);
		if (c != next_letter(&title))
			return true;
	} while (c != 0);
	return refuse(reason, "it repeats the title");
}

/* Words that stand in texts of all kinds. */
static bool
is_common(const char *word)
{
	static const char common[] =
	    " this that with from have which into your their than then when "
	    "where what will would should could been being also such each "
	    "more most other over some only they them these those about after "
	    "before between both does paper item issue commit pull request "
	    "change changes user users code system systems model models work "
	    "using used uses adds added ";
	char padded[MAX_WORD + 3] = " ";

	strcat(padded, word);
	strcat(padded, " ");
	return strcasestr(common, padded) != NULL;
}

/*
 * Tells whether a word of Latin letters and digits says what a text is about: a
 * longer one, or one that is spelt like a name (KV, MoE, fp8).
 */
static bool
is_telling(const char *word, size_t len)
{
	bool is_name = false;

	for (size_t i = 0; i < len; i++)
		is_name = is_name || ascii_is_digit(word[i]) ||
		    (i > 0 && ascii_is_upper(word[i]));
	return (len >= MIN_NAME || (is_name && len > 1)) && !is_common(word);
}

/* Copies as much of a word as fits; returns its length. */
static size_t
read_word(char word[static MAX_WORD + 1], const char *at)
{
	size_t len = 0, kept;

	while (ascii_is_letter(at[len]) || ascii_is_digit(at[len]))
		len++;
	kept = len < MAX_WORD ? len : MAX_WORD;
	memcpy(word, at, kept);
	word[kept] = '\0';
	return len;
}

/* Tells whether the two Chinese characters at `at` stand in `source`. */
static bool
has_pair(const char *source, const char *at)
{
	const char *end = at;
	char pair[16];

	if (!utf8_is_cjk(utf8_next(&end)) || !utf8_is_cjk(utf8_next(&end)))
		return false;
	memcpy(pair, at, (size_t)(end - at));
	pair[end - at] = '\0';
	return strstr(source, pair) != NULL;
}

bool
fit_is_about(const char *text, const char *source, struct buf *reason)
{
	char word[MAX_WORD + 1];

	while (*text != '\0') {
		size_t len = read_word(word, text);

		if (len > 0 ? is_telling(word, strlen(word)) &&
			    strcasestr(source, word) != NULL
			    : has_pair(source, text))
			return true;
		if (len > 0)
			text += len;
		else
			utf8_next(&text);
	}
	return refuse(reason,
	    "it names nothing that the item names; keep names as they are");
}
