/*
 * The overview and the conclusion in Chinese. Titles stay as they are.
 */
#include <string.h>

#include "tell.h"

enum {
	NAMED_TOPICS = 3,
	NAMED_REPOS = 2
};

/* Tells whether the text ends in a mark, which is as wide as its blank. */
static bool
ends_in_mark(const struct buf *text)
{
	static const char *const marks[] = { "。", "；", "：", "，", "、" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i]);

		if (text->len >= len &&
		    memcmp(text->at + text->len - len, marks[i], len) == 0)
			return true;
	}
	return false;
}

/* Appends a blank where a name or number in Latin script meets Chinese. */
static void
space_before(struct buf *out, const char *name)
{
	if (out->len > 0 && (unsigned char)*name < 0x80 &&
	    (unsigned char)out->at[out->len - 1] >= 0x80 && !ends_in_mark(out))
		buf_char(out, ' ');
}

/*
 * Appends what stands before part `i` of `count` parts of a list; `part` is
 * what follows.
 */
static void
join(struct buf *out, size_t i, size_t count, const char *part)
{
	if (i > 0 && i + 1 < count) {
		buf_str(out, "、");
	} else {
		if (i > 0)
			buf_str(out, "和");
		space_before(out, part);
	}
}

static void
tell_counts(struct buf *out, const struct digest *digest)
{
	static const char *const units[DIGEST_KINDS] = {
		[DIGEST_PAPER] = "篇论文",
		[DIGEST_COMMIT] = "项代码更新",
		[DIGEST_ISSUE] = "个新问题",
		[DIGEST_RELEASE] = "个新版本",
	};
	size_t kinds = 0, told = 0;

	for (size_t kind = 0; kind < DIGEST_KINDS; kind++)
		kinds += digest->counts[kind] > 0;
	if (kinds == 0) {
		buf_str(out, "没有收到论文、代码更新或问题。");
		return;
	}
	buf_str(out, "本期收录");
	for (size_t kind = 0; kind < DIGEST_KINDS; kind++) {
		if (digest->counts[kind] == 0)
			continue;
		join(out, told++, kinds, "1");
		buf_printf(out, "%zu ", digest->counts[kind]);
		if (kind == DIGEST_COMMIT && digest->repos[kind].count > 1)
			buf_printf(out, "项代码更新（来自 %zu 个仓库）",
			    digest->repos[kind].count);
		else
			buf_str(out, units[kind]);
	}
	buf_str(out, "。");
}

static void
tell_topics(
    struct buf *out, const struct digest *digest, const struct labels *labels)
{
	const struct tally *topics = &digest->topics;
	size_t count = topics->count < NAMED_TOPICS ? topics->count
						    : NAMED_TOPICS;

	if (count == 0)
		return;
	buf_str(out, "论文主题包括");
	for (size_t i = 0; i < count; i++) {
		size_t at = tally_ranked(topics, i);
		const char *name = tell_topic(labels, topics->names[at]);

		join(out, i, count, name);
		buf_printf(out, "%s（%zu 篇）", name, topics->counts[at]);
	}
	buf_str(out, "。");
}

static void
tell_types(struct buf *out, const struct digest *digest)
{
	static const struct {
		const char *type, *name;
	} types[] = { { "fix", "修复" }, { "feature", "新功能" },
		{ "perf", "性能优化" } };
	bool told = false;

	for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
		size_t count = tally_of(&digest->types, types[i].type);

		if (count == 0)
			continue;
		buf_printf(out, "%s%s %zu 项", told ? "、" : "更新中有",
		    types[i].name, count);
		told = true;
	}
	if (told)
		buf_str(out, "。");
}

static void
tell_repos(struct buf *out, const struct digest *digest)
{
	const struct tally *repos = &digest->repos[DIGEST_COMMIT];
	size_t count = tally_leaders(repos, NAMED_REPOS);

	if (count == 0)
		return;
	buf_str(out,
	    repos->count > NAMED_REPOS ? "代码更新最多的是" : "代码更新来自");
	for (size_t i = 0; i < count; i++) {
		size_t at = tally_ranked(repos, i);

		join(out, i, count, repos->names[at]);
		buf_printf(
		    out, "%s（%zu 项）", repos->names[at], repos->counts[at]);
	}
	buf_str(out, "。");
}

static void
tell_item(struct buf *out, enum digest_kind kind, const struct best_item *item,
    const struct labels *labels, bool brief)
{
	const char *about = tell_about(kind, item, labels);

	if (kind == DIGEST_PAPER) {
		buf_printf(out, "论文《%s》", item->title);
	} else {
		if (*item->repo != '\0') {
			space_before(out, item->repo);
			buf_printf(out, "%s 的", item->repo);
		}
		if (kind == DIGEST_ISSUE)
			buf_str(out, "问题");
		else
			buf_str(out, about != NULL ? about : "更新");
		buf_printf(out, "“%s”", item->title);
	}
	if (about != NULL && kind != DIGEST_COMMIT)
		buf_printf(out, "（%s）", about);
	if (!brief && tell_adds(item)) {
		buf_str(out, "：");
		tell_clause(out, item->text);
	}
}

static void
tell_faults(
    struct buf *out, const struct digest *digest, const struct labels *labels)
{
	const struct tally *impacts = &digest->impacts;
	const struct tally *repos = &digest->repos[DIGEST_ISSUE];
	const char *before = "新问题中，";
	size_t told = 0, most;

	for (size_t i = 0; i < impacts->count; i++) {
		size_t at = tally_ranked(impacts, i);
		const char *name = labels_get(
		    labels, "fault", impacts->names[at]);

		if (name == NULL)
			continue;
		buf_printf(
		    out, "%s%s %zu 个", before, name, impacts->counts[at]);
		before = "、";
		told++;
	}
	if (repos->count > 1 && tally_leaders(repos, 1) == 1) {
		most = tally_ranked(repos, 0);
		buf_printf(out, "%s %s 最多（%zu 个）",
		    told > 0 ? "，以" : "新问题以", repos->names[most],
		    repos->counts[most]);
		told++;
	}
	if (told > 0)
		buf_str(out, "。");
}

static void
tell_failures(struct buf *out, const struct digest *digest)
{
	size_t failed = digest_failed(digest);

	if (failed > 0)
		buf_printf(out, "另有 %zu 个来源未能读取，见文末。", failed);
}

const struct teller tell_zh = {
	.counts = tell_counts,
	.topics = tell_topics,
	.repos = tell_repos,
	.types = tell_types,
	.item = tell_item,
	.faults = tell_faults,
	.failures = tell_failures,
	.gap = "",
	.between = "；",
	.stop = "。",
	.read_first = "值得先读：",
	.worth_a_look = "此外值得留意：",
	.ordinals = { "一是", "二是", "三是" },
};
