/*
 * Fuzz target: records as a report in every format.
 */
#include <assert.h>
#include <stdlib.h>

#include "../../render/format.h"
#include "../../render/terminal.h"
#include "target.h"
#include "utf8.h"

/* What no document may have, whatever the records say. */
static void
check(const struct buf *out, enum format format)
{
	assert(out->len <= FORMAT_MAX && strlen(out->at) == out->len);
	for (const char *s = out->at; *s != '\0';) {
		size_t len = utf8_len(s);
		uint32_t c = utf8_next(&s);

		assert(len > 0);
		/* Markdown has a joiner of our own behind an @. */
		assert(!utf8_is_control(c) || c == '\n' || c == '\t' ||
		    (c == 0x2060 && format == FORMAT_MD));
	}
	if (format == FORMAT_HTML)
		assert(strstr(out->at, "<img") == NULL &&
		    strstr(out->at, "href=\"javascript:") == NULL);
}

static void
take(struct day *day, char *text)
{
	struct rec rec = { .file = "fuzz" };

	for (char *line; (line = strsep(&text, "\n")) != NULL; rec.line++)
		if (scan_object(&rec.object, line, strlen(line)))
			day_take(day, &rec);
	scan_free(&rec.object);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct labels labels;
	struct terminal terminal = { .width = 40, .colour = false };
	struct ways ways = { 0 };
	struct wish wish = {
		.date = "2026-02-02",
		.terminal = &terminal,
		.labels = &labels,
		.ways = &ways,
	};
	char *text = target_string(data, size);
	struct buf out = { 0 };
	struct day day = { 0 };

	setenv("DAIR_SHARE", "share", 0);
	if (labels.count == 0)
		labels_load(&labels, LANG_ZH);
	ways_option(&ways, "en=2026-02-02.en.md");
	wish.period = size % 2 == 0 ? PERIOD_DAY : PERIOD_WEEK;
	wish.entries_are_items = size % 3 == 0;
	take(&day, text);
	for (enum format format = 0; format < FORMAT_COUNT; format++) {
		format_write(&out, format, &day, &wish);
		check(&out, format);
	}
	day_free(&day);
	buf_free(&out);
	ways_free(&ways);
	free(text);
	return 0;
}
