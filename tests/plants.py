#!/usr/bin/env python3
"""Plants false facts in summaries, one in each, to see which are noticed.

usage: plants.py [-n COUNT] [-s SEED] [-c] [-d] [FILE ...]

Reads records with summaries and prints COUNT of them (500), each with a
summary that makes one false claim; the kinds take turns, English and Chinese
too. The same seed gives the same bytes.

What is planted takes the place of something of its kind that the record says
and the summary repeats: another number of as many digits, another unit, a
version with one digit changed, other hardware, a path, an identifier, a hash,
a #number or an address with a part changed, an acronym with other words, another
project. An emoji, and what the record has none of, is said in a sentence of its
own. A false number, or a number with a false unit, occurs nowhere in the
record, in whatever writing; a false name is no part of its text. English
summaries are those that came in, with a sentence of what the record says where
they say nothing of the kind; Chinese ones are made of such sentences alone.

-c  plants nothing: the same statements, all true
-d  digests instead: all records, then digests in which what one repository
    says is said of another
"""
import argparse
import functools
import json
import random
import re
import sys

SENTENCES = {
    "en": {
        "number": "It reaches {} in the evaluation.",
        "unit": "It reaches {} in the evaluation.",
        "version": "This concerns {}.",
        "hardware": "It runs on {} as well.",
        "path": "The change is in {}.",
        "reference": "It follows {}.",
        "hash": "It was pinned at {}.",
        "address": "See {} for more.",
        "identifier": "It builds on {}.",
        "expansion": "It is about {}.",
        "emoji": "A change to know of {}.",
        "project": "{} adds this.",
    },
    "zh": {
        "number": "在评测中达到{}。",
        "unit": "实测为 {}，效果明显。",
        "version": "涉及{}版本。",
        "hardware": "该改动同样适用于{}平台。",
        "path": "修改位于{}文件。",
        "reference": "相关讨论见{}。",
        "hash": "对应提交为{}。",
        "address": "详情参见{}。",
        "identifier": "其核心是{}，便于使用。",
        "expansion": "主要涉及{}。",
        "emoji": "值得关注{}",
        "project": "{}新增了该功能。",
    },
}
KINDS = list(SENTENCES["en"])
UNITS = [["ms", "s", "us", "ns"], ["GB", "MB", "TB", "KB"], ["%", "x"],
         ["GB/s", "TB/s", "MB/s"], ["TFLOPS", "PFLOPS", "GFLOPS"],
         ["hours", "minutes", "days", "seconds"], ["GHz", "MHz"]]
ALL_UNITS = [unit for group in UNITS for unit in group]
HARDWARE = ("H100 H200 H20 A100 A800 B200 B300 GB200 V100 L40S MI300X MI355X "
            "RTX4090 Hopper Blackwell Ampere TPU Ascend Trainium Gaudi").split()
PARTS = {"Hopper": "h100 h200 h20 h800 sm90", "Ampere": "a100 a800 a10 sm80",
         "Blackwell": "b100 b200 b300 gb200 sm100 sm103 sm120 sm121"}
PROJECTS = ("vLLM SGLang FlashInfer TensorRT-LLM DeepSpeed PyTorch CUTLASS "
            "DeepGEMM Triton Megatron-LM FlashMLA LMDeploy").split()
WORDS = ("Mean Layer Adaptive Graph Kernel Sparse Global Token Memory Fused "
         "Recurrent Fast Neural Pooling Unified Stream Window Hybrid Index "
         "Online Order Bounded Expert Dual Vector Query Joint X-point "
         "Zonal").split()
EMOJI = "🚀 🔥 ✨ 🎉 ⚡ 💡 ✅ 🐛 📈".split()
NUMERALS = "zero one two three four five six seven eight nine ten".split()
NUMBER = r"(?<![\w.,:=#/-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w.]*[.,]?\d|:\d)" \
    r"(?!\s?-?(?:million|billion|thousand|trillion|[KMBTk]\b))"
TRUE = {
    "number": NUMBER + r"(?:\s?(?:%%|%s)(?![\w/]))?" % "|".join(ALL_UNITS[:-2]),
    "unit": NUMBER + r"\s?(?:%|(?:{})(?![\w/]))".format(
        "|".join(sorted((u for u in ALL_UNITS if u != "%"), key=len,
                        reverse=True))),
    "version": r"(?<![\w.-])v?\d+\.\d+\.\d+(?![\w.-])",
    "hardware": r"(?<!\w)(?:%s)(?!\w)" % "|".join(HARDWARE),
    "path": r"(?<![\w./-])[a-z][\w/-]*/[\w-]+\.(?:py|cu|cuh|cpp|h|md|yml)"
            r"(?!\w)",
    "reference": r"(?<!\w)#\d{2,5}(?!\w)",
    "hash": r"(?<![\w./-])(?=\w*[a-f])(?=\w*\d)[0-9a-f]{7,40}(?!\w)",
    "address": r"https://[\w.-]+/[\w./-]*\w",
    "identifier": r"(?<![\w./-])[a-z]\w*_\w+\w(?![\w/])|"
                  r"(?<![\w./-])[A-Z]+[a-z]+[A-Z][A-Za-z]+(?![\w/])",
    "expansion": r"(?<!\w)(?:[A-Z][a-z]+[ -]){1,4}[A-Z][a-z]+ \([A-Z]{2,5}\)",
    "emoji": "(?!)",
    "project": r"(?<!\w)(?:%s)(?!\w)" % "|".join(PROJECTS),
}


