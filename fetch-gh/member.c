/*
 * Members of records, made of what GitHub says.
 */
#include <string.h>

#include "emit.h"
#include "member.h"
#include "text.h"
#include "when.h"

enum {
	MAX_TEXT = 64 * 1024 /* bytes of a body; generated notes have no end */
};

void
member_line(struct buf *json, const char *key, const char *s)
{
	struct buf line = { 0 };

	text_line(&line, s != NULL ? s : "");
	if (line.len > 0)
		emit_string(json, key, line.at);
	buf_free(&line);
}

void
member_text(struct buf *json, const char *s)
{
	struct buf text = { 0 };
	size_t len;

	if (s == NULL || s[strspn(s, " \t\r\n")] == '\0')
		return;
	s += strspn(s, "\r\n");
	len = utf8_cut(s, MAX_TEXT);
	buf_add(&text, s, len);
	emit_string(json, "text", text.at);
	if (s[len] != '\0')
		emit_bool(json, "truncated", true);
	buf_free(&text);
}

void
member_time(struct buf *json, const char *key, jv item, const char *from)
{
	const char *s = json_str(item, from);
	char text[WHEN_TIME_SIZE];
	time_t time;

	if (s == NULL || !when_time(s, &time))
		return;
	when_put_time(text, time);
	emit_string(json, key, text);
}

/* An account says that it is a bot by its type, or by its name. */
static bool
is_bot(jv account, const char *name)
{
	const char *type = json_str(account, "type");
	size_t len = name != NULL ? strlen(name) : 0;

	return (type != NULL && strcmp(type, "Bot") == 0) ||
	    (len > 5 && strcmp(name + len - 5, "[bot]") == 0);
}

void
member_author(struct buf *json, jv account, const char *fallback)
{
	const char *login = json_str(account, "login");

	if (login == NULL)
		login = fallback;
	emit_open(json, "authors", '[');
	if (login != NULL)
		member_line(json, NULL, login);
	emit_close(json, ']');
	if (is_bot(account, login))
		emit_bool(json, "bot", true);
}

void
member_labels(struct buf *json, jv item)
{
	jv labels = json_member(item, "labels");
	size_t count = json_count(labels);

	emit_open(json, "labels", '[');
	for (size_t i = 0; i < count; i++) {
		const char *name = json_item_str(labels, i);
		jv label = json_item(labels, i);

		member_line(
		    json, NULL, name != NULL ? name : json_str(label, "name"));
		json_free(label);
	}
	emit_close(json, ']');
	json_free(labels);
}
