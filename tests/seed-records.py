#!/usr/bin/env python3
"""seed-records - turn a report in the seed's layout into records

usage: seed-records README >records.ndjson

The report is read line by line: a paper is a numbered title with a bullet and
a link, a commit is a bullet of a repository with the link at the same place in
the list below it, an issue is a numbered line, or a single one, with its
impact and its link. What is printed are the records from which such a report
would have been made.
"""
import json
import re
import sys

OVERVIEW, PAPERS, COMMITS, ISSUES, CONCLUSION = range(5)
HEADINGS = {"### 研究论文": PAPERS, "### 代码仓库更新": COMMITS,
            "### 问题与讨论": ISSUES, "## 总结": CONCLUSION}


def emit(**record):
    print(json.dumps(record, ensure_ascii=False))


def digest(part, date, text):
    emit(kind="digest", date=date, part=part, text=text, lang="zh",
         by="model")


def summary(text, impact=None):
    made = {"text": text, "lang": "zh", "by": "model"}
    if impact:
        made["impact"] = impact
    return made


def commits(repo, texts, links):
    for text, link in zip(texts, links):
        sha = link.rsplit("/", 1)[1]
        emit(kind="commit", id="gh:%s@%s" % (repo, sha), url=link,
             title=text, repo=repo, sha=sha, summary=summary(text))


def issues(repo, items):
    for text, impact, link in items:
        number = int(link.rsplit("/", 1)[1])
        emit(kind="issue", id="gh:%s#%d" % (repo, number), url=link,
             title=text, repo=repo, number=number,
             summary=summary(text, impact))


def main(path):
    part, date, repo = None, None, None
    title, text, texts, links, items = None, None, [], [], []

    def flush():
        nonlocal texts, links, items
        commits(repo, texts, links)
        issues(repo, items)
        texts, links, items = [], [], []

    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        latest = re.fullmatch(r"## 最新解读 \((.*)\)", line)
        if latest:
            part, date = OVERVIEW, latest[1]
        elif line in HEADINGS:
            flush()
            part = HEADINGS[line]
        elif part == OVERVIEW and line and line[0] != "#":
            digest("overview", date, line)
        elif part == CONCLUSION and line:
            digest("conclusion", date, line)
        elif part == PAPERS:
            if found := re.fullmatch(r"\d+\. \*\*(.*)\*\*", line):
                title = found[1]
            elif found := re.fullmatch(r" +- 链接: (.*)", line):
                number = re.search(r"\d{4}\.\d{5}", found[1])[0]
                emit(kind="paper", id="arxiv:" + number, url=found[1],
                     title=title, announced=date, summary=summary(text))
            elif found := re.fullmatch(r" +- (.*)", line):
                text = found[1]
        elif part in (COMMITS, ISSUES):
            if found := re.fullmatch(r"\*\*(.*)\*\*", line):
                flush()
                repo = found[1]
            elif found := re.search(r"- (?:链接: )?(https://.*)", line):
                if part == COMMITS:
                    links.append(found[1])
                else:
                    items[-1][2] = found[1]
            elif found := re.fullmatch(r" *- 影响：(.*)", line):
                items[-1][1] = found[1]
            elif part == COMMITS and (found := re.fullmatch(r"- (.*)", line)):
                if found[1] != "链接:":
                    texts.append(found[1])
            elif found := re.fullmatch(r"(?:- 新问题：| +\d+\. )(.+)", line):
                items.append([found[1], None, None])
    flush()


if len(sys.argv) != 2:
    sys.exit(__doc__)
main(sys.argv[1])