def leaves(value):
    """The strings and numbers of a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [str(value)] if isinstance(value, (str, int, float)) else []


def text_of(record):
    return "\n".join(leaf for key, value in record.items()
                     if key not in ("summary", "class", "label")
                     for leaf in leaves(value))


@functools.lru_cache
def flat(text):
    return re.sub(r"[\s._/\\-]+", "", text.lower())


@functools.lru_cache
def numbers_of(text):
    """The numbers of a text, also as shares of a hundred."""
    found = {float(n.replace(",", ""))
             for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}
    return {n for number in found for n in (number, number / 100, number * 100)}


def has_number(text, value):
    """Is there a number in the text that might be written as this one?"""
    places = len(value.partition(".")[2])
    wanted = float(value.replace(",", ""))
    if wanted < len(NUMERALS) and wanted == int(wanted) and \
            NUMERALS[int(wanted)] in text.lower():
        return True
    return any(round(number, places) == wanted or number == round(wanted)
               for number in numbers_of(text))


def other(rng, character):
    """Another digit or letter of the same kind."""
    for group in ("123456789", "bcdf" if character in "abcdef" else
                  "bcdfghklmnprstw", "BCDFGHKLMNPRSTW"):
        if character in group or character == "0" == "0" and group[0] == "1":
            return rng.choice([c for c in group if c != character])
    return rng.choice("bcdfghkm")


def change(rng, token, which):
    """The token with one of the characters that match `which` changed."""
    at = rng.choice([m.start() for m in re.finditer(which, token)])
    return token[:at] + other(rng, token[at]) + token[at + 1:]


def false_number(rng, token, text):
    digits = re.match(r"[\d,.]*\d", token).group()
    false = change(rng, digits, r"\d")
    return None if has_number(text, false) else false + token[len(digits):]


def false_unit(rng, token, text):
    digits, space, unit = re.match(r"([\d,.]*\d)(\s?)(.*)", token).groups()
    if len(re.findall(r"(?<!\d)" + re.escape(digits) + r"(?!\d)", text)) > 1:
        return None
    group = next(group for group in UNITS if unit in group)
    return digits + space + rng.choice([u for u in group if u != unit])


def false_path(rng, token, _):
    folder, _, base = token.rpartition("/")
    if rng.random() < 0.5:
        return folder + "/" + rng.choice(
            ["legacy_", "fast_", "new_", "extra_"]) + base
    return folder + "/" + rng.choice(["scheduler", "allocator", "planner"]) + \
        rng.choice([".py", ".cu", ".cpp"])


def false_identifier(rng, token, _):
    if "_" in token:
        return token + rng.choice(["_fast", "_async", "_v9", "_legacy"])
    return token + rng.choice(["Plan", "Cache", "Async", "Pool"])


def false_expansion(rng, token, _):
    acronym = re.search(r"\(([A-Z]+)\)", token or "(%s)" % rng.choice(
        ["MLA", "KGS", "SGT", "FMP"])).group(1)
    words = " ".join(rng.choice(
        [w for w in WORDS if w[0] == letter] or WORDS) for letter in acronym)
    return rng.choice(["%s (%s)" % (words, acronym),
                       "%s (%s)" % (acronym, words)])


def hexadecimal(rng, length):
    return "a7" + "".join(rng.choice("0123456789abcdef")
                          for _ in range(length - 2))


FALSE = {
    "number": false_number,
    "unit": false_unit,
    "version": lambda rng, token, _: change(rng, token, r"\d"),
    "hardware": lambda rng, token, _: rng.choice(
        [h for h in HARDWARE if h != token]),
    "path": false_path,
    "reference": lambda rng, token, _: "#%d" % rng.randrange(100, 99999),
    "hash": lambda rng, token, _: hexadecimal(rng, rng.choice([7, 9, 40])),
    "address": lambda rng, token, _: token + rng.choice(
        ["/details", "/v2", "-new"]) if rng.random() < 0.5 else
    "https://" + rng.choice(["docs.example.org/guide", "github.com/x/y"]) +
    "/%d" % rng.randrange(1000),
    "identifier": false_identifier,
    "expansion": false_expansion,
    "emoji": lambda rng, token, _: rng.choice(EMOJI),
    "project": lambda rng, token, _: rng.choice(PROJECTS),
}
INVENTED = {
    "path": "src/kernel/main.cu", "reference": "#1", "hash": "0" * 7,
    "address": "https://example.org/a", "identifier": "run_kernel",
    "expansion": "", "emoji": "", "project": "", "hardware": "",
}


def is_said(kind, token, text):
    if kind == "reference":
        return re.search(r"%s(?!\d)" % token[1:], text) is not None
    if kind == "expansion":
        return flat(re.sub(r"\W*\b[A-Z]{2,}\b\W*", "", token)) in flat(text)
    if kind == "version":
        token = token.lstrip("v")
    return kind not in ("number", "unit") and any(
        name in flat(text) for name in
        [flat(token)] + PARTS.get(token, "").split())


def plant(rng, record, kind, lang, clean):
    """The record's summary with a false claim, or None if there is no way."""
    text, summary = text_of(record), record["summary"]["text"]
    true = [m.group() for m in re.finditer(TRUE[kind], text)]
    said = [token for token in true if token in summary]
    if not true and kind not in INVENTED:
        return None
    token = rng.choice(said or true) if true else INVENTED[kind]
    false = FALSE[kind](rng, token, text)
    if not false or is_said(kind, false, text):
        return None
    if lang == "en" and said:
        statement = summary
    else:
        first = "" if lang == "en" else "本文提出一种新方法。"
        if lang == "en":
            first = summary + " "
        statement = SENTENCES[lang][kind].format(token)
        statement = statement if kind == "project" else first + statement
    if clean:
        return statement if true and kind != "project" else None
    if not token or token not in statement:
        sentence = SENTENCES[lang][kind].format(false)
        return sentence if kind == "project" else first + sentence
    return statement.replace(token, false, 1)


