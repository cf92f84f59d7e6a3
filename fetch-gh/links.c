/*
 * The Link header. Parameters come in any order, in any case, quoted or not;
 * addresses hold commas and semicolons.
 */
#include <string.h>
#include <strings.h>

#include "links.h"

static const char blanks[] = " \t";

/* Tells whether one of the words from `p` to `end` is "next". */
static bool
names_next(const char *p, const char *end)
{
	while (p < end) {
		size_t len = strcspn(p, " \t\"");

		if (p + len > end)
			len = (size_t)(end - p);
		if (len == 4 && strncasecmp(p, "next", 4) == 0)
			return true;
		p += len + 1;
	}
	return false;
}

/* Returns the end of a parameter's value: of its quotes, or of its token. */
static const char *
value_end(const char *p)
{
	if (*p != '"')
		return p + strcspn(p, ";, \t\r\n");
	for (p++; *p != '\0' && *p != '"' && *p != '\n'; p++)
		if (*p == '\\' && p[1] != '\0' && p[1] != '\n')
			p++;
	return p;
}

/*
 * Reads the parameters of a link, up to the comma behind it or the end of the
 * line; sets `next` if they make it the next page.
 */
static const char *
read_parameters(const char *p, bool *next)
{
	while (p += strspn(p, " \t;"), strchr(",\r\n", *p) == NULL) {
		const char *name = p, *end;
		size_t len = strcspn(p, "=;, \t\r\n");

		p += len;
		p += strspn(p, blanks);
		if (*p != '=')
			continue;
		p++;
		p += strspn(p, blanks);
		end = value_end(p);
		if (len == 3 && strncasecmp(name, "rel", 3) == 0)
			*next = *next || names_next(p, end);
		p = end + (*end == '"');
	}
	return p;
}

/* As links_next(), in one line behind its name. */
static bool
next_in_line(const char *p, struct buf *url)
{
	while (p += strspn(p, " \t,"), *p == '<') {
		size_t len = strcspn(++p, ">\r\n");
		const char *target = p;
		bool next = false;

		if (p[len] != '>')
			return false;
		p = read_parameters(p + len + 1, &next);
		if (next) {
			buf_add(url, target, len);
			return true;
		}
	}
	return false;
}

bool
links_next(const char *headers, struct buf *url)
{
	buf_clear(url);
	while (headers != NULL && *headers != '\0') {
		if (strncasecmp(headers, "link:", 5) == 0 &&
		    next_in_line(headers + 5, url))
			return true;
		headers += strcspn(headers, "\n");
		headers += strspn(headers, "\n");
	}
	return false;
}
