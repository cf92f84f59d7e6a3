/*
 * What the stages say of a source, in the language of the report.
 */
#include <string.h>

#include "ascii.h"
#include "said.h"
#include "scan.h"

enum {
	MAX_PARTS = 4, /* that stand for others in one key */
	MAX_DEPTH = 4 /* of clauses in clauses */
};

static const char group[] = "said ";
static const char between[] = "; ";

/* What stood for others in a clause. */
struct parts {
	struct span at[MAX_PARTS];
	size_t count;
};

static bool
fits_number(struct span number)
{
	size_t digits = 0;

	while (digits < number.len && ascii_is_digit(number.at[digits]))
		digits++;
	return digits > 0 && digits == number.len;
}

/*
 * Tells whether `text` is as `key` has it, and what its parts are: each as
 * short as can be.
 */
static bool
fits(const char *key, struct span text, struct parts *parts)
{
	size_t plain = strcspn(key, "*?");
	struct span *part = &parts->at[parts->count];

	if (plain > text.len || memcmp(key, text.at, plain) != 0)
		return false;
	if (key[plain] == '\0')
		return plain == text.len;
	if (parts->count == MAX_PARTS)
		return false;
	parts->count++;
	text = (struct span) { text.at + plain, text.len - plain };
	for (size_t len = 1; len <= text.len; len++) {
		*part = (struct span) { text.at, len };
		if ((key[plain] == '*' || fits_number(*part)) &&
		    fits(key + plain + 1,
			(struct span) { text.at + len, text.len - len }, parts))
			return true;
	}
	parts->count--;
	return false;
}

static void put_clauses(
    struct buf *out, const struct labels *labels, struct span text, int depth);

/* Appends a name with the parts where it has them. */
static void
put_name(struct buf *out, const struct labels *labels, const char *name,
    const struct parts *parts, int depth)
{
	size_t next = 0;

	for (; *name != '\0'; name++) {
		if ((*name == '*' || *name == '?') && next < parts->count)
			put_clauses(out, labels, parts->at[next++], depth + 1);
		else
			buf_char(out, *name);
	}
}

/* Tells whether there is a label for the clause. */
static bool
put_clause(
    struct buf *out, const struct labels *labels, struct span text, int depth)
{
	for (size_t i = 0; depth < MAX_DEPTH && i < labels->count; i++) {
		const char *key = labels->keys[i];
		struct parts parts = { 0 };

		if (strncmp(key, group, strlen(group)) != 0 ||
		    !fits(key + strlen(group), text, &parts))
			continue;
		put_name(out, labels, labels->text[i], &parts, depth);
		return true;
	}
	buf_add(out, text.at, text.len);
	return false;
}

void
said_joint(struct buf *out, const struct labels *labels)
{
	const char *joint = labels_get(labels, "said", ";");

	buf_str(out, joint != NULL ? joint : between);
}

static void
put_clauses(
    struct buf *out, const struct labels *labels, struct span text, int depth)
{
	const char *end;

	while ((end = memmem(text.at, text.len, between, strlen(between))) !=
	    NULL) {
		size_t len = (size_t)(end - text.at);

		if (put_clause(
			out, labels, (struct span) { text.at, len }, depth))
			said_joint(out, labels);
		else
			buf_str(out, between);
		len += strlen(between);
		text = (struct span) { text.at + len, text.len - len };
	}
	put_clause(out, labels, text, depth);
}

void
said_add(struct buf *out, const struct labels *labels, const char *text)
{
	put_clauses(out, labels, (struct span) { text, strlen(text) }, 0);
}
