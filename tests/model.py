"""model.py - how upstream.py answers a chat completion

An answer's member `model` says how; every part of it may be left out:

  said     texts by the name of their field; {title} and {id} are the item's
  only     how many of the items are answered
  content  what the model writes; {json} is the answer that was asked for
  message, choice, page
           members that are set in the message, the choice, the whole; null
           removes one
  counts   the tokens of the usage; null: there is no usage
  limit    so many items it can read at once, else status 400
  obeys    true: it does what the items tell it; see obey.py
"""
import json
import re

import obey

SAID = {
    "en": {"summary": "It makes {title} run on the cards of the users.",
           "impact": "Users of {title} are stopped by it."},
    "zh": {"summary": "这项改动让 {title} 在更多显卡上运行得更快。",
           "impact": "使用 {title} 的人都会受到影响，无法继续运行。"},
}
DAY = {
    "en": {"overview": "The releases of the day are told with the papers.",
           "conclusion": "The papers and the releases are to be watched."},
    "zh": {"overview": "今天的 papers 与 releases 都在这里说明。",
           "conclusion": "接下来请关注新的 papers 与 releases 的进展。"},
}
FENCED = re.compile(r"^<<(\d+)\n(.*?)^\1>>$", re.M | re.S)


def items_of(question):
    """The items in what the user says: names and values of their lines."""
    said = question["messages"][-1]["content"]
    return [dict(line.split(": ", 1) for line in block.splitlines()
                 if ": " in line) for _, block in FENCED.findall(said)]


def language_of(question):
    return "zh" if "(zh)" in question["messages"][-1]["content"] else "en"


def filled(texts, item):
    """The texts of an item."""
    return {name: text.replace("{title}", item.get("title", ""))
                      .replace("{id}", item["id"])
            for name, text in texts.items()}


def answer_to(question, how):
    """The value that was asked for."""
    lang = language_of(question)
    said = how.get("said", {})
    if '"items":[' not in question["messages"][-1]["content"]:
        texts = {name: said.get(name, DAY[lang][name]) for name in DAY[lang]}
        if how.get("obeys"):
            shown = question["messages"][-1]["content"]
            texts = {name: obey.wanted(shown, {"summary": text})
                     for name, text in texts.items()}
        return texts
    items = items_of(question)
    texts = {name: said.get(name, SAID[lang][name]) for name in SAID[lang]}
    entries = [{"id": item["id"], **filled(texts, item)}
               for item in items[:how.get("only")]]
    if how.get("obeys"):
        entries = obey.obey(items, entries)
    return {"items": entries} if isinstance(entries, list) else entries


def put(members, into):
    for name, value in members.items():
        if value is None:
            into.pop(name, None)
        else:
            into[name] = value


def complete(question, how):
    """Returns a status and a page."""
    if len(items_of(question)) > how.get("limit", 1000):
        return 400, {"error": {"message": "too long", "type": "",
                               "code": "context_length_exceeded"}}
    value = json.dumps(answer_to(question, how), ensure_ascii=False)
    content = how.get("content", "{json}").replace("{json}", value)
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    sent, received = how.get("counts", [1000, 100]) or (0, 0)
    page = {"id": "x", "object": "chat.completion",
            "model": question["model"], "choices": [choice],
            "usage": {"prompt_tokens": sent, "completion_tokens": received,
                      "total_tokens": sent + received}}
    if "counts" in how and how["counts"] is None:
        del page["usage"]
    put(how.get("message", {}), message)
    put(how.get("choice", {}), choice)
    put(how.get("page", {}), page)
    return 200, page
