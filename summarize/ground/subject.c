/*
 * Whom a summary is about.
 */
#include <string.h>
#include <strings.h>

#include "ascii.h"
#include "product.h"
#include "subject.h"

static const char *const verbs[] = { "add", "fix", "support", "introduce",
	"release", "remove", "update", "improve", "implement", "enable", "drop",
	"land", "merge", "gain", "now", "ship", "optimize", "新增", "支持",
	"修复", "引入", "发布", "增加", "添加", "加入", "移除", "删除", "升级",
	"更新", "优化", "改进", "实现", "合并", "现已", "提供", "启用" };

static bool
begins_with_verb(const char *s)
{
	s += strspn(s, " ");
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strncasecmp(s, verbs[i], strlen(verbs[i])) == 0)
			return true;
	return false;
}

/* Tells whether the name is part of the only repository's: OWNER/REPO. */
static bool
is_own(const struct sources *source, const char *s, size_t len)
{
	struct buf repo = { 0 }, name = { 0 };
	bool is;

	view_flatten(
	    &repo, source->repos[0].name, strlen(source->repos[0].name));
	view_flatten(&name, s, len);
	is = strstr(repo.at, name.at) != NULL;
	buf_free(&repo);
	buf_free(&name);
	return is;
}

void
subject_check(struct statement *statement)
{
	const struct sources *source = statement->seek->source;
	const char *s = statement->text.at;
	size_t at = strspn(s, " \t\n\"'`*#>"), len = 0;

	while (view_is_word(s[at + len]) || s[at + len] == '-')
		len++;
	if (source->records != 1 || source->repo_count != 1 || len == 0 ||
	    product_of(s + at, len) != PRODUCT_PROJECT ||
	    !begins_with_verb(s + at + len) || is_own(source, s + at, len))
		return;
	statement_claim(statement, GROUND_SUBJECT, at, len,
	    seek_text(
		statement->seek, BORDER_START | BORDER_WORD, s + at, len));
}
