/*
 * What statements are held against.
 */
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "ground.h"
#include "normal.h"
#include "source.h"
#include "trie.h"
#include "view.h"

enum {
	SHORT_NAME =
	    6 /* shorter ones are words of their own where they occur */
};

void
source_clear(struct sources *source)
{
	buf_clear(&source->text);
	map_free(&source->index);
	source->count = 0;
	source->repo_count = 0;
	source->records = 0;
	source->settled = true;
	source->full = false;
}

/* Returns the bit of the repository OWNER/REPO, normal. */
static uint64_t
repo_bit(struct sources *source, const char *name)
{
	const char *base = strrchr(name, '/');
	struct buf flat = { 0 };
	size_t *at;

	view_make(&flat, VIEW_PLAIN, name, strlen(name));
	at = map_at(&source->index, flat.at,
	    source->repo_count < GROUND_MAX_REPOS ? source->repo_count
						  : GROUND_MAX_REPOS - 1);
	if (*at == source->repo_count) {
		source->repos = xgrow(source->repos, &source->repo_capacity,
		    source->repo_count + 1, sizeof *source->repos);
		base = base != NULL ? base + 1 : name;
		buf_clear(&flat);
		view_flatten(&flat, base, strlen(base));
		source->repos[source->repo_count++] = (struct source_repo) {
			.name = arena_str(&source->index.keys, name),
			.base = arena_str(&source->index.keys, flat.at),
		};
	}
	buf_free(&flat);
	return UINT64_C(1) << *at;
}

static void
begin_segment(struct sources *source, uint64_t who, bool is_title)
{
	source->segments = xgrow(source->segments, &source->capacity,
	    source->count + 1, sizeof *source->segments);
	source->segments[source->count] = (struct segment) {
		.start = source->text.len,
		.who = who,
		.is_title = is_title,
	};
}

static void
end_segment(struct sources *source)
{
	struct segment *segment = &source->segments[source->count];

	segment->len = source->text.len - segment->start;
	if (segment->len > 0)
		source->count++;
	source->settled = false;
}

/* Adds a line to the last segment, if there is room. */
static void
add_line(struct sources *source, const char *s, size_t len)
{
	if (source->text.len + len >= GROUND_MAX_SOURCE) {
		source->full = true;
		return;
	}
	normal_add(&source->text, s, len);
	buf_char(&source->text, '\n');
}

static bool
key_is(struct span key, const char *name)
{
	return key.len == strlen(name) && memcmp(key.at, name, key.len) == 0;
}

/* Returns the end of the JSON string that begins at `p`. */
static const char *
string_end(const char *p)
{
	for (p++; *p != '"'; p++)
		p += *p == '\\';
	return p + 1;
}

static bool
is_key(const char *end)
{
	while (ascii_is_space(*end))
		end++;
	return *end == ':';
}

/* Adds each string and number of a JSON value, numbers after `sign`. */
static void
add_value(struct sources *source, struct span value, const char *sign)
{
	const char *p = value.at, *end = p + value.len;

	while (p < end) {
		const char *start = p;

		buf_clear(&source->value);
		if (*p == '"') {
			p = string_end(p);
			if (is_key(p))
				continue;
			scan_string(&source->value,
			    (struct span) { start, (size_t)(p - start) });
		} else if (ascii_is_digit(*p) || *p == '-') {
			p += strspn(p, "-+.0123456789eE");
			buf_str(&source->value, sign);
			buf_add(&source->value, start, (size_t)(p - start));
		} else {
			p++;
			continue;
		}
		add_line(source, source->value.at, source->value.len);
	}
}

static uint64_t
who_says(struct sources *source, const struct rec *rec)
{
	struct buf raw = { 0 }, name = { 0 };
	uint64_t who = SOURCE_ANY;

	if (rec_line(rec, "repo", &raw) != NULL) {
		normal_add(&name, raw.at, raw.len);
		who |= repo_bit(source, name.len > 0 ? name.at : raw.at);
	}
	buf_free(&raw);
	buf_free(&name);
	return who;
}

void
source_take(struct sources *source, const struct rec *rec)
{
	const struct object *object = &rec->object;
	uint64_t who = who_says(source, rec);

	source->records++;
	begin_segment(source, who, true);
	add_value(source, scan_get(object, "title"), "");
	end_segment(source);
	begin_segment(source, who, false);
	for (size_t i = 0; i < object->count; i++) {
		const struct member *member = &object->members[i];
		struct span key = { object->text.at + member->key,
			member->key_len };
		struct span value = { object->text.at + member->value,
			member->value_len };

		if (!key_is(key, "title") && !key_is(key, "summary") &&
		    !key_is(key, "class") && !key_is(key, "label"))
			add_value(source, value,
			    key_is(key, "number") || key_is(key, "pr") ? "#"
								       : "");
	}
	end_segment(source);
}

void
source_take_text(struct sources *source, const char *text)
{
	begin_segment(source, SOURCE_ALL, false);
	add_line(source, text, strlen(text));
	end_segment(source);
}

struct naming {
	const struct sources *source;
	const struct buf *view;
	struct segment *segment;
};

static void
name_found(void *context, uint32_t repo, size_t start, size_t end)
{
	struct naming *naming = context;
	bool is_short = strlen(naming->source->repos[repo].base) < SHORT_NAME;

	if (view_borders(naming->view, start, end, is_short ? BORDER_WORD : 0))
		naming->segment->who |= UINT64_C(1) << repo;
}

static void
find_names(struct sources *source, enum view view, const struct trie *trie)
{
	struct buf seen = { 0 };

	for (size_t i = 0; i < source->count; i++) {
		struct segment *segment = &source->segments[i];
		struct naming naming = { source, &seen, segment };

		view_make(&seen, view, source->text.at + segment->start,
		    segment->len);
		trie_seek(trie, seen.at, seen.len, name_found, &naming);
	}
	buf_free(&seen);
}

void
source_settle(struct sources *source)
{
	struct trie names[2] = { 0 };

	if (source->settled)
		return;
	source->settled = true;
	for (size_t i = 0; i < source->repo_count; i++) {
		const char *base = source->repos[i].base;
		size_t len = strlen(base);

		if (len >= TRIE_SHORTEST && len <= TRIE_LONGEST)
			trie_add(
			    &names[len < SHORT_NAME], base, len, (uint32_t)i);
	}
	if (source->records > 1) {
		find_names(source, VIEW_FLAT, &names[false]);
		find_names(source, VIEW_PLAIN, &names[true]);
	}
	trie_free(&names[false]);
	trie_free(&names[true]);
}

void
source_free(struct sources *source)
{
	buf_free(&source->text);
	buf_free(&source->value);
	free(source->segments);
	free(source->repos);
	map_free(&source->index);
}
