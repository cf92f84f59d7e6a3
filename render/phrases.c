/*
 * The words of a report that are not in its records.
 */
#include "phrases.h"

static const struct phrases phrases[LANG_COUNT] = {
	[LANG_ZH] = {
		.html_lang = "zh-CN",
		.first = "先读这些",
		.content = "具体内容分析",
		.sections = {
			[SECTION_PAPERS] = "研究论文",
			[SECTION_RELEASES] = "版本发布",
			[SECTION_COMMITS] = "代码仓库更新",
			[SECTION_MERGED] = "合并的拉取请求",
			[SECTION_OPENED] = "新的拉取请求",
			[SECTION_ISSUES] = "问题与讨论",
		},
		.conclusion = "总结",
		.colon = "：",
		.link = "链接: ",
		.links = "链接:",
		.issue = "新问题：",
		.issues = "新问题：",
		.impact = "影响：",
		.nothing = "没有新的内容。",
		.nothing_read = "没有任何来源能够读取。",
		.sources = "数据来源",
		.all_well = {
			"数据来源：共 %zu 个，读取成功。",
			"数据来源：共 %zu 个，全部读取成功。",
		},
		.failed = "%s：未能读取",
		.failed_days = "%s：有 %zu 天未能读取（共 %zu 天）",
		.found = "，读到 %lld 项，收录 %lld 项",
		.partial = "%s：未能读完，读到 %lld 项，收录 %lld 项",
		.shown = "%s：共 %lld 项，收录 %lld 项",
		.capped = "超出上限 %lld 项",
		.selected = "未入选 %lld 项",
		.the_rest = {
			"其余 %zu 个来源：共 %lld 项，全部收录",
			"其余 %zu 个来源：共 %lld 项，全部收录",
		},
		.no_room = "因篇幅未列 %llu 项",
		.all_extracted = "摘要均摘自原文",
		.all_by = "摘要均由 %s 撰写",
		.summaries = "摘要：",
		.by = { "%zu 项由 %s 撰写", "%zu 项由 %s 撰写" },
		.extracted = { "%zu 项摘自原文", "%zu 项摘自原文" },
		.replaced = {
			"其中 %zu 项替换了原文不支持的摘要",
			"其中 %zu 项替换了原文不支持的摘要",
		},
		.counts = {
			[ACCOUNT_PAPERS] = { "%llu 篇论文", "%llu 篇论文" },
			[ACCOUNT_COMMITS] = { "%llu 项代码更新",
			    "%llu 项代码更新" },
			[ACCOUNT_ISSUES] = { "%llu 个新问题", "%llu 个新问题" },
			[ACCOUNT_PULLS] = { "%llu 个拉取请求",
			    "%llu 个拉取请求" },
			[ACCOUNT_RELEASES] = { "%llu 个新版本",
			    "%llu 个新版本" },
		},
		.topics = "主题",
		.activity = "各仓库动态",
		.previous = "上一篇",
		.all = "全部报告",
		.feed = "订阅",
		.archive = "Daily AI Infra Report：全部报告",
		.trend = "每日收录项数",
		.search = "按标题、主题或日期搜索",
		.some_failed = "有来源未能读取",
		.titles = { "%zu 个标题", "%zu 个标题" },
		.see_end = "，见文末",
		.brief = "因篇幅，%zu 篇较早的报告未列全标题，%llu 篇未列出。",
		.joint = "、",
		.last_joint = "和",
		.comma = "，",
		.stop = "。",
		.gap = "",
	},
	[LANG_EN] = {
		.html_lang = "en",
		.first = "Read these first",
		.content = "In detail",
		.sections = {
			[SECTION_PAPERS] = "Papers",
			[SECTION_RELEASES] = "Releases",
			[SECTION_COMMITS] = "Code changes",
			[SECTION_MERGED] = "Merged pull requests",
			[SECTION_OPENED] = "New pull requests",
			[SECTION_ISSUES] = "Issues and discussions",
		},
		.conclusion = "Conclusion",
		.colon = ": ",
		.link = "Link: ",
		.links = "Links:",
		.issue = "New issue: ",
		.issues = "New issues:",
		.impact = "Impact: ",
		.nothing = "Nothing new.",
		.nothing_read = "No source could be read.",
		.sources = "Sources",
		.all_well = { "The only source was read.",
		    "All %zu sources were read." },
		.failed = "%s: could not be read",
		.failed_days = "%s: could not be read on %zu of %zu days",
		.found = "; %lld found, %lld shown",
		.partial = "%s: read in part, %lld found, %lld shown",
		.shown = "%s: %lld found, %lld shown",
		.capped = "%lld over the limit",
		.selected = "%lld not selected",
		.the_rest = {
			"%zu other source: %lld found, all shown",
			"%zu other sources: %lld found, all shown",
		},
		.no_room = "%llu left out for want of room",
		.all_extracted = "All summaries are taken from the texts",
		.all_by = "All summaries are by %s",
		.summaries = "Summaries: ",
		.by = { "%zu by %s", "%zu by %s" },
		.extracted = { "%zu taken from the text",
		    "%zu taken from the texts" },
		.replaced = {
			"%zu of them in place of one that its source does "
			"not support",
			"%zu of them in place of ones that their sources do "
			"not support",
		},
		.counts = {
			[ACCOUNT_PAPERS] = { "%llu paper", "%llu papers" },
			[ACCOUNT_COMMITS] = { "%llu code change",
			    "%llu code changes" },
			[ACCOUNT_ISSUES] = { "%llu new issue",
			    "%llu new issues" },
			[ACCOUNT_PULLS] = { "%llu pull request",
			    "%llu pull requests" },
			[ACCOUNT_RELEASES] = { "%llu release",
			    "%llu releases" },
		},
		.topics = "Topics",
		.activity = "Activity by repository",
		.previous = "Previous report",
		.all = "All reports",
		.feed = "Feed",
		.archive = "Daily AI Infra Report: all reports",
		.trend = "Items a day",
		.search = "Search titles, topics or dates",
		.some_failed = "Some sources could not be read",
		.titles = { "%zu title", "%zu titles" },
		.see_end = "; see the end",
		.brief = "For want of room %zu older reports are without all "
			 "their titles, and %llu are left out.",
		.joint = ", ",
		.last_joint = " and ",
		.comma = ", ",
		.stop = ".",
		.gap = " ",
	},
};

const struct phrases *
phrases_of(enum lang lang)
{
	return &phrases[lang];
}

const char *
phrases_way(const struct phrases *words, size_t way)
{
	switch (way) {
	case WAY_PREVIOUS:
		return words->previous;
	case WAY_ALL:
		return words->all;
	case WAY_FEED:
		return words->feed;
	default:
		return lang_name(ways_lang(way));
	}
}
