#!/usr/bin/env python3
"""Adds a score to records, as classify does but simply: json, and a dictionary
of the words and phrases of topics files. What classify is measured against.

usage: words.py TOPICS... RECORDS
"""
import json
import math
import re
import sys

WORD = re.compile(r"[a-z0-9]+")


def read(path, weights):
    weight = 0.0
    goes_on = False
    for line in open(path, encoding="utf8"):
        line = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if not line or line[0] not in " \t":
            goes_on = False
            continue
        line = line.strip()
        if not goes_on:
            first, _, line = line.partition("\t")
            try:
                weight = float(first.split("/")[0])
            except ValueError:
                continue
        goes_on = line.endswith(",")
        for term in line.split(","):
            key = tuple(WORD.findall(term.lower()))
            if key:
                weights[key] = weights.get(key, 0) + weight


def score(text, weights, longest):
    words = WORD.findall(text.lower())
    seen = set()
    for i in range(len(words)):
        for n in range(1, longest + 1):
            key = tuple(words[i:i + n])
            if key in weights:
                seen.add(key)
    return sum(weights[key] for key in seen)


def main(arguments):
    weights = {}
    for path in arguments[:-1]:
        read(path, weights)
    longest = min(4, max(map(len, weights)))
    for line in open(arguments[-1], encoding="utf8"):
        record = json.loads(line)
        points = (score(record.get("title") or "", weights, longest) +
                  score(record.get("text") or "", weights, longest) - 3.5)
        record["class"] = {"score": 1 / (1 + math.exp(-max(-50, points)))}
        print(json.dumps(record, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main(sys.argv[1:])
