/*
 * Fuzz target: a page of one of GitHub's lists. The first byte says which.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "array.h"
#include "emit.h"
#include "record.h"
#include "repos.h"
#include "target.h"

static char base[] = "https://api.github.com", web[] = "https://github.com";
static const struct service service = { .base = base, .web = web };

/* What is read from a file is what is read from memory. */
static void
check_file(const char *s, size_t len)
{
	FILE *in = fmemopen((void *)(uintptr_t)s, len, "r");
	struct array there, here;
	struct span a, b;
	bool more;

	array_open_file(&there, in);
	array_open(&here, (struct span) { s, len });
	do {
		more = array_next(&here, &a);
		if (!more && here.error != NULL)
			break; /* a file may hold several lists */
		assert(array_next(&there, &b) == more);
		assert(!more ||
		    (a.len == b.len && memcmp(a.at, b.at, a.len) == 0));
	} while (more);
	array_close(&there);
	fclose(in);
}

/* A record is one JSON object on one line, whose link is GitHub's. */
static void
check_record(jv item, enum item_kind kind, struct window window)
{
	struct object object = { 0 };
	struct buf json = { 0 }, url = { 0 };

	record_open(&json, item, kind, &service, "a/b", window);
	emit_close(&json, '}');
	assert(scan_object(&object, json.at, json.len));
	assert(memchr(json.at, '\n', json.len) == NULL);
	assert(scan_string(&url, scan_get(&object, "url")));
	assert(strncasecmp(url.at, "https://github.com/", 19) == 0);
	scan_free(&object);
	buf_free(&json);
	buf_free(&url);
}

static void
check_item(struct span text, enum item_kind kind)
{
	static const struct window day = { 1769990400, 1770076800 };
	jv item = item_parse(text);
	struct buf repo = { 0 };

	if (record_repo(item, &service, &repo))
		assert(repos_is_name(repo.at));
	if (item_place(item, kind, day) != ITEM_UNUSABLE)
		check_record(item, kind, day);
	buf_free(&repo);
	json_free(item);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = target_string(data, size);
	struct array page;
	struct span text;

	if (size > 1) {
		check_file(s + 1, size - 1);
		array_open(&page, (struct span) { s + 1, size - 1 });
		while (array_next(&page, &text))
			check_item(text, (enum item_kind)(*data % ITEM_KINDS));
	}
	free(s);
	return 0;
}
