/*
 * What a model wrote. Thoughts, fences and prose around the JSON are passed
 * over: the last thought ends before it, and it is what a strict scanner takes
 * from an opening brace to the closing one.
 */
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "scan.h"
#include "text.h"

enum {
	MAX_STARTS = 200 /* brackets with which the answer may begin */
};

static const char *const thought_begins[] = { "<think>", "◁think▷" };
static const char *const thought_ends[] = { "</think>", "◁/think▷" };

enum {
	THOUGHTS = sizeof thought_ends / sizeof *thought_ends
};

/* Returns what stands behind the last end of a thought; NULL: there is none. */
static const char *
behind_thoughts(const char *text)
{
	const char *behind = NULL;

	for (size_t i = 0; i < THOUGHTS; i++) {
		const char *end = behind != NULL ? behind : text;

		while ((end = strstr(end, thought_ends[i])) != NULL)
			behind = end += strlen(thought_ends[i]);
	}
	return behind;
}

/* Tells whether the text is a thought without an end. */
static bool
is_unfinished(const char *text)
{
	text += strspn(text, " \t\r\n");
	for (size_t i = 0; i < THOUGHTS; i++)
		if (strncmp(text, thought_begins[i],
			strlen(thought_begins[i])) == 0)
			return behind_thoughts(text) == NULL;
	return false;
}

/*
 * Returns where the value that begins with the bracket at `at` ends, strings
 * passed over; NULL if it does not.
 */
static const char *
end_of(const char *at)
{
	size_t depth = 0;
	bool quoted = false;

	for (; *at != '\0'; at++) {
		if (quoted && *at == '\\' && at[1] != '\0')
			at++;
		else if (*at == '"')
			quoted = !quoted;
		else if (!quoted && strchr("{[", *at) != NULL)
			depth++;
		else if (!quoted && strchr("}]", *at) != NULL && --depth == 0)
			return at + 1;
	}
	return NULL;
}

/*
 * Appends JSON as it should have been: models leave a comma before a closing
 * bracket, and line feeds within strings.
 */
static void
add_mended(struct buf *out, const char *at, const char *end)
{
	bool quoted = false;

	for (; at < end; at++) {
		bool escape = quoted && *at == '\\' && at + 1 < end;
		const char *next = at + 1 + strspn(at + 1, " \t\r\n");

		if (escape)
			buf_char(out, *at++);
		else if (*at == '"')
			quoted = !quoted;
		else if (!quoted && *at == ',' && strchr("}]", *next) != NULL)
			continue;
		buf_char(out, quoted && *at >= 0 && *at < ' ' ? ' ' : *at);
	}
}

/*
 * Sets `out` to an object: the value from `at` on if it is one, or, if it is
 * an array, {"items": it}.
 */
static void
take_value(struct buf *out, const char *at, const char *end)
{
	bool is_list = *at == '[';

	buf_clear(out);
	buf_str(out, is_list ? "{\"items\":" : "");
	add_mended(out, at, end);
	buf_str(out, is_list ? "}" : "");
}

/* Tells whether the object has what the task asks for. */
static bool
has_answer(const struct object *object, const struct task *task)
{
	const char *key = task->listed ? "items" : task->fields[0];

	return scan_get(object, key).at != NULL;
}

/* Tells whether what begins at `at` may be the answer. */
static bool
may_begin(const char *at, const struct task *task)
{
	if (*at == '{')
		return true;
	at++;
	return task->listed && at[strspn(at, " \t\r\n")] == '{';
}

/*
 * Finds the last value in `text` that has what is asked for: examples and
 * second thoughts come before it. What the end of a thought stands behind is
 * none.
 */
static bool
find_last(struct buf *found, const char *text, const struct task *task)
{
	struct object object = { 0 };
	struct buf value = { 0 };
	bool any = false;
	size_t tries = 0;

	for (const char *at = text + strcspn(text, "{[");
	     *at != '\0' && tries < MAX_STARTS; at += strcspn(at, "{[")) {
		const char *end = may_begin(at, task) ? end_of(at) : NULL;

		tries++;
		at++;
		if (end == NULL)
			continue;
		take_value(&value, at - 1, end);
		if (behind_thoughts(end) != NULL)
			continue;
		if (!scan_object(&object, value.at, value.len) ||
		    !has_answer(&object, task))
			continue;
		buf_clear(found);
		buf_add(found, value.at, value.len);
		any = true;
		at = end;
	}
	buf_free(&value);
	scan_free(&object);
	return any;
}

/*
 * Finds the answer, most likely behind all thoughts; but their ends may stand
 * in the texts of the answer too.
 */
static bool
find(struct buf *found, const char *text, const struct task *task)
{
	const char *behind = behind_thoughts(text);

	if (behind != NULL && find_last(found, behind, task))
		return true;
	return !is_unfinished(text) && find_last(found, text, task);
}

static void
take_entry(struct subject *subject, const struct object *entry,
    const struct task *task)
{
	struct buf text = { 0 };

	subject_unsay(subject);
	for (size_t i = 0; i < TASK_FIELDS; i++) {
		buf_clear(&text);
		if (scan_string(&text, scan_get(entry, task->fields[i])))
			text_add_line(&subject->said[i], text.at);
	}
	buf_free(&text);
}

/* Returns the number of the subject that an entry is about, from 1; 0: none. */
static size_t
number_of(const struct object *entry, size_t count)
{
	struct buf id = { 0 };
	size_t number = 0;

	buf_clear(&id);
	if (scan_string(&id, scan_get(entry, "id")) && *id.at == 'i' &&
	    ascii_is_digit(id.at[1]) && strlen(id.at) < 8 &&
	    id.at[1 + strspn(id.at + 1, "0123456789")] == '\0')
		number = strtoul(id.at + 1, NULL, 10);
	buf_free(&id);
	return number <= count ? number : 0;
}

static void
take_list(struct span list, const struct task *task,
    struct subject *const subjects[], size_t count)
{
	struct object entry = { 0 };
	struct buf copy = { 0 };
	struct span item;

	while (scan_item(&list, &item)) {
		size_t number;

		buf_clear(&copy);
		buf_add(&copy, item.at, item.len);
		if (!scan_object(&entry, copy.at, copy.len))
			continue;
		number = number_of(&entry, count);
		if (number > 0 && subjects[number - 1]->said[0].len == 0)
			take_entry(subjects[number - 1], &entry, task);
	}
	buf_free(&copy);
	scan_free(&entry);
}

bool
answer_read(const char *text, const struct task *task,
    struct subject *const subjects[], size_t count)
{
	struct object object = { 0 };
	struct buf found = { 0 };
	bool is_found = find(&found, text, task);

	for (size_t i = 0; i < count; i++)
		subject_unsay(subjects[i]);
	if (is_found) {
		scan_object(&object, found.at, found.len);
		if (task->listed)
			take_list(
			    scan_get(&object, "items"), task, subjects, count);
		else
			take_entry(subjects[0], &object, task);
	}
	buf_free(&found);
	scan_free(&object);
	return is_found;
}
