/*
 * What models have said is kept. A line is written at once, behind whatever a
 * process that was killed has left of one; a line that is none is passed over.
 */
#include <errno.h>
#include <fcntl.h>
#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "emit.h"
#include "file.h"
#include "kept.h"
#include "scan.h"

enum {
	TAIL = 64 * 1024 /* bytes, more than any line has */
};

static const char unfit[] = "unfit";

/* Sets `value` to the string member `key` of a line that was scanned. */
static bool
get_string(struct buf *value, const struct object *line, const char *key)
{
	buf_clear(value);
	return scan_string(value, scan_get(line, key));
}

static void
take_line(struct kept *kept, const char *text, size_t len)
{
	struct object line = { 0 };
	struct buf key = { 0 };
	size_t *at;

	if (scan_object(&line, text, len) && get_string(&key, &line, "key")) {
		at = map_at(&kept->index, key.at, kept->count);
		if (*at == kept->count) {
			kept->lines = xgrow(kept->lines, &kept->capacity,
			    kept->count + 1, sizeof *kept->lines);
			kept->count++;
		}
		kept->lines[*at] = arena_str(&kept->text, text);
	}
	buf_free(&key);
	scan_free(&line);
}

static void
read_lines(struct kept *kept, const char *path)
{
	struct buf text = { 0 };
	char *line, *end;

	buf_clear(&text);
	if (file_read(&text, path, 2 * KEPT_MAX_BYTES)) {
		for (line = text.at; (end = strchr(line, '\n')) != NULL;
		     line = end + 1) {
			*end = '\0';
			take_line(kept, line, (size_t)(end - line));
		}
	}
	buf_free(&text);
}

/* A file that has grown too large becomes the old one. */
static void
put_aside(const char *path)
{
	struct buf old = { 0 };

	buf_printf(&old, "%s.old", path);
	if (rename(path, old.at) != 0)
		diag_note("%s: %s", path, strerror(errno));
	buf_free(&old);
}

/* Opens the file to append to; one that has grown too large is put aside. */
static void
open_to_keep(struct kept *kept, const char *dir, const char *path)
{
	struct stat status;

	file_make_folder(dir);
	if (stat(path, &status) == 0 && status.st_size > KEPT_MAX_BYTES)
		put_aside(path);
	kept->fd = open(
	    path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0666);
	if (kept->fd < 0)
		diag_warn(
		    "%s: %s; answers are not kept", path, strerror(errno));
}

void
kept_open(struct kept *kept, const char *dir, bool read_only)
{
	struct buf path = { 0 };

	*kept = (struct kept) { .fd = -1 };
	buf_printf(&path, "%s/summaries.ndjson", dir);
	if (file_is_regular(path.at))
		read_lines(kept, path.at);
	if (!read_only)
		open_to_keep(kept, dir, path.at);
	buf_free(&path);
}

/* Removes what a process that was killed has left of its line. */
static void
mend_end(int fd)
{
	char tail[TAIL];
	struct stat status;
	off_t from;
	ssize_t len, whole;

	if (fstat(fd, &status) != 0)
		return;
	from = status.st_size > TAIL ? status.st_size - TAIL : 0;
	len = whole = pread(fd, tail, TAIL, from);
	while (whole > 0 && tail[whole - 1] != '\n')
		whole--;
	if (whole < len && ftruncate(fd, from + whole) != 0)
		diag_note("a torn line cannot be removed");
}

static void
append(const struct kept *kept, struct buf *json)
{
	if (kept->fd < 0)
		return;
	buf_char(json, '\n');
	flock(kept->fd, LOCK_EX);
	mend_end(kept->fd);
	if (write(kept->fd, json->at, json->len) != (ssize_t)json->len)
		diag_note("an answer cannot be kept: %s", strerror(errno));
	flock(kept->fd, LOCK_UN);
}

/* Sets `key` to what stands for the question: all that it is made of. */
static void
key_of(char key[static SHA256_DIGEST_STRING_LENGTH],
    const struct subject *subject, const struct task *task, const char *model)
{
	const char *const parts[] = { model, task->prompt,
		lang_code(task->lang), task->fields[0], subject->shown.at };
	SHA2_CTX context;

	SHA256Init(&context);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		SHA256Update(
		    &context, (const uint8_t *)parts[i], strlen(parts[i]) + 1);
	SHA256End(&context, key);
}

