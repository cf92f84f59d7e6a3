/*
 * Fuzz target: what a commit changed, as GitHub tells it, and the cutting of
 * its patches. The first two bytes are how much of them there may be.
 */
#include <assert.h>
#include <stdlib.h>

#include "changes.h"
#include "emit.h"
#include "scan.h"
#include "target.h"

/* It is valid JSON, as the records that it goes into must be. */
static void
check_json(const struct changes *changes, struct buf *json)
{
	struct object object = { 0 };

	buf_clear(json);
	emit_open(json, NULL, '{');
	changes_put(json, changes);
	emit_close(json, '}');
	assert(scan_object(&object, json->at, json->len));
	scan_free(&object);
}

/* Cut twice, it is what the smaller cut alone leaves. */
static void
check_cuts(const struct buf *page, size_t most)
{
	struct changes once = { 0 }, twice = { 0 };
	struct buf a = { 0 }, b = { 0 };

	if (changes_are_there(page)) {
		changes_read(&once, page);
		changes_read(&twice, page);
		changes_cut(&once, most);
		changes_cut(&twice, most * 2);
		changes_cut(&twice, most);
		assert(once.held <= most);
		check_json(&once, &a);
		check_json(&twice, &b);
		assert(strcmp(a.at, b.at) == 0);
	}
	changes_free(&once);
	changes_free(&twice);
	buf_free(&a);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf page = { 0 };

	if (size > 2) {
		buf_add(&page, (const char *)data + 2, size - 2);
		check_cuts(&page, (size_t)(data[0] << 8 | data[1]));
	}
	buf_free(&page);
	return 0;
}
