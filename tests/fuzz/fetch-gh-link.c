/*
 * Fuzz target: Link headers, and the addresses in them.
 */
#include <assert.h>
#include <stdlib.h>

#include "address.h"
#include "links.h"
#include "target.h"

/* What is found stands between brackets in the headers. */
static void
check_next(const char *headers, const char *url)
{
	struct buf link = { 0 };

	buf_printf(&link, "<%s>", url);
	assert(strpbrk(url, "\r\n>") == NULL);
	assert(strstr(headers, link.at) != NULL);
	buf_free(&link);
}

static void
check_address(const char *url)
{
	static char base[] = "https://api.github.com";
	static const struct service service = { .base = base, .web = base };
	struct buf other = { 0 };

	if (address_cursor(&other, url))
		assert(other.len < strlen(url) &&
		    strncmp(other.at, url, strcspn(url, "?")) == 0);
	if (address_repository(&other, &service, url))
		assert(strncmp(other.at, base, strlen(base)) == 0);
	buf_free(&other);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);
	struct buf url = { 0 };

	if (links_next(s, &url))
		check_next(s, url.at);
	else
		assert(url.len == 0);
	check_address(url.at);
	check_address(s);
	buf_free(&url);
	free(s);
	return 0;
}
