/*
 * The languages of a report.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "diag.h"
#include "lang.h"
#include "lines.h"
#include "share.h"
#include "text.h"

enum {
	MAX_LINE = 4096
};

static const char *const codes[LANG_COUNT] = {
	[LANG_ZH] = "zh",
	[LANG_EN] = "en",
};

enum lang
lang_of(const char *s)
{
	enum lang lang = 0;

	while (lang < LANG_COUNT && strcmp(codes[lang], s) != 0)
		lang++;
	return lang;
}

const char *
lang_code(enum lang lang)
{
	return codes[lang];
}

/* Cuts white space off both ends of `s`, in place. */
static char *
trim(char *s)
{
	size_t len;

	while (text_is_space(*s))
		s++;
	len = strlen(s);
	while (len > 0 && text_is_space(s[len - 1]))
		s[--len] = '\0';
	return s;
}

static bool
add(struct labels *labels, char *line)
{
	char *equals = strchr(line, '=');

	if (equals == NULL)
		return false;
	*equals = '\0';
	labels->text = xgrow(labels->text, &labels->capacity,
	    labels->count + 1, sizeof *labels->text);
	labels->text[labels->count] =
	    arena_str(&labels->names, trim(equals + 1));
	*map_at(&labels->index, trim(line), 0) = labels->count++;
	return true;
}

void
labels_load(struct labels *labels, enum lang lang)
{
	struct buf name = { 0 };
	struct lines in;
	char *path, *line;
	size_t len;

	buf_printf(&name, "labels.%s", codes[lang]);
	path = share_path(name.at);
	lines_open(&in, (char *const[]) { path, NULL }, MAX_LINE);
	while ((line = lines_next(&in, &len)) != NULL) {
		line = trim(line);
		if (*line != '\0' && *line != '#' && !add(labels, line))
			diag_usage("%s:%llu: not of the form: group key = name",
			    path, in.number);
	}
	if (in.refused > 0)
		diag_usage("%s: the data files are not where they should be; "
			   "set DAIR_SHARE", path);
	lines_close(&in);
	free(path);
	buf_free(&name);
}

const char *
labels_get(const struct labels *labels, const char *group, const char *key)
{
	struct buf both = { 0 };
	size_t i;

	buf_printf(&both, "%s %s", group, key);
	i = map_get(&labels->index, both.at, labels->count);
	buf_free(&both);
	return i < labels->count ? labels->text[i] : NULL;
}

void
labels_free(struct labels *labels)
{
	map_free(&labels->index);
	arena_free(&labels->names);
	free(labels->text);
	*labels = (struct labels) { 0 };
}