static size_t
get_count(const struct object *line, const char *key)
{
	struct span value = scan_get(line, key);

	return value.at != NULL ? strtoul(value.at, NULL, 10) : 0;
}

bool
kept_get(const struct kept *kept, struct subject *subject,
    const struct task *task, const char *model)
{
	char key[SHA256_DIGEST_STRING_LENGTH];
	struct object line = { 0 };
	size_t at;

	key_of(key, subject, task, model);
	at = map_get(&kept->index, key, kept->count);
	if (at == kept->count)
		return false;
	scan_object(&line, kept->lines[at], strlen(kept->lines[at]));
	subject->state = get_string(&subject->reason, &line, unfit)
	    ? SUBJECT_UNFIT
	    : SUBJECT_ANSWERED;
	for (size_t i = 0; i < TASK_FIELDS; i++)
		get_string(&subject->said[i], &line, task->fields[i]);
	subject->cut = strncmp(scan_get(&line, "cut").at, "true", 4) == 0;
	subject->sent = get_count(&line, "sent");
	subject->received = get_count(&line, "received");
	subject->model = model;
	scan_free(&line);
	return true;
}

void
kept_put(struct kept *kept, const struct subject *subject,
    const struct task *task, const char *model)
{
	char key[SHA256_DIGEST_STRING_LENGTH];
	struct buf json = { 0 };

	key_of(key, subject, task, model);
	emit_open(&json, NULL, '{');
	emit_string(&json, "key", key);
	emit_string(&json, "id", subject->id);
	emit_string(&json, "model", model);
	emit_string(&json, "lang", lang_code(task->lang));
	for (size_t i = 0; i < TASK_FIELDS; i++)
		emit_string(&json, task->fields[i], subject->said[i].at);
	if (subject->state == SUBJECT_UNFIT)
		emit_string(&json, unfit, subject->reason.at);
	emit_bool(&json, "cut", subject->cut);
	emit_integer(&json, "sent", (long long)subject->sent);
	emit_integer(&json, "received", (long long)subject->received);
	emit_close(&json, '}');
	append(kept, &json);
	buf_free(&json);
}

static void
habits_key(struct buf *key, const char *base, const char *model)
{
	buf_clear(key);
	buf_printf(key, "habits %s %s", model, base);
}

void
kept_get_habits(const struct kept *kept, struct habits *habits,
    const char *base, const char *model)
{
	struct object line = { 0 };
	struct buf text = { 0 };
	size_t at;

	*habits = (struct habits) { 0 };
	habits_key(&text, base, model);
	at = map_get(&kept->index, text.at, kept->count);
	if (at < kept->count) {
		scan_object(&line, kept->lines[at], strlen(kept->lines[at]));
		get_string(&text, &line, "format");
		while (habits->format < HABITS_PLAIN &&
		    strcmp(text.at, habits_format_name(habits->format)) != 0)
			habits->format++;
		get_string(&text, &line, "limit");
		while (habits->limit < HABITS_UNLIMITED &&
		    strcmp(text.at, habits_limit_name(habits->limit)) != 0)
			habits->limit++;
		get_string(&text, &line, "temperature");
		habits->any_temperature = strcmp(text.at, "any") == 0;
	}
	buf_free(&text);
	scan_free(&line);
}

void
kept_put_habits(struct kept *kept, const struct habits *habits,
    const char *base, const char *model)
{
	struct buf json = { 0 }, key = { 0 };

	habits_key(&key, base, model);
	emit_open(&json, NULL, '{');
	emit_string(&json, "key", key.at);
	emit_string(&json, "format", habits_format_name(habits->format));
	emit_string(&json, "limit", habits_limit_name(habits->limit));
	emit_string(
	    &json, "temperature", habits->any_temperature ? "any" : "0");
	emit_close(&json, '}');
	append(kept, &json);
	buf_free(&key);
	buf_free(&json);
}

void
kept_close(struct kept *kept)
{
	if (kept->fd >= 0)
		close(kept->fd);
	map_free(&kept->index);
	free(kept->lines);
	arena_free(&kept->text);
}
