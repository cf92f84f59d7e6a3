#!/usr/bin/env python3
"""escapes - holds what render writes against what GitHub's parser shows

usage: escapes.py [FILE ...]

Each title and subject in the FILEs (JSON Lines, as arXiv and GitHub give them),
or without one each of the hostile texts below, goes through render at the
places where a report shows a stranger's words. What cmark-gfm makes of it must
be what it makes of the same report with a plain word in that place, but for the
text itself, which must be shown as it came. Then each backslash that render put
in is taken away again: what is shown must change, or it was not needed. (Texts
with more than 64 places for one are left out of this second part: render
escapes all places of those.)
"""
import functools
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

DAY = "2026-02-02"
NAMESPACE = "{http://commonmark.org/xml/1.0}"
PLACES = re.compile(r"[\\`*_~\[\]<&]")
ENOUGH = 20000  # bytes of texts in a report, which has a bound
JOINER = "\u2060"  # what render puts behind the @ of an address
GAPS = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]+")
CONTROLS = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
                      "\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff]")
MARKS = "* ** *** _ __ ___ ~ ~~ ~~~ ` `` ``` = == --- + # ## > | $ $$".split()
PATTERNS = ("{0}a{0}", "x {0}a{0} y", "x{0}a{0}y", "{0} a {0}", "{0}a", "a{0}",
            "{0}", "{0} a", "a {0}", "a{0}b{0}c{0}d", "({0}a{0})", "{0}{0}",
            "{0}型{0}内核", "模型{0}内核{0}。")
HOSTILE = [
    # links, images, references, footnotes
    "[a](b)", "[a](https://h.example/)", "![a](b.png)", "x [a](<b c> 't') y",
    "[a]", "[a][b]", "[a][]", "[ref1]: /url", "[ref2]: <> 'title'",
    "[ref1] and [ref2]", "[^note1]: said", "x[^note1]", "^[inline]", "![a]",
    "[a]: ", "\\[a](b)", "[a\\](b)", "[](b)", "[[a]](b)", "[a](b \"c\")",
    "[Bugfix][Kernel] x", "[x] done", "[ ] open", "[X] done", "[![a](b)](c)",
    "a](b)", "](b)", "[a](", "![", "[" * 300 + "a" + "]" * 300,
    # addresses
    "http://h.example", "https://h.example/a_b_c*d*", "see www.h.example/x.",
    "www.h.example", "WWW.h.example", "Http://h.example", "ftp://h.example/f",
    "<https://h.example>", "<me@h.example>", "me@h.example", "mailto:me@h.ex",
    "xmpp:me@h.example/x", "a.b-c_d+e@h.example", "@user and @org/team",
    "me@h", "(https://h.example/a)", "https://h.example/?a=b&amp;c",
    "*https://h.example/*", "`https://h.example`", "_me@h.example_",
    "a@b.example, c@d.example", "https://", "x://y", "www.", "http:// x",
    # HTML and entities
    "<b>x</b>", "<script>alert(1)</script>", "x <img src=a onerror=b> y",
    "<!-- x -->", "<!--", "x <!-- y", "<?php ?>", "<![CDATA[x]]>", "<!DOC x>",
    "<div", "<div>", "</div>", "a < b > c", "a<b", "<a", "vector<int> x",
    "&amp;", "&copy x", "&#42;a&#42;", "&#x2a;", "&lt;b&gt;", "&", "&x;",
    "a & b", "&nbsp;", "&bogus;", "AT&T; &#0;", "<br/>", "<x:y>", "<details>",
    # the start of a block
    "# a", "####### a", "#a", "#1", "# a #", "- a", "-a", "-", "+ a", "+", "*",
    "* a", "1. a", "1) a", "10. a", "1.a", "1234567890. a", "1.", "0) a", "12)",
    "- [ ] a", "1. [x] a", "> a", ">a", ">", "=", "===", "= a", "--", "- - -",
    "***", "* * *", "___", "_ _ _", "~~~ a", "```", "``` a", "```c int x;```",
    "| a | b |", "|-|", "|-|-|", "| --- | --- |", ":-: | :-:", "a | b",
    "--- | ---", "- | -", "a: b", ": a", "\t code", "    code", "--- a",
    # code spans, backslashes
    "`a`", "`a", "a`", "``a`b``", "`a``b`", "`*a*` *b*", "*`a*`", "`a\\`b`",
    "`` ` ``", "` a `", "`  a`", "`a`b`c`", "`<b>`", "`a` `b", "```` a ``` b",
    "\\", "a\\", "\\\\", "a\\\\", "\\*a*", "\\\\*a*", "\\`a`", "`a\\`", "\\a",
    "C:\\tmp\\_x_", "\\[x\\]", "\\emph{a}_b", "$O(n^2)$ and \\alpha_1*x_2*y",
    "\\.", "1\\. a", "\\# a", "a\\ b", "\\<b>", "\\&amp;",
    # emphasis that is none
    "2*3*4", "a*b", "snake_case_name", "__init__", "_a_b_", "a**b**c", "* a *",
    "**a*", "*a**", "***a** b*", "*a **b* c**", "_a*b_c*", "~~a~", "~a~~",
    "a_b and _c", "f(*args, **kwargs)", "x ** 2 ** 3", "\"*a*\"", "**a**。",
    "**“a”**b", "*a*型", "型*a*", "~/.cache/~x", "a~b~c", "5*", "*5", "**",
    # what is not to be seen, or long
    "a\u202eb*c*", "a\u200b*b*", "*\u200ba*", "a\u2066b\u2069", "\ufeff# a",
    "\x00a", "a\x1b[31mb", "a\x07\x08b", "a\r\nb", "a\n# b", "a\n\n- b", "a\tb",
    "\U000e0041a", "a\u2028# b", "a\u00a0*b*", "\u00ad*a*", "\ud800 lone",
    "e\u0301*a*", "\u200d", "👩\u200d💻 *a*", "＊a＊", "﹡a", "&#8203;",
    "*" * 4000, "*a" * 2000, "[" * 4000, "`" * 4000, "<" * 4000, "_a_ " * 900,
    "a" * 3999 + "**b**", "中" * 1400, "\\" * 4000, "![" * 2000, "&" * 4000,
    "~" * 4000, "(" * 4000, "> " * 90, "- " * 90, "*_" * 2000, "`a" * 2000,
]
EMPHATIC = [pattern.format(mark) for mark in MARKS for pattern in PATTERNS]


