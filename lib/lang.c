/*
 * The languages of a report.
 */
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "config.h"
#include "diag.h"
#include "lang.h"
#include "share.h"
#include "text.h"

static const char *const codes[LANG_COUNT] = {
	[LANG_ZH] = "zh",
	[LANG_EN] = "en",
};

static const char *const names[LANG_COUNT] = {
	[LANG_ZH] = "中文",
	[LANG_EN] = "English",
};

enum lang
lang_of(const char *s)
{
	enum lang lang = 0;

	while (lang < LANG_COUNT && strcmp(codes[lang], s) != 0)
		lang++;
	return lang;
}

enum lang
lang_option(const char *code)
{
	enum lang lang = lang_of(code);

	if (lang == LANG_COUNT)
		diag_usage("--lang %s: not zh or en", code);
	return lang;
}

const char *
lang_code(enum lang lang)
{
	return codes[lang];
}

const char *
lang_name(enum lang lang)
{
	return names[lang];
}

static void
add(struct labels *labels, const struct config *config, char *line)
{
	char *equals = strchr(line, '=');

	if (equals != NULL)
		*equals++ = '\0';
	else
		config_refuse(
		    config, "not of the form: group key = name", line);
	labels->keys = xgrow(labels->keys, &labels->key_capacity,
	    labels->count + 1, sizeof *labels->keys);
	labels->keys[labels->count] = arena_str(
	    &labels->names, text_trim(line));
	labels->text = xgrow(labels->text, &labels->capacity, labels->count + 1,
	    sizeof *labels->text);
	labels->text[labels->count] = arena_str(
	    &labels->names, text_trim(equals));
	*map_at(&labels->index, labels->keys[labels->count], 0) = labels->count;
	labels->count++;
}

void
labels_load(struct labels *labels, enum lang lang)
{
	struct buf name = { 0 };
	struct config config;
	char *path, *line;

	buf_printf(&name, "labels.%s", codes[lang]);
	path = share_path(name.at);
	config_open(&config, path);
	while ((line = config_next(&config)) != NULL)
		add(labels, &config, line);
	config_close(&config);
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
	free(labels->keys);
	free(labels->text);
	*labels = (struct labels) { 0 };
}
