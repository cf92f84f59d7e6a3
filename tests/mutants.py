#!/usr/bin/env python3
"""Compares the strict scanner with a strict reference on damaged records.

usage: mutants.py PROBES [COUNT [SEED]]

PROBES is the folder of `verdict` and `add-key`. Each mutant goes through
`verdict`, whose answer must be the reference's; each that is accepted goes
through `add-key`, which must keep its members and add one.
"""
import json
import random
import subprocess
import sys

RECORDS = [
    {"kind": "paper", "id": "arxiv:2602.02061",
     "url": "https://arxiv.org/abs/2602.02061v1",
     "title": "Faster $O(n^2)$ attention in \\LaTeX{}",
     "text": "We \"quote\" and wrap\nlines; 92.5\\% of \\cite{x}.",
     "created": "2026-02-02T00:00:00Z", "authors": ["A. Author", "B. Ünal"],
     "paper": {"categories": ["cs.LG", "cs.DC"], "version": 1}},
    {"kind": "commit", "id": "gh:owner/repo@" + "0123456789" * 4,
     "title": "[Kernel] Mend it (#123)", "text": "Text\r\n\tmore",
     "stats": {"additions": 12, "deletions": 3, "files": 2},
     "merge": False, "bot": True, "pr": None},
    {"kind": "issue", "id": "gh:owner/repo#7", "number": 7, "labels": [],
     "title": "崩溃：显存不足", "text": "环境😀是 A100。\u00e9\u2028",
     "class": {"score": 0.75, "topics": ["inference"], "why": []}},
    {"kind": "status", "stage": "fetch", "ok": True, "landed": 0,
     "shown": 1e-7, "n": [-1, 1.5e300, [[], {}], {"a": {"b": [None]}}]},
    {"probe": {"old": [1, 2]}, "kind": "x"},
    {},
]

TOKENS = [t.encode() for t in (
    '{', '}', '[', ']', ',', ':', '"', '\\', '01', '-01', '+1', '1.', '.5',
    '1.5', '-', '-0', '1e', '1e+', '1E5', '0e-9', '0x1', 'NaN', 'Infinity',
    '-Infinity', 'nan', 'true', 'True', 'fals', 'null', 'nulll',
    '123456789012345678901234567890', '1e999', '""', '"a"', '[]', '{}', '[,]',
    '\\u0041', '\\ud800', '\\udc00', '\\ud83d\\ude00', '\\u12', '\\uD83G',
    '\\x41', '\\u0000', '\\/', "\\'", '"a":1', ',"a":1', ',"kind":2',
    ',"probe":0', ',"\\u0070robe":[3]', '"probe":{}', ' ', '\t', '\r', '  ',
    "'", '//', '/**/', '#', '\u00a0', '\u2028', '\ufeff', '\x7f', 'é', '中',
    '\U0001f600', '\U0010ffff')] + [
    b'\x00', b'\x01', b'\x0b', b'\x0c', b'\x1f', b'\x80', b'\xff', b'\xfe',
    b'\xc0\x80', b'\xc1\xbf', b'\xe0\x80\x80', b'\xe0\x9f\xbf',
    b'\xed\xa0\x80', b'\xed\xbf\xbf', b'\xed\x9f\xbf', b'\xee\x80\x80',
    b'\xf0\x8f\xbf\xbf', b'\xf0\x90\x80\x80', b'\xf4\x90\x80\x80',
    b'\xf5\x80\x80\x80', b'\xf8\x88\x80\x80\x80', b'\xc3', b'\xe4\xb8',
    b'\xf0\x9f\x98']

# What a token is likely to be damaged at.
EDGES = b'{}[]:,"\\ '


def spell(rng, record):
    """Returns the record as one of the ways of writing JSON has it."""
    text = json.dumps(
        record, ensure_ascii=rng.random() < 0.5,
        separators=rng.choice([(",", ":"), (", ", ": "), (" ,\t", " : ")]))
    return text.encode()


def place(rng, line):
    """Returns a place in the line, mostly beside a mark of JSON."""
    edges = [i for i, byte in enumerate(line) if byte in EDGES]
    if edges and rng.random() < 0.6:
        return rng.choice(edges) + rng.randrange(2)
    return rng.randrange(len(line) + 1)


def flip(rng, line):
    at = rng.randrange(len(line))
    return line[:at] + bytes([line[at] ^ 1 << rng.randrange(8)]) + line[at + 1:]


def overwrite(rng, line):
    at = rng.randrange(len(line))
    return line[:at] + bytes([rng.randrange(256)]) + line[at + 1:]


