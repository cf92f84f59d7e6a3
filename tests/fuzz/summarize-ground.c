/*
 * Fuzz target: grounding. The input is a source, a zero byte and a statement.
 * What is found is bounded, and the same each time.
 */
#include <assert.h>
#include <stdlib.h>

#include "ground/ground.h"
#include "rec.h"
#include "target.h"

static size_t
check(const char *source, const char *statement)
{
	struct ground *ground = ground_new();
	struct ground_findings findings = { 0 };
	size_t hard;

	ground_take_text(ground, source);
	hard = ground_check(ground, statement, &findings);
	assert(hard == findings.hard);
	assert(findings.count <= GROUND_MAX_LISTED);
	assert(findings.count <= findings.hard + findings.soft);
	for (size_t i = 0; i < findings.count; i++)
		assert(*findings.list[i].token != '\0' &&
		    *ground_kind_name(findings.list[i].kind) != '\0');
	assert(ground_check(ground, statement, &findings) == hard);
	ground_findings_free(&findings);
	ground_free(ground);
	return hard;
}

/* Takes the input as a record too, where it is one. */
static void
take(char *line, size_t len)
{
	struct rec rec = { 0 };
	struct ground *ground = ground_new();
	struct ground_findings findings = { 0 };

	if (scan_object(&rec.object, line, len)) {
		ground_take(ground, &rec);
		ground_take(ground, &rec);
		ground_check(ground, line, &findings);
	}
	ground_findings_free(&findings);
	ground_free(ground);
	scan_free(&rec.object);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *source = target_string(data, size);
	size_t len = strlen(source);

	check(source, len < size ? source + len + 1 : source);
	take(source, len);
	free(source);
	return 0;
}
