/*
 * Which GitHub is asked. A token goes by the rules of gh(1): GH_TOKEN and
 * GITHUB_TOKEN are for github.com and ghe.com, GH_ENTERPRISE_TOKEN and
 * GITHUB_ENTERPRISE_TOKEN for all other hosts; see
 * <https://cli.github.com/manual/gh_help_environment>.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "ascii.h"
#include "diag.h"
#include "http.h"
#include "repos.h"
#include "service.h"

static const char github[] = "https://github.com";

static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

/*
 * Returns the address in the variable `name`, without slashes at its end; NULL
 * if it is not set. free() it.
 */
static char *
address_in(const char *name)
{
	const char *value = variable(name);
	char *copy;

	if (value == NULL)
		return NULL;
	http_check_base(name, value);
	copy = xstrdup(value);
	for (size_t len = strlen(copy); len > 0 && copy[len - 1] == '/'; len--)
		copy[len - 1] = '\0';
	return copy;
}

/* Returns the host of an address that was checked, in lower case; free() it. */
static char *
host_of(const char *url)
{
	const char *host = strstr(url, "://") + 3;
	size_t len = *host == '[' ? strcspn(host, "]") + 1
				  : strcspn(host, ":/?#");
	char *copy = xstrdup(host);

	copy[len] = '\0';
	for (char *p = copy; *p != '\0'; p++)
		*p = ascii_lower(*p);
	return copy;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t len = strlen(s), end_len = strlen(end);

	return len > end_len && strcmp(s + len - end_len, end) == 0;
}

static bool
is_cloud(const char *host)
{
	return strcmp(host, "api.github.com") == 0 ||
	    strcmp(host, "github.com") == 0 || ends_with(host, ".ghe.com");
}

/* Nothing leaves the machine there: a mirror, or a test. */
static bool
is_loopback(const char *host)
{
	return strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0 ||
	    (strncmp(host, "127.", 4) == 0 &&
		host[strspn(host, "0123456789.")] == '\0');
}

/*
 * Returns the root of the pages: of github.com, of a subdomain of ghe.com, of
 * an Enterprise server, whose API is in /api/v3; else GITHUB_SERVER_URL, else
 * the API's own host. free() it.
 */
static char *
web_of(const char *base, const char *host, bool *mirror)
{
	static const char path[] = "/api/v3";
	const char *end = strstr(base, "://") + 3;
	char *web;

	if (strcmp(host, "api.github.com") == 0)
		return xstrdup(github);
	if (strncmp(host, "api.", 4) == 0 && ends_with(host, ".ghe.com")) {
		struct buf cloud = { 0 };

		buf_printf(&cloud, "https://%s", host + 4);
		return cloud.at;
	}
	*mirror = !ends_with(base, path);
	if (*mirror && (web = address_in("GITHUB_SERVER_URL")) != NULL)
		return web;
	end += *mirror ? strcspn(end, "/?#") : strlen(end) - strlen(path);
	web = xstrdup(base);
	web[end - base] = '\0';
	return web;
}

/* A line feed in it, from a careless file, would begin another header. */
static const char *
token_in(const char *name)
{
	const char *token = variable(name);

	for (const char *p = token; p != NULL && *p != '\0'; p++)
		if (*p <= ' ' || *p > '~')
			diag_usage("%s: no token has a blank or a control "
				   "character in it",
			    name);
	return token;
}

static const char *
cloud_token(void)
{
	const char *token = token_in("GH_TOKEN");

	return token != NULL ? token : token_in("GITHUB_TOKEN");
}

static const char *
enterprise_token(void)
{
	const char *token = token_in("GH_ENTERPRISE_TOKEN");

	return token != NULL ? token : token_in("GITHUB_ENTERPRISE_TOKEN");
}

static const char *
token_for(const char *host)
{
	const char *token;

	if (is_cloud(host))
		return cloud_token();
	if (is_loopback(host) && (token = cloud_token()) != NULL)
		return token;
	token = enterprise_token();
	if (token == NULL && cloud_token() != NULL)
		diag_warn("%s: is asked without a token, for GH_TOKEN and "
			  "GITHUB_TOKEN are those of github.com; "
			  "GH_ENTERPRISE_TOKEN is for other hosts",
		    host);
	return token;
}

void
service_open(struct service *service)
{
	char *host;

	*service = (struct service) { .base = address_in("GITHUB_API_URL") };
	if (service->base == NULL)
		service->base = xstrdup("https://api.github.com");
	host = host_of(service->base);
	service->web = web_of(service->base, host, &service->mirror);
	service->token = token_for(host);
	free(host);
}

/* Returns what follows the root of the pages; NULL: it is none of them. */
static const char *
path_below(const char *root, const char *url)
{
	size_t len = strlen(root);

	return strncasecmp(url, root, len) == 0 && url[len] == '/'
	    ? url + len + 1
	    : NULL;
}

static const char *
path_of(const struct service *service, const char *url)
{
	const char *path = path_below(service->web, url);

	return path == NULL && service->mirror ? path_below(github, url) : path;
}

bool
service_has_page(const struct service *service, const char *url)
{
	for (const char *p = url; *p != '\0'; p++)
		if (*p <= ' ' || *p > '~' || strchr("\"<>\\^`{|}", *p) != NULL)
			return false;
	return path_of(service, url) != NULL;
}

bool
service_repo(const struct service *service, const char *url, struct buf *repo)
{
	static const char api[] = "/repos/";
	const char *path = path_of(service, url), *slash;

	buf_clear(repo);
	if (path == NULL && (path = strstr(url, api)) != NULL)
		path += strlen(api);
	if (path == NULL || (slash = strchr(path, '/')) == NULL)
		return false;
	buf_add(
	    repo, path, (size_t)(slash + 1 - path) + strcspn(slash + 1, "/?#"));
	return repos_is_name(repo->at);
}

void
service_close(struct service *service)
{
	free(service->base);
	free(service->web);
}
