"""Plain text from TeX: as summarize/extract/tex.c."""
import re

from lists import begins, length

FONTS = begins("summarize/extract/tex.c", "fonts")
REFERENCES = begins("summarize/extract/tex.c", "references")
PLAIN = re.compile(r"[^\\{}$~`']*")


def closing(text, at):
    depth = 1
    for i in range(at, min(len(text), at + 400)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i + 1
    return None


def formula_end(text, at):
    end = text.find("$", at + 1)
    return end + 1 if 0 <= end < at + 400 else None


def emphasis_end(text, at):
    command = length(FONTS, text, at + 1)
    end = command and closing(text, at + 1 + command)
    if not end or text[end:end + 1] != "$":
        return None
    return end + 1, text[at + 1 + command:end - 1]


def reference_end(text, at):
    command = length(REFERENCES, text, at)
    if command:
        return closing(text, at + command)
    if text[at:at + 6].lower() == "\\href{":
        end = closing(text, at + 6)
        if end and text[end:end + 1] == "{":
            return end
    return None


def tex_plain(text):
    out, ours, at = [], [], 0
    while at < len(text):
        plain = PLAIN.match(text, at)
        out.append(plain[0])
        at = plain.end()
        if at == len(text):
            break
        c, after = text[at], at + 1
        command = length(FONTS, text, at)
        if c == "$" and emphasis_end(text, at):
            after, inner = emphasis_end(text, at)
            out.append(tex_plain(inner))
        elif c == "$" and formula_end(text, at):
            after = formula_end(text, at)
            out.append(text[at:after])
        elif command and len(ours) < 16:
            ours.append(True)
            after = at + command
        elif reference_end(text, at):
            after = reference_end(text, at)
            if text[after:after + 1] == "{" and len(ours) < 16:
                ours.append(True)
                after += 1
        elif c == "{" and len(ours) < 16:
            ours.append(False)
            out.append(c)
        elif c == "}" and ours:
            if not ours.pop():
                out.append(c)
        elif text[at:at + 2] in ("``", "''"):
            while text[after:after + 1] == c:
                after += 1
            out.append('"')
        elif c != "\\" or text[after:after + 1] not in ("%", "&", "_", "#"):
            out.append(c)
        at = after
    return "".join(out)
