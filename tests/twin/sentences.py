"""Sentences: as lib/sentence.c and lib/stop.c."""
import re

from lists import strings
from words import CJK

CLOSERS = "\"')]”’」』）】"
GROUPS = {"(": ")", "[": "]", "$": "$", "`": "`", "（": "）", "［": "］",
          "【": "】"}
MARK = re.compile("[\n.!?…。！？%s]" % re.escape("".join(GROUPS)))
ABBREVIATIONS = frozenset(strings("lib/stop.c", "abbreviations"))
OPENERS = frozenset(strings("lib/stop.c", "openers"))
MAY_END = frozenset(strings("lib/stop.c", "may_end"))


def skip_space(text, at):
    while at < len(text) and text[at] in " \t\n\v\f\r":
        at += 1
    return at


def skip_closers(text, at):
    while at < len(text) and text[at] in CLOSERS:
        at += 1
    return at


def group_end(text, at):
    opener = text[at]
    closer = GROUPS.get(opener)
    if not closer:
        return None
    depth = 0
    for i in range(at + 1, min(len(text), at + 400)):
        if text.startswith("\n\n", i):
            return None
        if text[i] == closer:
            if depth == 0:
                return i + 1
            depth -= 1
        elif text[i] == opener:
            depth += 1
            if depth >= 8:
                return None
    return None


def may_begin(text, at):
    if not "a" <= text[at:at + 1] <= "z":
        return True
    name = re.compile("[0-9A-Za-z_]*").match(text, at)[0]
    return "_" in name or any("A" <= c <= "Z" for c in name)


def word_before(text, at, start):
    while at > start and (text[at - 1] == "." or
                          text[at - 1].isascii() and text[at - 1].isalpha()):
        at -= 1
    return at


def is_initial(text, word, start):
    end = word
    while end > start and text[end - 1] == " ":
        end -= 1
    if end in (start, word):
        return False
    previous = word_before(text, end, start)
    return "A" <= text[previous] <= "Z" or text[end - 1] in ".," or \
        text[previous:end].lower() in ("and", "by", "of")


def full_stop_ends(text, start, at):
    after = skip_closers(text, at + 1)
    following = skip_space(text, after)
    at_end = following == len(text)
    word = word_before(text, at, start)
    name = text[word:at]
    if after == following:
        opener = re.compile("([A-Z][A-Za-z]*)[ ,]").match(text, at + 1)
        glued = opener and opener[1].lower() in OPENERS and \
            re.fullmatch("[a-z]{3,}", name) and \
            (word == start or text[word - 1] not in "_/`")
        return at_end or bool(glued)
    digits = word
    while digits > start and text[digits - 1] == " ":
        digits -= 1
    unit = digits > start and "0" <= text[digits - 1] <= "9"
    if at - start <= 1 or re.fullmatch("[0-9]+.?", text[start:at], re.S):
        return at_end
    if name.lower() in ABBREVIATIONS and not unit:
        return at_end
    if len(name) == 1 and "A" <= name <= "Z" and is_initial(text, word, start):
        return at_end
    if name.lower() in MAY_END or at > start and text[at - 1] == ".":
        return at_end or "A" <= text[following] <= "Z" or \
            text[following] >= "\x80"
    return may_begin(text, following)


def end_at(text, start, at):
    c = text[at]
    after = skip_closers(text, at + 1)
    following = skip_space(text, after)
    if c in "。！？":
        return after
    if c == "…":
        last = following == len(text)
        cjk = not last and re.match("[%s]" % CJK, text[following]) and \
            "\u3041" <= text[following] < "\uff00"
        capital = following > after and not last and \
            "A" <= text[following] <= "Z"
        return after if last or cjk or capital else None
    if c == ".":
        return after if full_stop_ends(text, start, at) else None
    if c in "!?" and (after == len(text) or
                      following > after and may_begin(text, following)):
        return after
    return None


def breaks(text, at):
    return re.compile(r"\n[ \t\r]*(\n|[-*+] |[0-9]+[.)] )").match(text, at)


def sentences_of(text):
    start = skip_space(text, 0)
    while start < len(text):
        at = start
        while True:
            found = MARK.search(text, at)
            if not found:
                end = len(text)
                break
            at = found.start()
            if text[at] == "\n" and breaks(text, at):
                end = at
                break
            group = group_end(text, at)
            end = None if group else end_at(text, start, at)
            if end is not None:
                break
            at = group or at + 1
        yield text[start:end].rstrip(" \t\n\v\f\r")
        start = skip_space(text, end)
