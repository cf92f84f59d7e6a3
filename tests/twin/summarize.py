#!/usr/bin/env -S python3 -B
"""Gives papers the summaries that summarize gives them, by the same algorithm:
what summarize is measured against, and compared with. Lists of phrases are read
from its sources, the weights from its table.

usage: summarize.py PAPERS

Prints one summary a line.
"""
import json
import sys

from cuts import Sentence
from features import (WEIGHTS, Counts, Variation, candidate_features, cues_of,
                      place_features)
from sentences import sentences_of
from tex import tex_plain
from words import line_of, words_of


class Abstract:
    def __init__(self, title, text):
        self.title = words_of(title)
        self.places, self.successor, before = {}, {}, None
        self.title_content = 0
        for i, word in enumerate(self.title[:64]):
            self.title_content += not word.stop and word.stem not in self.places
            self.places[word.stem] = self.places.get(word.stem, 0) | 1 << i
            if before:
                self.successor[before.stem] = word.stem
            before = word
        if "\\" in text or "``" in text:
            text = tex_plain(text)
        self.sentences = []
        for raw in sentences_of(text):
            line = line_of(raw)
            words = words_of(line)
            if words and len(self.sentences) < 64 and \
                    len(raw.encode()) <= 2000:
                self.sentences.append(Sentence(line, words))
        self.count, self.spread, self.last = {}, {}, {}
        for i, sentence in enumerate(self.sentences, 1):
            for word in sentence.words:
                if word.stop:
                    continue
                stem = word.stem
                self.count[stem] = self.count.get(stem, 0) + 1
                if self.last.get(stem) != i:
                    self.spread[stem] = self.spread.get(stem, 0) + 1
                self.last[stem] = i
        counts = [min(n, 15) for n in self.count.values()]
        self.top_count = 15
        self.top = counts.count(15)
        while self.top < 12 and self.top_count > 1:
            self.top_count -= 1
            self.top += counts.count(self.top_count)


def scored(a, column):
    """Yields each candidate: its score, its sentence, its range, its counts."""
    whole = [Counts(a, s.words) for s in a.sentences]
    count = len(whole)
    titled = Variation([n.titled for n in whole])
    central = Variation([n.centrality() for n in whole])
    cues = [list(cues_of(s.words)) for s in a.sentences]
    first_we = next((i for i, s in enumerate(a.sentences)
                     if any(w.stem == b"we" for w in s.words)), count)
    first_news = next((i for i in range(count)
                       if any(news for _, news in cues[i])), count)
    for i, s in enumerate(a.sentences):
        shared = {}
        place_features(shared, i, count, first_we, first_news)
        titled.add(shared, "title", whole[i].titled)
        central.add(shared, "central", whole[i].centrality())
        shared["question"] = s.line[s.tails[0][0] - 1] == "?"
        base = sum(v * WEIGHTS[k][column] for k, v in shared.items()) + \
            sum(WEIGHTS[name][column] for name, _ in cues[i])
        for first, (last, tail) in [(h, s.tails[0]) for h in s.heads] + \
                [(s.heads[-1], t) for t in s.tails[1:]]:
            words = [w for w in s.words if w.start >= first and
                     (not tail or w.start < last)]
            n = whole[i] if len(words) == len(s.words) else Counts(a, words)
            f = {}
            candidate_features(f, a, s, first, tail, words, n)
            yield (base + sum(v * WEIGHTS[k][column] for k, v in f.items()),
                   i, first, last, n)


def summary(title, text):
    a = Abstract(title, text)
    if not a.sentences:
        return None
    candidates = [c for c in scored(a, 0 if a.title else 1)
                  if c[4].titled * 10 <= c[4].content * 9]
    if not candidates:
        return None
    chosen = [max(candidates, key=lambda c: c[0])]
    if chosen[0][4].words < 10:
        others = [c for c in candidates if c[1] != chosen[0][1]]
        if others:
            chosen.append(max(others, key=lambda c: c[0]))
    chosen.sort(key=lambda c: c[1])
    texts = [a.sentences[i].put(first, last) for _, i, first, last, _ in chosen]
    return ("" if texts[0].endswith("。") else " ").join(texts)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for line in open(sys.argv[1], encoding="utf8"):
        record = json.loads(line)
        title = line_of(record.get("title", ""))
        print(summary(title, record.get("text", "")) or title)


if __name__ == "__main__":
    main()