def shown(text, most):
    """What render is to show of a text: one line, cut at `most` bytes."""
    text = re.sub("[\0\ud800-\udfff]", "\ufffd", text)
    line = GAPS.sub(" ", CONTROLS.sub("", text)).strip(" ")
    if len(line.encode()) > most:
        line = line.encode()[:most].decode("utf-8", "ignore") + "…"
    return line


def records_of(say, texts):
    """A report in which each text stands wherever an item's text can."""
    for i, text in enumerate(texts):
        url = "https://h.example/%d" % i
        told = {"text": text, "impact": text, "by": "model", "lang": "zh"}
        say(kind="paper", id="p%d" % i, url=url, title=text, summary=told)
        say(kind="commit", id="c%d" % i, url=url, repo="o/r", title="t",
            summary=told)
        say(kind="issue", id="i%d" % i, url=url, repo="o/r", title="t",
            summary=told)


def records_of_one(say, texts):
    """A report in which a text stands wherever any text can."""
    records_of(say, texts)
    text, url = texts[0], "https://h.example/0"
    told = {"text": text, "impact": text, "by": "model", "lang": "zh"}
    say(kind="issue", id="i", repo=text, url=url, summary=told)
    say(kind="release", id="r", repo="o/r", url=url, title="t", summary=told)
    say(kind="digest", date=DAY, part="overview", text=text)
    say(kind="digest", date=DAY, part="conclusion", text=text)
    say(kind="status", stage="s", source="s", ok=False, error=text)


def records_of_first(say, texts):
    """A long day on which each text, two at the most, is to be read first."""
    for i, text in enumerate(texts):
        told = {"text": text, "by": "model", "lang": "zh"}
        say(kind="paper", id="p%d" % i, url="https://h.example/p%d" % i,
            title=text, class_={"score": 0.9})
        say(kind="commit", id="c%d" % i, url="https://h.example/c%d" % i,
            repo="o/r", title="t", summary=told, class_={"score": 0.8})
    for i in range(30):
        say(kind="release", id="f%d" % i, repo="o/r", title="t")


def records(texts, make):
    """What `make` says, as JSON Lines."""
    def say(**record):
        record = {key.rstrip("_"): record[key] for key in record}
        lines.append(json.dumps(record))

    lines = []
    make(say, texts)
    return "\n".join(lines) + "\n"


def run(command, text):
    return subprocess.run(command, input=text.encode(), check=True,
                          stdout=subprocess.PIPE).stdout.decode()


def render(texts, make):
    return run(["render", "--links", "inline"], records(texts, make))


def inline(node):
    """A paragraph as its reader sees it, all but text and code in braces."""
    sort = node.tag.replace(NAMESPACE, "")
    if sort == "text":
        return node.text or ""
    if sort == "code":
        longest = max(map(len, re.findall("`+", node.text or "")), default=0)
        return "`" * (longest + 1) + (node.text or "") + "`" * (longest + 1)
    return "{%s %s:%s}" % (sort, node.get("destination", ""),
                           "".join(map(inline, node)))


def blocks(node, path=""):
    """All paragraphs and other leaves, with what they stand in."""
    sort = node.tag.replace(NAMESPACE, "")
    path += "/" + sort + node.get("type", "")
    if sort in ("document", "list", "item", "block_quote", "tasklist"):
        return [block for child in node for block in blocks(child, path)] or \
            [(path, "")]
    return [(path, "".join(map(inline, node)) + (node.text or "").strip())]


