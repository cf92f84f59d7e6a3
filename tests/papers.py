#!/usr/bin/env python3
"""papers.py - writes an Atom feed as arXiv's query interface does

usage: papers.py BYTES

The same feed each time: made-up papers of the size and the shape of real ones,
until there are so many bytes.
"""
import random
import sys

WORDS = """a an the of for in on to and with we our model models language large
inference serving memory attention kernel cache training latency throughput
system scheduling that is are by from than under across new show propose
method results data efficient first sparse quantization GPU GPUs cluster
parallel pipeline expert routing batch token tokens prefill decoding""".split()
# As often as in real abstracts, one word in a hundred.
SPICE = """$k$ $O(n^2)$ $4\\times$ 50\\% \\emph{token} --- naïve &amp; &lt;1
``fast''""".split()
CATEGORIES = "cs.DC cs.LG cs.AR cs.CL cs.AI cs.PF".split()
HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query</title>
  <updated>2026-02-02T00:00:00Z</updated>
  <opensearch:totalResults>1</opensearch:totalResults>
"""
ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{id}v1</id>
    <title>{title}</title>
    <updated>2026-02-01T10:00:00Z</updated>
    <link href="https://arxiv.org/abs/{id}v1" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/{id}v1" rel="related" \
type="application/pdf" title="pdf"/>
    <summary>{text}</summary>
{categories}    <published>2026-02-01T10:00:00Z</published>
    <arxiv:comment>{comment}</arxiv:comment>
    <arxiv:primary_category term="{primary}"/>
{authors}  </entry>
"""
CATEGORY = '    <category term="%s" scheme="http://arxiv.org/schemas/atom"/>\n'
AUTHOR = "    <author>\n      <name>%s. Author%d</name>\n    </author>\n"


def entry(number, rng):
    def words(least, most):
        chosen = rng.choices(WORDS, k=rng.randint(least, most))
        return " ".join(rng.choice(SPICE) if rng.random() < 0.01 else word
                        for word in chosen)
    categories = rng.sample(CATEGORIES, rng.randint(1, 3))
    return ENTRY.format(
        id="%04d.%05d" % (701 + number // 90000, number % 90000),
        title=words(6, 16), text=words(120, 260), comment=words(3, 9),
        primary=categories[0],
        categories="".join(CATEGORY % c for c in categories),
        authors="".join(AUTHOR % (rng.choice("ABCDE"), rng.randrange(999))
                        for _ in range(rng.randint(2, 9))))


def main(size):
    rng = random.Random(1)
    out = sys.stdout
    done = out.write(HEAD)
    number = 0
    while done < size:
        done += out.write(entry(number, rng))
        number += 1
    out.write("</feed>\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(int(sys.argv[1]))
