"""What may be cut from a sentence: as summarize/extract/lead.c, tail.c, compress.c."""
import re

from lists import WHOLE, begins, length

KINDS = ("none", "clause", "and", "relative", "example", "effect")
LEAD = {name: begins("summarize/extract/lead.c", name) for name in (
    "openings", "finders", "manners", "findings", "changes", "speakers",
    "aims", "purposes")}
LEAD_WORD = {name: begins("summarize/extract/lead.c", name, WHOLE) for name in (
    "places", "conditions", "conjunctions")}
TAIL = {name: begins("summarize/extract/tail.c", name) for name in (
    "also", "also_apart", "effects", "relatives", "examples", "dashes")}
SUBORDINATE = begins("summarize/extract/compress.c", "subordinate", WHOLE)
LIMITS = re.compile("(?<![A-Za-z])" +
                    begins("summarize/extract/phrase.c", "limits", WHOLE).pattern,
                    re.I | re.A)
LABEL = re.compile(r"\([0-9ivxabcde]{1,3}\)")


def next_speaker(line, at):
    comma = line.find(",", at)
    while 0 <= comma <= at + 160:
        if LEAD["speakers"].match(line, comma):
            return comma + 2
        comma = line.find(",", comma + 1)
    return None


def limits(line, start, end):
    return any(m.start() < end for m in LIMITS.finditer(line, start)) if \
        start < end else False


def clause_len(line, at):
    speaker = next_speaker(line, at)
    if speaker is None:
        we = line.find(" we ", at)
        if not LEAD["purposes"].match(line, at) or we < 0 or we > at + 80 or \
                re.search(r"[,(\[;:]", line[at:we]) or limits(line, at, we):
            return 0
        word = line.rfind(" ", at, we) + 1 or at
        return 0 if LEAD_WORD["conjunctions"].match(line, word) else \
            we + 1 - at
    if LEAD_WORD["places"].match(line, at) and not LEAD["aims"].match(line, at):
        return 0
    if LEAD["changes"].match(line, speaker) and \
            not LEAD_WORD["conditions"].match(line, at):
        return speaker - at
    if limits(line, at, speaker) or re.search(r"[(\[;:]", line[at:speaker]):
        return 0
    return speaker - at


def lead_len(line, at):
    found = length(LEAD["openings"], line, at)
    if found:
        return found
    who = length(LEAD["finders"], line, at)
    if who:
        how = length(LEAD["manners"], line, at + who)
        what = length(LEAD["findings"], line, at + who + how)
        if what:
            return who + how + what
    clause = clause_len(line, at)
    if clause:
        return clause
    subject = length(LEAD["changes"], line, at)
    verb = re.compile("[A-Za-z]*").match(line, at + subject)[0]
    return subject if len(verb) >= 4 and verb[-1] == "s" else 0


def tail_kind(line, at):
    c, rest = line[at], at + 1
    if c in ";:":
        kind = "clause" if line[rest:rest + 1] == " " else None
    else:
        comma = c == ","
        if comma:
            if line[rest:rest + 1] != " ":
                return None
            rest += 1
        kind = None
        if TAIL["also"].match(line, rest) or \
                comma and TAIL["also_apart"].match(line, rest):
            kind = "and"
        elif TAIL["relatives"].match(line, rest) if comma else \
                line.startswith("which ", rest):
            kind = "relative"
        elif TAIL["examples"].match(line, rest) if comma else \
                line.startswith("such as ", rest):
            kind = "example"
        elif comma and TAIL["effects"].match(line, rest):
            kind = "effect"
        elif not comma and TAIL["dashes"].match(line, rest):
            kind = "clause"
    if kind in ("relative", "example", "effect") and line.find(",", rest) >= 0:
        return None
    return None if kind and limits(line, rest, len(line)) else kind


def may_be_tail(line, at):
    if line[at] != " ":
        return line[at] in ",;:"
    return re.compile(r" (an|wh|su|-|[\u2000-\u2fff])").match(line, at)


def aside_end(line, at):
    opener, depth = line[at], 0
    closer = ")" if opener == "(" else "]"
    for i in range(at, min(len(line), at + 200)):
        if line[i] == opener:
            depth += 1
        elif line[i] == closer:
            depth -= 1
            if depth == 0:
                return i + 1
    return None


def is_aside(line, at, end):
    if at == 0 or line[at - 1] != " " or end is None or \
            limits(line, at + 1, end) or LABEL.match(line, at) or \
            line[at + 1] == ")":
        return False
    if line[at] == "[" and not re.fullmatch("[-0-9, ]*", line[at + 1:end - 1]):
        return False
    return line[end:end + 1] in ("", " ", ".", ",", ";")


class Sentence:
    def __init__(self, line, words):
        self.line, self.words = line, words
        self.heads, self.tails, self.asides = [0], [(len(line), 0)], []
        at = 0
        while True:
            lead = lead_len(line, at)
            if not lead or at + lead >= len(line):
                break
            at += lead
            if len(self.heads) < 4:
                self.heads.append(at)
            self.heads[-1] = at
        self.whole = bool(SUBORDINATE.match(line, at))
        for word in words:
            if word.start >= at:
                at = self.read_gap(at, word.start)
                if at <= word.start:
                    at = word.end
        self.read_gap(at, len(line))
        self.drop_lone_item()
        for word in words:
            word.aside = any(a <= word.start < b for a, b in self.asides)

    def read_gap(self, at, end):
        line = self.line
        while at < end:
            c = line[at]
            if c in "`$":
                close = line.find(c, at + 1)
                at = close + 1 if close >= 0 else len(line)
            elif c in "([":
                self.whole = self.whole or bool(LABEL.match(line, at))
                close = aside_end(line, at)
                if is_aside(line, at, close) and len(self.asides) < 8:
                    self.asides.append((at - 1, close))
                at = close or at + 1
            else:
                if not self.whole and may_be_tail(line, at):
                    kind = tail_kind(line, at)
                    if kind and len(self.tails) < 6:
                        self.tails.append((at, KINDS.index(kind)))
                at += 1
        return at

    def drop_lone_item(self):
        line = self.line
        at = line.find(": (")
        if at < 0 or not LABEL.match(line, at + 2) or \
                re.search(" " + LABEL.pattern, line[at + 3:]):
            return
        if sum(word.start < at for word in self.words) >= 8:
            self.tails = [(at, 1)] + [t for t in self.tails[1:] if t[0] < at]

    def put(self, first, last):
        out, at = [], first
        for start, end in self.asides:
            if start >= at and end <= last:
                out.append(self.line[at:start])
                at = end
        text = "".join(out) + self.line[at:last]
        if first > 0 and re.match("[a-z]+([ ,'-]|$)", text):
            text = text[0].upper() + text[1:]
        return text + ("." if last < len(self.line) else "")
