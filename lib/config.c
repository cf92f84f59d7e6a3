/*
 * Data files for people.
 */
#include <errno.h>
#include <string.h>

#include "config.h"
#include "diag.h"
#include "file.h"
#include "text.h"

enum {
	MAX_FILE = 16 * 1024 * 1024 /* bytes */
};

void
config_open(struct config *config, const char *path)
{
	*config = (struct config) { .path = path };
	buf_clear(&config->bytes);
	if (!file_read(&config->bytes, path, MAX_FILE))
		diag_usage("%s: %s", path, strerror(errno));
	if (strlen(config->bytes.at) != config->bytes.len)
		diag_usage("%s: holds a NUL byte, so it is no text", path);
	for (const char *p = config->bytes.at; *p != '\0';) {
		uint32_t c;

		if (*p >= ' ' && *p <= '~') {
			p++;
			continue;
		}
		c = utf8_next(&p);
		if (utf8_is_control(c) && !ascii_is_space((char)c))
			diag_usage("%s: holds control characters", path);
	}
	config->next = config->bytes.at;
}

static void
cut_comment(char *line)
{
	for (char *p = line; *p != '\0'; p++) {
		if (*p == '#' && (p == line || ascii_is_space(p[-1]))) {
			*p = '\0';
			return;
		}
	}
}

char *
config_next(struct config *config)
{
	char *line;

	while ((line = strsep(&config->next, "\n")) != NULL) {
		config->line++;
		config->indented = *line == ' ' || *line == '\t';
		cut_comment(line);
		line = text_trim(line);
		if (*line != '\0')
			return line;
	}
	return NULL;
}

_Noreturn void
config_refuse(const struct config *config, const char *reason, const char *word)
{
	diag_usage("%s:%llu: %s: %s", config->path, config->line, reason, word);
}

void
config_close(struct config *config)
{
	buf_free(&config->bytes);
}
