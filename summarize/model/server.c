/*
 * Which models are asked, and where.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "diag.h"
#include "http.h"
#include "server.h"
#include "text.h"

static const char usual_base[] = "https://api.openai.com/v1";

/* Returns what the environment says, NULL for nothing. */
static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

static bool
has_prefix(const char *s, const char *const prefixes[])
{
	for (; *prefixes != NULL; prefixes++)
		if (strncmp(s, *prefixes, strlen(*prefixes)) == 0)
			return true;
	return false;
}

/*
 * Tells whether what is sent over http stays on this machine or its network:
 * names without a dot, and the addresses that RFC 1918 sets aside.
 */
static bool
is_near(const char *base)
{
	static const char *const nets[] = { "127.", "10.", "192.168.",
		"172.16.", "172.17.", "172.18.", "172.19.", "172.2", "172.30.",
		"172.31.", NULL };
	const char *host = base + strlen("http://");
	size_t len = strcspn(host, ":/");

	if (*host == '[')
		return strncmp(host, "[::1]", 5) == 0;
	if (strspn(host, "0123456789.") >= len)
		return has_prefix(host, nets) &&
		    (strncmp(host, "172.2", 5) != 0 || host[6] == '.');
	return strcspn(host, ".") >= len;
}

static void
check_key(const struct server *server)
{
	if (server->key == NULL)
		return;
	if (strpbrk(server->key, "\r\n") != NULL)
		diag_usage("OPENAI_API_KEY: it has more than one line");
	if (strncasecmp(server->base, "http:", 5) == 0 &&
	    !is_near(server->base))
		diag_warn("OPENAI_BASE_URL: the key goes over http, readable "
			  "to all on its way; use https");
}

static void
split_names(struct server *server)
{
	char *names = xstrdup(server->named), *rest = names, *name;

	while ((name = strsep(&rest, ",")) != NULL) {
		name = text_trim(name);
		if (*name == '\0')
			continue;
		if (server->count == SERVER_MAX_MODELS)
			diag_usage("more than %d models", SERVER_MAX_MODELS);
		server->models[server->count++] = xstrdup(name);
	}
	free(names);
}

void
server_settle(struct server *server)
{
	if (server->named == NULL)
		server->named = variable("OPENAI_MODEL");
	if (server->named == NULL || server->unwanted)
		return;
	if (server->cache_dir == NULL)
		server->cache_dir = http_cache_dir();
	split_names(server);
	server->base = variable("OPENAI_BASE_URL");
	if (server->base == NULL)
		server->base = usual_base;
	http_check_base("OPENAI_BASE_URL", server->base);
	server->key = variable("OPENAI_API_KEY");
	check_key(server);
}

void
server_free(struct server *server)
{
	while (server->count > 0)
		free(server->models[--server->count]);
	free(server->cache_dir);
}

bool
server_price(const char *text, double *in, double *out)
{
	char *end;

	if (!ascii_is_digit(*text) && *text != '.')
		return false;
	*in = strtod(text, &end);
	if (*end != ',' || (!ascii_is_digit(end[1]) && end[1] != '.'))
		return false;
	*out = strtod(end + 1, &end);
	return *end == '\0' && *in <= 1e6 && *out <= 1e6;
}