def delete(rng, line):
    at = min(place(rng, line), len(line) - 1)
    return line[:at] + line[at + rng.choice([1, 1, 1, 2, 5]):]


def double(rng, line):
    at = place(rng, line)
    length = rng.choice([1, 1, 2, 8])
    return line[:at + length] + line[at:]


def insert(rng, line):
    at = place(rng, line)
    return line[:at] + rng.choice(TOKENS) + line[at:]


def insert_blank(rng, line):
    at = place(rng, line)
    return line[:at] + rng.choice([b" ", b"\t", b"\r", b"  "]) + line[at:]


def truncate(rng, line):
    return line[:rng.randrange(len(line) + 1)]


def number(rng, line):
    """Puts a token in the place of a run of digits."""
    runs = [i for i, byte in enumerate(line) if 48 <= byte <= 57]
    if not runs:
        return insert(rng, line)
    start = end = rng.choice(runs)
    while end < len(line) and 48 <= line[end] <= 57:
        end += 1
    return line[:start] + rng.choice(TOKENS) + line[end:]


def swap(rng, line):
    """Lets two pieces between commas change places."""
    pieces = line.split(b",")
    i, j = rng.randrange(len(pieces)), rng.randrange(len(pieces))
    pieces[i], pieces[j] = pieces[j], pieces[i]
    return b",".join(pieces)


def repeat(rng, line):
    """Repeats a piece between commas."""
    pieces = line.split(b",")
    pieces.insert(rng.randrange(len(pieces) + 1), rng.choice(pieces))
    return b",".join(pieces)


def in_string(rng, line):
    """Puts a token behind a letter, where mostly a string is."""
    letters = [i for i, byte in enumerate(line) if 97 <= byte <= 122]
    if not letters:
        return insert(rng, line)
    at = rng.choice(letters) + 1
    return line[:at] + rng.choice(TOKENS) + line[at:]


MUTATIONS = [flip, overwrite, delete, double, insert, insert_blank,
             insert_blank, truncate, number, swap, repeat, in_string,
             in_string]


def mutant(rng):
    line = spell(rng, rng.choice(RECORDS))
    for _ in range(rng.choice([0, 1, 1, 1, 1, 2, 2, 3])):
        if line:
            line = rng.choice(MUTATIONS)(rng, line)
    return line.replace(b"\n", b" ")


def refuse_constant(name):
    raise ValueError(name)


def reference(line):
    """Returns the object that the line spells, or None. Numbers stay text."""
    try:
        value = json.loads(
            line.decode("utf-8", "strict"), parse_constant=refuse_constant,
            parse_int=lambda s: ("int", s), parse_float=lambda s: ("float", s))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def with_probe(line, value):
    """Returns the bytes of the record with the member put behind all."""
    comma = b"," if value else b""
    return line.strip(b" \t\r")[:-1] + comma + b'"probe":1}'


def through(program, lines):
    """Returns the lines that the program makes of the lines."""
    done = subprocess.run([program], input=b"".join(l + b"\n" for l in lines),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.split(b"\n")[:-1]


def complain(what, wrong):
    """Prints the first few; returns whether there are any."""
    if wrong:
        print("%d %s:" % (len(wrong), what))
    for line in wrong[:5]:
        print("  ", line)
    return bool(wrong)


def main(probes, count=60000, seed=1):
    rng = random.Random(int(seed))
    lines = [mutant(rng) for _ in range(int(count))]
    expected = [reference(line) for line in lines]

    verdicts = through(probes + "/verdict", lines)
    if len(verdicts) != len(lines):
        sys.exit("%d verdicts on %d lines" % (len(verdicts), len(lines)))
    failed = complain("records that only one takes", [
        (verdict, line) for line, value, verdict
        in zip(lines, expected, verdicts)
        if (value is not None) != (verdict == b"ok")])

    good = [(line, value) for line, value in zip(lines, expected)
            if value is not None]
    added = through(probes + "/add-key", [line for line, _ in good])
    if len(added) != len(good):
        sys.exit("%d records of %d" % (len(added), len(good)))
    failed |= complain("records that add-key spoils", [
        (line, out) for (line, value), out in zip(good, added)
        if reference(out) != dict(value, probe=("int", "1"))
        or "probe" not in value and out != with_probe(line, value)])

    share = 100 * len(good) / len(lines)
    print("%d mutants: %.0f %% accepted, %.0f %% rejected"
          % (len(lines), share, 100 - share))
    if not 25 <= share <= 75:
        sys.exit("too one-sided")
    return failed


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
