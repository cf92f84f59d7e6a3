#!/usr/bin/env python3
"""Writes made-up dair records, the same ones every time.

usage: records.py BYTES | -n COUNT
"""
import json
import random
import sys

WORDS = ("we the of a and to in for with attention kernel latency throughput "
         "cache model inference training token batch memory GPU scheduler "
         "quantization decoding speculative expert routing pipeline parallel "
         "sharding checkpoint gradient compiler fused operator graph serving "
         "request prefill bandwidth cluster network fault elastic").split()
SPICE = ["$O(n^2)$", "\\emph{fast}", "\\cite{key2026}", "\"zero-copy\"",
         "2.3\\times", "95\\%", "C:\\tmp\\x", "<b>", "naïve", "Erdős", "µs",
         "“quoted”", "→", "😀", "`torch.compile()`", "https://a.example/b?c=d"]
CHINESE = ["我们提出", "一种新的", "推理引擎", "显存占用", "吞吐量", "提升了",
           "调度策略", "，", "。", "混合专家", "量化"]
REPOS = ["owner/engine", "owner/kernels", "group/serving"]


def words(rng, count):
    return " ".join(rng.choice(SPICE) if rng.random() < 0.06
                    else rng.choice(WORDS) for _ in range(count))


def prose(rng, size):
    """Returns text of about `size` characters, some of it Chinese."""
    parts = []
    while sum(map(len, parts)) < size:
        if rng.random() < 0.1:
            parts.append("".join(rng.choice(CHINESE) for _ in range(12)))
        else:
            parts.append(words(rng, rng.randrange(8, 24)).capitalize() + ".")
        parts.append(rng.choice([" ", " ", "\n", "\n\n"]))
    return "".join(parts)


def paper(rng, n):
    number = "26%02d.%05d" % (n % 12 + 1, n % 100000)
    return {"kind": "paper", "id": "arxiv:" + number,
            "url": "https://arxiv.org/abs/%sv1" % number,
            "title": words(rng, 9), "text": prose(rng, 1100),
            "created": "2026-02-02T%02d:00:00Z" % (n % 24),
            "authors": ["Author %c. %s" % (65 + i, rng.choice(WORDS).title())
                        for i in range(rng.randrange(1, 8))],
            "paper": {"categories": ["cs.DC", "cs.LG"], "version": 1,
                      "pdf": "https://arxiv.org/pdf/%sv1" % number,
                      "announce": "new"}}


def commit(rng, n):
    sha = "%040x" % rng.getrandbits(160)
    repo = rng.choice(REPOS)
    return {"kind": "commit", "id": "gh:%s@%s" % (repo, sha), "repo": repo,
            "url": "https://github.com/%s/commit/%s" % (repo, sha),
            "title": "[Bugfix] %s (#%d)" % (words(rng, 6), n),
            "text": prose(rng, 500), "sha": sha, "pr": n, "merge": False,
            "stats": {"additions": n % 97, "deletions": n % 31, "files": 3},
            "files": [{"path": "src/%s.py" % rng.choice(WORDS),
                       "status": "modified", "additions": 4, "deletions": 1}
                      for _ in range(3)]}


def issue(rng, n):
    repo = rng.choice(REPOS)
    return {"kind": "issue", "id": "gh:%s#%d" % (repo, n), "repo": repo,
            "url": "https://github.com/%s/issues/%d" % (repo, n), "number": n,
            "title": "[Bug]: " + words(rng, 8), "text": prose(rng, 1300),
            "state": "open", "labels": ["bug", "triage"], "comments": n % 9,
            "bot": False, "event": "opened"}


def lines():
    rng = random.Random(1)
    n = 0
    while True:
        n += 1
        record = rng.choice([paper, paper, commit, issue])(rng, n)
        text = json.dumps(record, ensure_ascii=rng.random() < 0.8,
                          separators=(",", ":"))
        yield text.encode() + b"\n"


def main(arguments):
    count, size = sys.maxsize, sys.maxsize
    if len(arguments) == 2 and arguments[0] == "-n":
        count = int(arguments[1])
    elif len(arguments) == 1:
        size = int(arguments[0])
    else:
        sys.exit(__doc__)
    for line in lines():
        if count <= 0 or size <= 0:
            break
        sys.stdout.buffer.write(line)
        count -= 1
        size -= len(line)


if __name__ == "__main__":
    main(sys.argv[1:])
