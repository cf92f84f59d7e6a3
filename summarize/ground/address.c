/*
 * What names a place.
 */
#include <string.h>
#include <strings.h>

#include "address.h"
#include "ascii.h"

enum {
	REF_DIGITS = 6, /* of an issue's number, at the most */
	PATH_NAMES = 3 /* between slashes make a path without an ending */
};

static bool
starts(const char *s, const char *word)
{
	return strncasecmp(s, word, strlen(word)) == 0;
}

/* Returns the length of an address: what is ASCII, without a stop. */
static size_t
url_len(const char *s)
{
	size_t n = 0;

	while (s[n] > ' ' && s[n] < 0x7f && strchr("<>\"'`)]|", s[n]) == NULL)
		n++;
	while (n > 0 && strchr(".,;:*_~!?", s[n - 1]) != NULL)
		n--;
	return n;
}

static uint64_t
who_links(struct seek *seek, const char *s, size_t len)
{
	static const char github[] = "github.com/";
	const unsigned borders = BORDER_NUMBER | BORDER_WORD;
	size_t scheme = (size_t)(strstr(s, "://") - s) + 3;
	uint64_t who;

	s += scheme;
	len -= scheme;
	while (len > 0 && s[len - 1] == '/')
		len--;
	who = seek_text(seek, borders, s, len);
	if (len > sizeof github - 1 && starts(s, github))
		who |= seek_text(seek, borders, s + sizeof github - 1,
		    len - (sizeof github - 1));
	return who;
}

void
address_check_urls(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0, len; i < statement->text.len; i += len) {
		len = 1;
		if (!starts(s + i, "http://") && !starts(s + i, "https://"))
			continue;
		len = url_len(s + i);
		if (len <= strlen("https://"))
			continue;
		statement_claim(statement, GROUND_URL, i, len,
		    who_links(statement->seek, s + i, len));
		statement_blank(statement, i, len);
	}
}

static bool
is_inside(const char *s, size_t at, const char *joints)
{
	return at > 0 &&
	    (view_is_word(s[at - 1]) || strchr(joints, s[at - 1]) != NULL);
}

void
address_check_hashes(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0, len; i < statement->text.len; i += len) {
		len = is_inside(s, i, "/.-")
		    ? 0
		    : view_hash_len(s + i, statement->text.len - i);
		if (len > 0) {
			statement_claim(statement, GROUND_SHA, i, len,
			    seek_text(
				statement->seek, BORDER_LEFT, s + i, len));
			statement_blank(statement, i, len);
		}
		len += len == 0;
	}
}

/* Returns how many bytes before its digits a reference has at `at`, or 0. */
static size_t
ref_prefix(const char *s, size_t at)
{
	static const char *const words[] = { "PR", "pull", "issue", "GH-" };

	if (s[at] == '#')
		return 1;
	if (at > 0 && view_is_word(s[at - 1]))
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if (!starts(s + at, words[i]))
			continue;
		n += s[at + n] == ' ';
		n += s[at + n] == '#';
		if (ascii_is_digit(s[at + n]))
			return n;
	}
	return 0;
}

static uint64_t
who_refers(struct seek *seek, const char *digits, size_t len)
{
	static const char *const forms[] = { "#", "/pull/", "/issues/", "pr ",
		"pr", "pull ", "issue ", "gh-" };
	struct buf ref = { 0 };
	uint64_t who = SOURCE_NONE;

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		buf_clear(&ref);
		buf_str(&ref, forms[i]);
		buf_add(&ref, digits, len);
		who |= seek_text(
		    seek, BORDER_NUMBER | BORDER_WORD, ref.at, ref.len);
	}
	buf_free(&ref);
	return who;
}

/* Tells whether a number ends at `s`. */
static bool
ends_number(const char *s)
{
	return !view_is_word(*s) && (*s != '.' || !ascii_is_digit(s[1]));
}

void
address_check_refs(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0, step; i < statement->text.len; i += step) {
		size_t prefix = ref_prefix(s, i);
		size_t digits = strspn(s + i + prefix, "0123456789");

		step = 1;
		if (prefix == 0 || digits == 0 || digits > REF_DIGITS ||
		    !ends_number(s + i + prefix + digits))
			continue;
		step = prefix + digits;
		statement_claim(statement, GROUND_REF, i, step,
		    who_refers(statement->seek, s + i + prefix, digits));
		statement_blank(statement, i, step);
	}
}

static bool
is_path_char(char c)
{
	return view_is_word(c) || (c != '\0' && strchr("./+-", c) != NULL);
}

static bool
has_ending(const char *s, size_t len)
{
	static const char *const endings[] = { "py", "pyi", "cu", "cuh", "cpp",
		"cc", "cxx", "c", "h", "hpp", "inc", "md", "rst", "txt", "toml",
		"yml", "yaml", "json", "sh", "cmake", "jinja", "ipynb", "rs",
		"go", "js", "ts", "so", "whl", "html", "cfg", "ini", "tex",
		"pdf", "png", "svg" };
	size_t dot = len;

	while (dot > 0 && ascii_is_letter(s[dot - 1]))
		dot--;
	if (dot < 2 || s[dot - 1] != '.' || !is_path_char(s[dot - 2]))
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (strlen(endings[i]) == len - dot &&
		    memcmp(endings[i], s + dot, len - dot) == 0)
			return true;
	return false;
}

static size_t
names_between(const char *s, size_t len)
{
	size_t count = len > 0;

	for (size_t i = 1; i + 1 < len; i++)
		count += s[i] == '/' && s[i - 1] != '/';
	return count;
}

/* Tells whether nothing but letters and slashes are there: words, a list. */
static bool
is_list(const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && (ascii_is_letter(s[i]) || s[i] == '/'))
		i++;
	return i == len;
}

/* Who says each of the words between the slashes? */
static uint64_t
who_lists(struct seek *seek, const char *s, size_t len)
{
	uint64_t who = SOURCE_ALL;

	for (size_t at = 0, end; at < len; at = end + 1) {
		const char *slash = memchr(s + at, '/', len - at);

		end = slash != NULL ? (size_t)(slash - s) : len;
		who &= seek_name(seek, s + at, end - at);
	}
	return who;
}

static void
check_path(struct statement *statement, size_t at, size_t len)
{
	const char *s = statement->text.at + at;
	bool is_file = has_ending(s, len);
	size_t lead = strspn(s, "./");
	uint64_t who;

	if (!is_file &&
	    (names_between(s, len) < PATH_NAMES ||
		(is_list(s, len) && statement->code.at[at] == 0)))
		return;
	lead = lead < len && memchr(s, '/', lead) != NULL ? lead : 0;
	who = seek_text(statement->seek,
	    BORDER_LEFT | BORDER_WORD | BORDER_NUMBER, s + lead, len - lead);
	if (!is_file)
		who |= who_lists(statement->seek, s + lead, len - lead);
	statement_claim(statement, GROUND_PATH, at, len, who);
	statement_blank(statement, at, len);
}

void
address_check_paths(struct statement *statement)
{
	const char *s = statement->text.at;

	for (size_t i = 0, end; i < statement->text.len; i = end) {
		size_t len;

		for (end = i; is_path_char(s[end]);)
			end++;
		len = end - i;
		while (len > 0 && strchr(".-+/", s[i + len - 1]) != NULL)
			len--;
		if (len > 0)
			check_path(statement, i, len);
		end += end == i;
	}
}
