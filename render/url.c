/*
 * Addresses from outside, made fit to stand anywhere as they are.
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
	return ascii_is_letter(*p) || ascii_is_digit(*p) ||
	    strchr(safe, *p) != NULL;
}

/*
 * Returns what follows the host and port at `p`; NULL if it is no plain one,
 * for GitHub would not make one link of such an address.
 */
static const char *
skip_host(const char *p)
{
	const char *start = p;

	while (ascii_is_letter(*p) || ascii_is_digit(*p) ||
	    (p > start && (*p == '-' || (*p == '.' && p[-1] != '.'))))
		p++;
	if (p == start || p[-1] == '-' || p[-1] == '.')
		return NULL;
	if (*p == ':') {
		size_t digits = strspn(p + 1, "0123456789");

		if (digits == 0 || digits > 5)
			return NULL;
		p += 1 + digits;
	}
	return *p == '\0' || strchr("/?#", *p) != NULL ? p : NULL;
}

void
url_safe(struct buf *out, const char *url)
{
	buf_clear(out);
	if (strncasecmp(url, "http://", 7) != 0 &&
	    strncasecmp(url, "https://", 8) != 0)
		return;
	if (skip_host(strchr(url, ':') + 3) == NULL)
		return;
	for (; *url != '\0'; url++) {
		if (is_safe(url))
			buf_char(out, *url);
		else
			buf_printf(out, "%%%02X", (unsigned char)*url);
	}
}

void
url_path(struct buf *out, const char *text)
{
	text += strspn(text, "/");
	for (; *text != '\0'; text++) {
		if (ascii_is_letter(*text) || ascii_is_digit(*text) ||
		    strchr("-._~/@", *text) != NULL)
			buf_char(out, *text);
		else
			buf_printf(out, "%%%02X", (unsigned char)*text);
	}
}
