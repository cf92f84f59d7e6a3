/*
 * Texts that speak to the model that reads them.
 */
#include <stddef.h>
#include <string.h>

#include "suspect.h"

/* Phrases of such texts, in lower case. */
static const char *const phrases[] = { "ignore all", "ignore any",
	"ignore the above", "ignore previous", "ignore the previous",
	"ignore your", "forget everything", "forget all", "forget your",
	"new instructions", "instead of the summary", "system prompt",
	"system message", "assistant:", "<|im_start|>", "<|system|>", "[inst]",
	"you are now", "you must now", "you are an ai", "as an ai",
	"language model,", "dear model", "attention ai", "attention model",
	"note to the ai", "note to the model", "when summarizing",
	"when summarising", "if you are summarizing", "if you summarize",
	"in your summary", "in the summary", "your summary", "the summary must",
	"the summary should", "summarize this", "summarise this",
	"all summaries", "every summary", "other items", "all items",
	"\"items\"", "\"summary\"", "respond with", "respond only",
	"respond in", "reply with", "reply only", "reply in", "answer in",
	"answer with", "output only", "output the following", "repeat after",
	"write in french", "write in german", "in english only", "must include",
	"include this link", "include the link", "add this link", "add a link",
	"visit http", "prompt injection", "jailbreak", "</data>", "end of data",
	"end of item", "忽略", "无视", "系统提示", "你现在是", "请用", "请输出",
	"请回答", "所有摘要", "其他条目", "摘要必须", "摘要中", "输出以下",
	"不要理会" };

bool
suspect_text(const char *text)
{
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (strcasestr(text, phrases[i]) != NULL)
			return true;
	return false;
}
