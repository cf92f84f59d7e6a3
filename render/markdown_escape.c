/*
 * Escaping by the judgement of cmark-gfm, the parser that GitHub itself uses:
 * a text is left alone if it reads as itself. If not, everything that could be
 * markup is escaped, and then each escape that is not needed is taken away.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "gfm.h"
#include "markdown_escape.h"
#include "text.h"

enum {
	MAX_TRIED = 64, /* escapes of which each is tried; more all stay */
	/* Hostile texts shall not take a day: then all escapes stay too. */
	MAX_BYTES = 32 * 1024 * 1024
};

/* Bytes that may begin markup anywhere, and at the start of a block. */
static const char anywhere[] = "\\`*_~[]<&";
static const char at_start[] = "#-+=>|";

/* A text between its surroundings, and what it must read as. */
struct trial {
	const char *before, *after;
	struct buf wanted;
	struct buf markdown, text; /* of the last attempt */
};

static void
surround(struct buf *markdown, const char *before, const char *middle,
    const char *after)
{
	buf_clear(markdown);
	buf_str(markdown, before);
	buf_str(markdown, middle);
	buf_str(markdown, after);
}

/* Finds out what `before` and `after` read as around a single letter. */
static void
begin(struct trial *trial, const char *before, const char *text,
    const char *after)
{
	struct buf shown = { 0 };
	const char *x;

	*trial = (struct trial) { .before = before, .after = after };
	surround(&trial->markdown, before, "x", after);
	gfm_read(&trial->markdown, &shown);
	x = strrchr(shown.at, 'x');
	buf_clear(&trial->wanted);
	buf_add(&trial->wanted, shown.at, (size_t)(x - shown.at));
	buf_str(&trial->wanted, text);
	buf_str(&trial->wanted, x + 1);
	buf_free(&shown);
}

static bool
reads_well(struct trial *trial, const char *middle)
{
	surround(&trial->markdown, trial->before, middle, trial->after);
	gfm_read(&trial->markdown, &trial->text);
	return strcmp(trial->text.at, trial->wanted.at) == 0;
}

static void
end(struct trial *trial)
{
	buf_free(&trial->wanted);
	buf_free(&trial->markdown);
	buf_free(&trial->text);
}

/* Tells whether a backslash before the byte `i` of `text` could do something. */
static bool
is_escapable(const char *text, size_t i)
{
	const char *p = text + i;

	if (strchr(anywhere, *p) != NULL)
		return true;
	if (i == 0)
		return strchr(at_start, *p) != NULL;
	if (*p == ':')
		return strncmp(p, "://", 3) == 0;
	if (*p == '.' && i >= 3 && strncasecmp(p - 3, "www", 3) == 0)
		return true;
	return (*p == '.' || *p == ')') && strspn(text, "0123456789") == i;
}

/* Sets `out` to `text` with a backslash where `escaped` says so. */
static void
put_escaped(struct buf *out, const char *text, const bool *escaped)
{
	buf_clear(out);
	for (size_t i = 0; text[i] != '\0'; i++) {
		if (escaped[i])
			buf_char(out, '\\');
		buf_char(out, text[i]);
	}
}

/* Takes away each escape that is not needed beside the others; false: none. */
static bool
drop_needless(
    struct trial *trial, struct buf *out, const char *text, bool *escaped)
{
	bool dropped = false;

	for (size_t i = strlen(text); i-- > 0;) {
		if (!escaped[i])
			continue;
		escaped[i] = false;
		put_escaped(out, text, escaped);
		escaped[i] = !reads_well(trial, out->at);
		dropped |= !escaped[i];
	}
	return dropped;
}

/* Sets `out` to `text` with no more escapes than it takes; false: in vain. */
static bool
escape_least(struct trial *trial, struct buf *out, const char *text)
{
	size_t len = strlen(text), places = 0;
	bool *escaped = xmalloc(len + 1), fine;

	for (size_t i = 0; i < len; i++) {
		escaped[i] = is_escapable(text, i);
		places += escaped[i];
	}
	put_escaped(out, text, escaped);
	fine = reads_well(trial, out->at);
	while (fine && places <= MAX_TRIED && gfm_work() < MAX_BYTES &&
	    drop_needless(trial, out, text, escaped))
		continue;
	put_escaped(out, text, escaped);
	free(escaped);
	return fine;
}

/* Tells whether nothing in `text` could be markup, as in most texts. */
static bool
is_plain(const char *text)
{
	for (size_t i = 0; text[i] != '\0'; i++)
		if (text[i] == '@' || is_escapable(text, i))
			return false;
	return true;
}

/* Breaks what looks like a mail address. */
static void
break_addresses(struct buf *out, const char *text)
{
	buf_clear(out);
	for (; *text != '\0'; text++) {
		buf_char(out, *text);
		if (*text == '@')
			buf_str(out, "\xe2\x81\xa0");
	}
}

/* The last resort: letters, digits, single blanks, and what is no ASCII. */
static void
words_only(struct buf *out, const char *text)
{
	struct buf words = { 0 };

	buf_clear(&words);
	for (; *text != '\0'; text++) {
		bool keep = (unsigned char)*text >= 0x80 ||
		    ascii_is_letter(*text) || ascii_is_digit(*text);

		buf_char(&words, keep ? *text : ' ');
	}
	text_line(out, words.len > 0 ? words.at : "?");
	buf_free(&words);
}

static void
escape_hard(
    struct buf *out, const char *before, const char *text, const char *after)
{
	struct buf middle = { 0 }, broken = { 0 };
	struct trial trial;
	bool fine;

	begin(&trial, before, text, after);
	buf_str(&middle, text);
	fine = reads_well(&trial, text) || escape_least(&trial, &middle, text);
	end(&trial);
	if (!fine) {
		break_addresses(&broken, text);
		begin(&trial, before, broken.at, after);
		fine = escape_least(&trial, &middle, broken.at);
		end(&trial);
	}
	if (!fine)
		words_only(&middle, text);
	buf_str(out, before);
	buf_str(out, middle.at);
	buf_str(out, after);
	buf_free(&middle);
	buf_free(&broken);
}

void
markdown_escape(
    struct buf *out, const char *before, const char *text, const char *after)
{
	if (!is_plain(text)) {
		escape_hard(out, before, text, after);
		return;
	}
	buf_str(out, before);
	buf_str(out, text);
	buf_str(out, after);
}
