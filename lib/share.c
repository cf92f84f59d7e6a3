/*
 * Where the project's data files are.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "buf.h"
#include "share.h"

#ifndef SHARE_DIR
#define SHARE_DIR "/usr/local/share/dair"
#endif

static char *
join(const char *dir, const char *rest, const char *name)
{
	struct buf path = { 0 };

	buf_printf(&path, "%s%s/%s", dir, rest, name);
	return path.at;
}

/* Returns the folder above the one that holds this program, or NULL. */
static char *
program_parent(void)
{
	char *path = realpath("/proc/self/exe", NULL);

	for (int i = 0; path != NULL && i < 2; i++) {
		char *slash = strrchr(path, '/');

		if (slash != NULL)
			*slash = '\0';
	}
	return path;
}

char *
share_path(const char *name)
{
	static const char *const beside[] = { "/share/dair", "/share" };
	const char *dir = getenv("DAIR_SHARE");
	char *parent, *path;

	if (dir != NULL && *dir != '\0')
		return join(dir, "", name);
	if ((parent = program_parent()) != NULL) {
		for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
			path = join(parent, beside[i], name);
			if (access(path, R_OK) == 0) {
				free(parent);
				return path;
			}
			free(path);
		}
		free(parent);
	}
	return join(SHARE_DIR, "", name);
}
