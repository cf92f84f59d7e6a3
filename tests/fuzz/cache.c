/*
 * Fuzz target: an answer that was kept, whatever became of its file.
 */
#include <assert.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cache.h"
#include "target.h"

static const char url[] = "https://example.org/x";
static char dir[] = "/tmp/fuzz-cache-XXXXXX";
static char path[512];

static void
clean_up(void)
{
	unlink(path);
	rmdir(dir);
}

static void
find_path(void)
{
	DIR *there = opendir(dir);
	struct dirent *entry;

	assert(there != NULL);
	while ((entry = readdir(there)) != NULL)
		if (*entry->d_name != '.')
			snprintf(
			    path, sizeof path, "%s/%s", dir, entry->d_name);
	closedir(there);
}

/* Keeps an answer, and finds its file. */
static void
start(void)
{
	struct http_reply reply = { .url = url, .status = 200 };

	assert(mkdtemp(dir) != NULL);
	buf_str(&reply.headers, "ETag: x\r\n");
	buf_str(&reply.body, "y");
	cache_write(dir, &reply);
	find_path();
	assert(*path != '\0');
	atexit(clean_up);
	buf_free(&reply.headers);
	buf_free(&reply.body);
}

/* What was read is kept as it is, and read again as the same. */
static void
check_again(const struct http_reply *reply)
{
	struct http_reply again = { .url = url };

	if (reply->status != 200)
		return;
	cache_write(dir, reply);
	assert(cache_read(dir, &again) && again.status == 200);
	assert(again.body.len == reply->body.len &&
	    memcmp(again.body.at, reply->body.at, again.body.len) == 0);
	buf_free(&again.headers);
	buf_free(&again.body);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct http_reply reply = { .url = url };
	FILE *out;

	if (*path == '\0')
		start();
	out = fopen(path, "w");
	assert(out != NULL);
	fwrite(data, 1, size, out);
	fclose(out);
	if (cache_read(dir, &reply))
		check_again(&reply);
	else
		assert(reply.status == 0);
	buf_free(&reply.headers);
	buf_free(&reply.body);
	return 0;
}
