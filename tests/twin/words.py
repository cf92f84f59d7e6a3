"""Words and lines: as summarize/extract/words.c and lib/text.c."""
import re

from lists import strings

CJK = "\u2e80-\u2fdf\u3000-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60" \
    "\U00020000-\U0003ffff"
WORD = re.compile("[0-9A-Za-zªµº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff]+"
                  "|[%s]" % CJK)
SPACE = re.compile("[\0- \x7f-\xa0\u2028\u2029]+")
CONTROL = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
                     "\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff]")
STOP = frozenset(strings("summarize/extract/words.c", "stop_words"))


def read_word(text):
    """Returns the stem of a word, and whether it is a stop word."""
    word = re.sub(b"[A-Z]+", lambda m: m[0].lower(), text.encode())
    stop = len(word) < 8 and text.lower() in STOP and text.isascii()
    end = len(word)
    if end > 3 and word[end - 1:end] == b"s" and word[end - 2:end - 1] != b"s":
        end -= 1
    if end > 5 and word[end - 3:end] == b"ing":
        end -= 3
    elif end > 4 and word[end - 2:end] == b"ed":
        end -= 2
    if end > 3 and word[end - 1:end] == b"e":
        end -= 1
    return word[:min(end, 6)], stop


class Word:
    __slots__ = ("stem", "stop", "start", "end", "letters", "capital", "digit",
                 "comma", "aside")


known = {}


def words_of(line):
    words = []
    for found in WORD.finditer(line):
        word, text = Word(), found[0]
        if text not in known:
            known[text] = read_word(text)
        word.stem, word.stop = known[text]
        word.start, word.end = found.span()
        word.letters = len(text.encode())
        word.capital = bool(words) and "A" <= text[0] <= "Z"
        word.digit = "0" <= text[0] <= "9"
        word.comma = line[word.end:word.end + 1] == ","
        word.aside = False
        words.append(word)
    return words


def line_of(text):
    return CONTROL.sub("", SPACE.sub(" ", text)).strip()
