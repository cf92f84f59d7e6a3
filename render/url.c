/*
 * Addresses from outside, made fit to stand in Markdown as they are.
 */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "text.h"
#include "url.h"

/* Beside letters and digits. GitHub takes the latter off the end of a link. */
static const char safe[] = "-._~:/?#@!$&'()+,;=%";
static const char unsafe_at_end[] = "?!.,:*_~'();&";

static bool
is_safe(const char *p)
{
	if (p[1] == '\0' && strchr(unsafe_at_end, *p) != NULL)
		return false;
	return text_is_letter(*p) || text_is_digit(*p) ||
	    strchr(safe, *p) != NULL;
}

void
url_safe(struct buf *out, const char *url)
{
	buf_clear(out);
	if (strncasecmp(url, "http://", 7) != 0 &&
	    strncasecmp(url, "https://", 8) != 0)
		return;
	for (; *url != '\0'; url++) {
		if (is_safe(url))
			buf_char(out, *url);
		else
			buf_printf(out, "%%%02X", (unsigned char)*url);
	}
}
