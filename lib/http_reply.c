/*
 * What is read out of addresses and answers.
 */
#include <curl/curl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "diag.h"
#include "http.h"
#include "text.h"
#include "when.h"

enum {
	MAX_TRIES = 4
};

void
http_judge(struct http_reply *reply)
{
	static char text[64];

	reply->error = NULL;
	if (reply->status == 200)
		return;
	snprintf(text, sizeof text, "HTTP %ld", reply->status);
	reply->error = text;
}

bool
http_header(const struct http_reply *reply, const char *name, struct buf *value)
{
	const char *line = reply->headers.at;
	size_t len = strlen(name);

	buf_clear(value);
	while (line != NULL && *line != '\0') {
		size_t end = strcspn(line, "\r\n");

		if (strncasecmp(line, name, len) == 0 && line[len] == ':') {
			const char *text = line + len + 1;

			text += strspn(text, " \t");
			while (line + end > text &&
			    strchr(" \t", line[end - 1]) != NULL)
				end--;
			buf_add(value, text, (size_t)(line + end - text));
			return true;
		}
		line += end;
		line += strspn(line, "\r\n");
	}
	return false;
}

void
http_read_date(struct http_reply *reply)
{
	struct buf date = { 0 };

	reply->date = time(NULL);
	if (http_header(reply, "date", &date)) {
		time_t theirs = curl_getdate(date.at, NULL);

		if (theirs > 0)
			reply->date = theirs;
	}
	buf_free(&date);
}

double
http_asked_to_wait(const struct http_reply *reply)
{
	struct buf value = { 0 };
	double seconds = 0;
	char *end;

	if (http_header(reply, "retry-after", &value)) {
		seconds = strtod(value.at, &end);
		if (*end != '\0')
			seconds = difftime(
			    curl_getdate(value.at, NULL), reply->date);
	}
	buf_free(&value);
	return isfinite(seconds) && seconds > 0 ? seconds : 0;
}

void
http_put_when(const struct http_reply *reply, double wait, struct buf *reason)
{
	char text[WHEN_TIME_SIZE];

	if (!(wait > 0 && wait < 1e9))
		return;
	when_put_time(text, reply->date + (time_t)ceil(wait));
	buf_printf(reason, "; it may be asked again at %s", text);
}

double
http_retry(const struct http_reply *reply, int tries)
{
	double asked = http_asked_to_wait(reply), usual;

	if (tries > MAX_TRIES ||
	    (!reply->fleeting && reply->status != 408 && reply->status != 429 &&
		reply->status < 500))
		return -1;
	usual = ldexp(1, tries - 1) * (1 + drand48() / 4);
	return asked > usual ? asked : usual;
}

void
http_encode(struct buf *url, const char *text)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *text != '\0'; text++) {
		if (ascii_is_letter(*text) || ascii_is_digit(*text) ||
		    strchr("-._~", *text) != NULL)
			buf_char(url, *text);
		else
			buf_printf(url, "%%%c%c",
			    hex[(unsigned char)*text >> 4], hex[*text & 15]);
	}
}

void
http_add_parameter(struct buf *url, const char *name, const char *value)
{
	buf_char(url, strchr(url->at, '?') == NULL ? '?' : '&');
	buf_printf(url, "%s=", name);
	http_encode(url, value);
}

/* Returns the address in its parts, or NULL; curl_url_cleanup() it. */
static CURLU *
parse(const char *url)
{
	CURLU *parsed = curl_url();

	if (parsed != NULL &&
	    curl_url_set(parsed, CURLUPART_URL, url, 0) != CURLUE_OK) {
		curl_url_cleanup(parsed);
		return NULL;
	}
	return parsed;
}

/* Returns a part of the address; "" if it has none. free() it. */
static char *
part_of(CURLU *parsed, CURLUPart which)
{
	char *part, *copy;

	if (curl_url_get(parsed, which, &part, CURLU_DEFAULT_PORT) != CURLUE_OK)
		return xstrdup("");
	copy = xstrdup(part);
	curl_free(part);
	return copy;
}

static bool
same_part(CURLU *a, CURLU *b, CURLUPart which)
{
	char *x = part_of(a, which), *y = part_of(b, which);
	bool same = strcasecmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

bool
http_same_origin(const char *a, const char *b)
{
	CURLU *x = parse(a), *y = parse(b);
	bool same = x != NULL && y != NULL &&
	    same_part(x, y, CURLUPART_SCHEME) &&
	    same_part(x, y, CURLUPART_HOST) && same_part(x, y, CURLUPART_PORT);

	curl_url_cleanup(x);
	curl_url_cleanup(y);
	return same;
}

void
http_check_base(const char *name, const char *base)
{
	CURLU *parsed = parse(base);
	char *host, *user, *password;
	bool fine;

	if (parsed == NULL ||
	    (strncasecmp(base, "http://", 7) != 0 &&
		strncasecmp(base, "https://", 8) != 0))
		diag_usage("%s: not an address like https://host/path", name);
	host = part_of(parsed, CURLUPART_HOST);
	user = part_of(parsed, CURLUPART_USER);
	password = part_of(parsed, CURLUPART_PASSWORD);
	fine = *host != '\0' && base[strcspn(base, ":") + 3] != '/' &&
	    *user == '\0' && *password == '\0';
	if (!fine)
		diag_usage("%s: an address with a host and without a "
			   "password is needed",
		    name);
	free(host);
	free(user);
	free(password);
	curl_url_cleanup(parsed);
}

char *
http_cache_dir(void)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	struct buf dir = { 0 };

	if (cache != NULL && *cache == '/')
		buf_printf(&dir, "%s/dair", cache);
	else if (home != NULL && *home != '\0')
		buf_printf(&dir, "%s/.cache/dair", home);
	else
		buf_str(&dir, ".cache/dair");
	return dir.at;
}
