/*
 * The repositories that are asked for.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "config.h"
#include "diag.h"
#include "repos.h"

bool
repos_is_name(const char *s)
{
	const char *slash = strchr(s, '/');
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.";

	return slash != NULL && slash != s && slash[1] != '\0' &&
	    s + strspn(s, allowed) == slash &&
	    slash[1 + strspn(slash + 1, allowed)] == '\0' && *s != '.' &&
	    strcmp(slash, "/.") != 0 && strcmp(slash, "/..") != 0;
}

/* GitHub takes names in any case, so A/B and a/b are one repository. */
static void
add(struct repos *repos, const char *name)
{
	for (size_t i = 0; i < repos->count; i++)
		if (strcasecmp(repos->names[i], name) == 0)
			return;
	repos->names = xgrow(repos->names, &repos->capacity, repos->count + 1,
	    sizeof *repos->names);
	repos->names[repos->count++] = arena_str(&repos->text, name);
}

void
repos_add(struct repos *repos, const char *name)
{
	if (!repos_is_name(name))
		diag_usage("%s: not OWNER/REPO", name);
	add(repos, name);
}

void
repos_read(struct repos *repos, const char *path)
{
	struct config config;
	char *line;

	config_open(&config, path);
	while ((line = config_next(&config)) != NULL) {
		if (!repos_is_name(line))
			config_refuse(&config, "not OWNER/REPO", line);
		add(repos, line);
	}
	config_close(&config);
}

void
repos_free(struct repos *repos)
{
	free(repos->names);
	arena_free(&repos->text);
}