def parse(markdown):
    made = run("cmark-gfm --to xml -e autolink -e strikethrough -e table"
               " -e tasklist -e footnotes".split(), markdown)
    # Footnotes have no name there.
    return xml.fromstring(made.replace("<unknown>", "footnote"))


def inserted(escaped, text):
    """Where `escaped` has a backslash that `text` has not; None: not so."""
    places, at = [], 0
    for i, char in enumerate(escaped):
        if at < len(text) and char == text[at]:
            at += 1
        elif char == "\\":
            places.append(i)
        elif char != JOINER:
            return None
    return places if at == len(text) else None


@functools.lru_cache
def model_of(count, make):
    """The report with plain words in it, and its blocks."""
    model = render(["plain%dword" % i for i in range(count)], make)
    return model, blocks(parse(model))


def limit(place):
    """Where render cuts a text: links, titles and names, summaries."""
    if re.search(r"\[|{link", place):
        return 300
    return 400 if re.search(r"\*\*|{strong| \((plain|$)", place) else 4000


def compare(texts, make):
    """Checks one report; returns its lines, for the second part."""
    index = {"plain%dword" % i: text for i, text in enumerate(texts)}
    model, model_blocks = model_of(len(texts), make)
    made = render(texts, make)

    def fill(model_text):
        most = limit(model_text)
        return re.sub("plain[0-9]+word",
                      lambda found: shown(index[found[0]], most), model_text)

    wanted = [(path, fill(text)) for path, text in model_blocks]
    got = [(path, text.replace(JOINER, "")) for path, text in
           blocks(parse(made))]
    for want, have in zip(wanted, got):
        if want != have:
            sys.exit("wanted: %s\nshown:  %s" % (ascii(want), ascii(have)))
    if len(wanted) != len(got):
        sys.exit("%d blocks instead of %d" % (len(got), len(wanted)))
    if CONTROLS.search(made.replace(JOINER, "")):
        sys.exit("a control character came through")
    return [(one, other, index) for one, other in
            zip(model.split("\n"), made.split("\n"))]


def splits(lines):
    """Yields lead, escaped text, text and rest of all lines with escapes."""
    for model, made, index in lines:
        found = re.match(r" *(.*?)(plain[0-9]+word)([^a-z]*|\]\(<.*>\))$",
                         model)
        if not found or "\\" not in made:
            continue
        lead, word, rest = found.groups()
        start = len(model) - len(model.lstrip()) + len(lead)
        escaped = made[start:len(made) - len(rest)]
        text = shown(index[word], limit(lead))
        if len(PLACES.findall(text)) <= 64:
            yield lead, escaped, text, rest


def pieces(documents):
    """What each of the documents shows, most of them parsed at once."""
    many = "\n\n# next\n\n".join(documents) + "\n"
    shows = [[]]
    for child in parse(many):
        if inline(child) == "{heading :next}":
            shows.append([])
        else:
            shows[-1] += blocks(child)
    return shows


def needless(lines):
    """Counts backslashes and fails if one is not needed."""
    listed, free = {}, {}
    for lead, escaped, text, rest in splits(lines):
        places = inserted(escaped, text)
        if places is None:
            sys.exit("%s is shown of %s" % (ascii(escaped), ascii(text)))
        # A list item ends what was opened in it; at the top level all is open.
        for i in places:
            variant = lead + escaped[:i] + escaped[i + 1:] + rest
            if lead:
                listed[variant] = lead + escaped + rest
            else:
                free[variant] = text
    without, intact = pieces(list(listed)), pieces(list(listed.values()))
    if not len(without) == len(intact) == len(listed):
        sys.exit("documents run into each other")
    for variant in free:
        without.append([(path, text.replace(JOINER, ""))
                        for path, text in blocks(parse(variant))])
    intact += [[("/document/paragraph", text)] for text in free.values()]
    for variant, one, other in zip([*listed, *free], without, intact):
        if one == other:
            sys.exit("a needless backslash: not so in %s" % ascii(variant))
    return len(listed) + len(free)


def titles(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            message = record.get("commit", {}).get("message", "")
            for text in (record.get("title"), record.get("subject"),
                         message.split("\n")[0]):
                if text:
                    yield text


def batches(texts, most):
    """Lists of texts, `most` in each and no more than fit in a report."""
    batch = []
    for text in texts:
        size = sum(len(other.encode("utf-8", "replace")) for other in batch)
        if batch and (len(batch) == most or size > ENOUGH):
            yield batch
            batch = []
        batch.append(text)
    yield batch


def main(paths):
    texts = [text for path in paths for text in titles(path)]
    alone = [] if paths else HOSTILE
    texts = texts or HOSTILE + EMPHATIC
    lines = []
    for batch in batches(texts, 500):
        lines += compare(batch, records_of)
    for text in alone:
        lines += compare([text], records_of_one)
    for batch in batches([text for text in texts
                          if text in alone or re.search(r"[]<`\\[]", text)], 2):
        lines += compare(batch, records_of_first)
    count = needless(lines)
    print("%d texts, %d escapes, none too few or too many"
          % (len(texts), count))


main(sys.argv[1:])
