/*
 * Code spans.
 */
#include "code.h"

size_t
code_marks(const char *s, size_t len)
{
	size_t marks = 0;

	while (marks < len && s[marks] == '`')
		marks++;
	return marks;
}

size_t
code_span(const char *s, size_t len)
{
	size_t marks = code_marks(s, len), at = marks;

	while (marks > 0 && at < len) {
		size_t run = code_marks(s + at, len - at);

		at += run > 0 ? run : 1;
		if (run == marks)
			return at;
	}
	return 0;
}
