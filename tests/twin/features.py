"""What speaks for a candidate: as summarize/extract/counts.c, feature.c, weights.c."""
import math
import os
import re

from cuts import KINDS
from lists import ROOT
from words import WORD, read_word


def read_weights():
    table, cues, number = {}, {}, 0
    for line in open(os.path.join(ROOT, "share/extract.weights"),
                     encoding="utf8"):
        name, _, values = line.split("#")[0].partition("=")
        if not values:
            continue
        name = name.strip()
        found = re.match(r"(cue|news) (\^?)(.*)", name)
        if found:
            stems = tuple(read_word(m[0])[0] for m in WORD.finditer(found[3]))
            name = "cue%d" % number
            number += 1
            cues.setdefault(stems, []).append(
                (name, found[2] == "^", found[1] == "news"))
        table[name] = [float(v) for v in values.split()]
    return table, cues, {stems[0] for stems in cues}


WEIGHTS, CUES, FIRST = read_weights()
LENGTHS = (1, 6, 9, 12, 15, 18, 21, 25, 29, 35, 43)


def share(part, whole):
    return part / whole if whole else 0.0


class Counts:
    """Counts over a stretch of words."""

    def __init__(self, abstract, words):
        a = abstract
        words = [w for w in words if not w.aside]
        content = [w for w in words if not w.stop]
        self.words, self.content = len(words), len(content)
        self.letters = sum(w.letters for w in words)
        self.capitals = sum(w.capital for w in words)
        self.digits = sum(w.digit for w in words)
        self.commas = sum(w.comma for w in words)
        self.titled = sum(w.stem in a.places for w in content)
        self.pairs = sum(a.successor.get(v.stem) == w.stem
                         for v, w in zip(words, words[1:]))
        self.repeated = sum(a.count[w.stem] - 1 for w in content)
        self.spread = sum(a.spread[w.stem] - 1 for w in content)
        self.frequent = sum(a.count[w.stem] >= 3 for w in content)
        self.last = sum(a.last[w.stem] == len(a.sentences) for w in content)
        first = {}
        for w in words:
            first.setdefault(w.stem, w)
        self.different = len(first)
        self.titled_all = sum(stem in a.places for stem in first)
        self.top = sum(not w.stop and a.count.get(stem, 0) >= a.top_count
                       for stem, w in first.items())
        order = mask = (1 << 64) - 1
        for w in words:
            found = order & a.places.get(w.stem, 0)
            order = (order + found | order - found) & mask
        self.order = 64 - bin(order).count("1")

    def centrality(self):
        return self.spread / math.sqrt(self.content + 1)


def cues_of(words):
    for i, word in enumerate(words):
        if word.stem not in FIRST:
            continue
        stems = ()
        for other in words[i:i + 5]:
            stems += (other.stem,)
            for name, opens, news in CUES.get(stems, ()):
                if not opens or i == 0:
                    yield name, news


class Variation:
    def __init__(self, values):
        n = len(values)
        self.most = max(values)
        self.mean = sum(v / n for v in values)
        self.deviation = math.sqrt(max(
            0, sum(v * v / n for v in values) - self.mean ** 2))

    def add(self, f, name, value):
        f[name + "-best"] = value > 0 and value >= self.most
        if self.deviation > 0:
            f[name + "-rank"] = (value - self.mean) / self.deviation


def place_features(f, i, count, first_we, first_news):
    f["first"], f["last"] = i == 0, i + 1 == count
    f["fifth-%d" % (1 + i * 5 // count)] = 1
    f["place"] = share(i, count - 1)
    f["place-squared"] = f["place"] ** 2
    for name, first in (("we", first_we), ("news", first_news)):
        f["before-" + name], f["first-" + name] = i < first, i == first
        f["next-" + name], f["after-" + name] = i == first + 1, i > first + 1


def candidate_features(f, a, s, first, tail, words, n):
    f["length-%d" % max(v for v in LENGTHS if v <= max(n.words, 1))] = 1
    f["words"] = n.words / 25
    f["words-squared"] = f["words"] ** 2
    bare = s.heads[-1]
    f["head-cut"], f["lead-cut"] = first > 0, first > 0 and first == bare
    f["lead-left"] = first < bare
    f["tail-" + KINDS[tail]] = 1
    f["aside-cut"] = len(s.asides) > 0
    f["cut"] = 1 - share(n.words, len(s.words))
    f["opens-we"] = bool(words) and words[0].stem == b"we"
    title, every = a.title_content, len(a.title)
    f["title-recall"] = share(n.titled, title)
    f["title-precision"] = share(n.titled, n.content)
    f["title-f1"] = share(2 * n.titled, n.content + title)
    f["title-pairs"] = share(n.pairs, title)
    f["title-all"] = share(n.titled_all, every)
    f["title-all-f1"] = share(2 * n.titled_all, n.different + every)
    f["title-order"] = share(n.order, every)
    f["repeated"] = share(n.repeated, n.content + 1) / 4
    f["spread"] = share(n.spread, n.content + 4) / 2
    f["central"] = n.centrality() / 10
    f["frequent"] = share(n.frequent, n.content + 1)
    f["top"] = share(n.top, a.top + 1)
    f["like-last"] = share(n.last, n.content + 2)
    f["stop-words"] = share(n.words - n.content, n.words)
    f["capitals"] = share(n.capitals, n.words)
    f["digits"] = share(n.digits, n.words)
    f["commas"] = share(n.commas, n.words)
    f["letters"] = share(n.letters, n.words) / 6