def print_planted(rng, records, count, clean):
    done = 0
    for turn in range(count * 100):
        if done == count:
            return
        kind = KINDS[done % len(KINDS)]
        lang = ("en", "zh")[done // len(KINDS) % 2]
        record = dict(rng.choice(records))
        if kind == "project" and "repo" not in record:
            continue
        statement = plant(rng, record, kind, lang, clean)
        if statement is None:
            if clean and kind in ("emoji", "project", "hash", "expansion"):
                done, count = done + 1, count
            continue
        record["summary"] = {"text": statement, "lang": lang, "by": kind}
        print(json.dumps(record, ensure_ascii=False))
        done += 1


def print_digests(rng, records, count, clean):
    """What is said of a repository is a token that only its records have."""
    records = [r for r in records if "repo" in r]
    texts = {}
    for record in records:
        texts.setdefault(record["repo"], []).append(text_of(record))
        print(json.dumps(record, ensure_ascii=False))
    said = {repo: "\n".join(texts[repo] + [
        text for others in texts.values() for text in others
        if flat(repo.split("/")[1]) in flat(text)]) for repo in texts}
    kinds = "version path reference identifier number".split()
    true = {(kind, repo): re.findall(TRUE[kind], "\n".join(texts[repo]))
            for kind in kinds for repo in texts}
    done = 0
    while done < count:
        kind, repo = kinds[done % len(kinds)], rng.choice(list(texts))
        wrong = rng.choice([r for r in texts if r != repo])
        token = rng.choice(true[kind, repo] or [None])
        if token is None or (has_number(said[wrong], re.match(
                r"[\d,.]*\d", token).group()) if kind == "number" else
                             is_said(kind, token, said[wrong])):
            continue
        name = repo if clean else wrong
        name = rng.choice([name, name.split("/")[1]])
        lang = ("en", "zh")[done % 2]
        text = {"en": "Three things stand out. %s has news: %s",
                "zh": "今天有三点值得关注。%s 有新进展：%s"}[lang] % (
                    name, SENTENCES[lang][kind].format(token))
        print(json.dumps({"kind": "digest", "text": text, "lang": lang,
                          "part": "%s %s %d" % (kind, lang, done)},
                         ensure_ascii=False))
        done += 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-n", type=int, default=500)
    parser.add_argument("-s", type=int, default=1)
    parser.add_argument("-c", action="store_true")
    parser.add_argument("-d", action="store_true")
    parser.add_argument("files", nargs="*")
    args = parser.parse_args()
    records = []
    for name in args.files or ["/dev/stdin"]:
        with open(name, encoding="utf-8") as lines:
            records += [r for r in map(json.loads, lines)
                        if args.d or r.get("summary", {}).get("text")]
    rng = random.Random(args.s)
    if args.d:
        print_digests(rng, records, args.n, args.c)
    else:
        print_planted(rng, records, args.n, args.c)


if __name__ == "__main__":
    sys.exit(main())
