/*
 * Answers that are kept.
 */
#include <errno.h>
#include <fcntl.h>
#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#include "cache.h"
#include "diag.h"
#include "file.h"
#include "text.h"

enum {
	MAX_ANSWER = 128 * 1024 * 1024, /* bytes */
	MAX_NAME = 120 /* bytes of the address in a file's name */
};

/* A name that tells a person which address it was, and a hash that settles it. */
static void
path_of(struct buf *path, const char *dir, const char *url)
{
	char hash[SHA256_DIGEST_STRING_LENGTH];
	const char *host = strstr(url, "://");

	SHA256Data((const uint8_t *)url, strlen(url), hash);
	buf_clear(path);
	buf_printf(path, "%s/", dir);
	host = host != NULL ? host + 3 : url;
	for (int i = 0; i < MAX_NAME && host[i] != '\0'; i++) {
		bool plain = ascii_is_letter(host[i]) ||
		    ascii_is_digit(host[i]) || strchr("-.", host[i]) != NULL;

		buf_char(path, plain ? host[i] : '_');
	}
	buf_printf(path, "-%.16s", hash);
}

/* Returns where the empty line behind the headers begins; NULL: nowhere. */
static const char *
find_empty_line(const struct buf *kept)
{
	const char *p = kept->at;

	while ((p = strchr(p, '\n')) != NULL) {
		p++;
		if (p[*p == '\r'] == '\n')
			return p;
	}
	return NULL;
}

/* Splits what is kept; false when it is no answer. */
static bool
split(const struct buf *kept, struct http_reply *reply)
{
	const char *end = find_empty_line(kept), *line;

	if (end == NULL ||
	    sscanf(kept->at, "HTTP/%*s %ld", &reply->status) != 1)
		return false;
	line = strchr(kept->at, '\n') + 1;
	buf_clear(&reply->headers);
	buf_clear(&reply->body);
	buf_add(&reply->headers, line, (size_t)(end - line));
	end += *end == '\r' ? 2 : 1;
	buf_add(&reply->body, end, kept->len - (size_t)(end - kept->at));
	return true;
}

bool
cache_read(const char *dir, struct http_reply *reply)
{
	struct buf path = { 0 }, kept = { 0 };
	bool found;

	path_of(&path, dir, reply->url);
	buf_clear(&kept);
	found = file_read(&kept, path.at, MAX_ANSWER) && split(&kept, reply);
	if (!found)
		reply->status = 0;
	reply->date = time(NULL);
	http_judge(reply);
	buf_free(&path);
	buf_free(&kept);
	return found;
}

/*
 * A page, an empty repository (GitHub's 409), a list that is switched off
 * (410): what the service would say again.
 */
static bool
is_worth_keeping(const struct http_reply *reply)
{
	return reply->status == 200 || reply->status == 409 ||
	    reply->status == 410;
}

static bool
write_answer(FILE *out, const struct http_reply *reply)
{
	fprintf(
	    out, "HTTP/1.1 %ld\r\n%s\r\n", reply->status, reply->headers.at);
	fwrite(reply->body.at, 1, reply->body.len, out);
	return !ferror(out);
}

void
cache_write(const char *dir, const struct http_reply *reply)
{
	struct buf path = { 0 }, temporary = { 0 };
	FILE *out;
	int fd;
	bool fine;

	if (!is_worth_keeping(reply))
		return;
	path_of(&path, dir, reply->url);
	buf_printf(&temporary, "%s.XXXXXX", path.at);
	fd = mkostemp(temporary.at, O_CLOEXEC);
	out = fd >= 0 ? fdopen(fd, "w") : NULL;
	fine = out != NULL && write_answer(out, reply);
	if (out != NULL && fclose(out) != 0)
		fine = false;
	if (fine)
		fine = rename(temporary.at, path.at) == 0;
	if (!fine) {
		diag_note(
		    "%s: cannot keep an answer: %s", dir, strerror(errno));
		if (fd >= 0)
			unlink(temporary.at);
	}
	buf_free(&path);
	buf_free(&temporary);
}
