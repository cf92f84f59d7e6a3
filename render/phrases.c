/*
 * The words of a report that are not in its records.
 */
#include "phrases.h"

static const struct phrases phrases[LANG_COUNT] = {
	[LANG_ZH] = {
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
		.shown = "%s：共 %lld 项，收录 %lld 项",
		.noted = "%s：",
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
		.joint = "、",
		.last_joint = "和",
		.stop = "。",
	},
	[LANG_EN] = {
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
		.shown = "%s: %lld found, %lld shown",
		.noted = "%s: ",
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
		.joint = ", ",
		.last_joint = " and ",
		.stop = ".",
	},
};

const struct phrases *
phrases_of(enum lang lang)
{
	return &phrases[lang];
}
