/*
 * What a body hides from its readers.
 */
#include <string.h>
#include <strings.h>

#include "hidden.h"
#include "text.h"

/* Returns the last byte of the comment or image at `p`, or `p`. */
static const char *
hidden_end(const char *p, const char *end)
{
	const char *close;

	if (strncmp(p, "<!--", 4) == 0) {
		close = strstr(p, "-->");
		return close != NULL ? close + 2 : end;
	}
	if (strncasecmp(p, "<img", 4) == 0 && ascii_is_space(p[4])) {
		close = strchr(p, '>');
		return close != NULL ? close : end;
	}
	return p;
}

void
hidden_remove(struct buf *out, const char *body, size_t len)
{
	const char *end = body + len;

	buf_clear(out);
	buf_reserve(out, len);
	while (body < end) {
		size_t plain = strcspn(body, "<\r"),
		       left = (size_t)(end - body);
		const char *hidden;

		buf_add(out, body, plain < left ? plain : left);
		if (plain >= left)
			break;
		body += plain;
		hidden = hidden_end(body, end);
		if (hidden == body && *body != '\r')
			buf_char(out, *body);
		body = hidden + 1;
	}
}
