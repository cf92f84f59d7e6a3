"""Lists of phrases, read from the sources of summarize."""
import ast
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.realpath(__file__))))
WHOLE = r"(?![A-Za-z])"


def strings(path, name):
    """Returns the list of strings of that name in a file of C."""
    text = open(os.path.join(ROOT, path), encoding="utf8").read()
    found = re.search(name + r"(?:\[\] = \{| = PHRASES\()(.*?)[})];", text,
                      re.S)
    return [ast.literal_eval(s)
            for s in re.findall(r'"(?:[^"\\]|\\.)*"', found[1])]


def begins(path, name, end=""):
    """Returns a pattern of the phrases of that name."""
    phrases = sorted(strings(path, name), reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, phrases)) + ")" + end,
                      re.I | re.A)


def length(pattern, text, at=0):
    found = pattern.match(text, at)
    return len(found[0]) if found else 0
