#!/usr/bin/env python3
"""Stops the programs that replace files at each system call that changes one.

usage: torture-files.py BIN [STEP]

For each case, the program in the folder BIN is run under strace(1), once to see
its calls, then once for each of them (or for each STEP-th), which is not made:
the program is killed there, told to end, or the call fails. Whatever happens,
each file must be whole, the old one or the new one; success must not be claimed
for less than all new ones; nothing may be left behind but by a kill; and the
same command again must lead to what an undisturbed one does.

Prints a line for each case and fault, and exits with 1 if a claim was false.
"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Calls that change a file; openat(2) counts where it makes one.
CHANGES = ("openat", "creat", "write", "writev", "pwrite64", "ftruncate",
           "fchmod", "chmod", "fsync", "fdatasync", "rename", "renameat",
           "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink",
           "unlinkat", "mkdir", "mkdirat")
# What a disk can say to each; of the others nothing is heard.
ERRORS = {"openat": "ENOSPC", "write": "ENOSPC", "writev": "ENOSPC",
          "fsync": "EIO", "rename": "EIO", "mkdir": "ENOSPC"}
TEMPORARY = re.compile(r"\..+\.[A-Za-z0-9]{6}")

HEADING = """\
                                  calls   all   all  some  left  next call
case                      fault     hit   old   new   new  over  mends it"""

DAY = "2026-02-03"


def report(date, text):
    return f"# Daily AI Infra Report ({date})\n\n## 摘要\n{text}\n\n" + \
        f"## 具体内容分析\n\n{text * 9000}\n"


def records(date, papers, source_ok=True):
    """A day's records, of more than one block of the disk."""
    ok = "true" if source_ok else "false"
    lines = [f'{{"kind":"paper","id":"arxiv:{i}","title":"Paper {i}",'
             f'"announced":"{date}","text":"{"word " * 200}"}}'
             for i in range(papers)]
    return "\n".join(lines + [
        f'{{"kind":"status","stage":"fetch-arxiv","source":"arxiv",'
        f'"date":"{date}","ok":{ok},"landed":{papers},"shown":{papers}}}\n'])


def some_reports():
    return {f"reports/2026-02-0{n}.md": report(f"2026-02-0{n}", "News. ")
            for n in (1, 2, 3)}


PERSONS = "# Mine\n\nWords.\n\n## 往期回顾\n- [x](y)\n\n---\nMore words.\n"
RENDER = ["render", "--dir", "reports", "--date", DAY, "input"]

Case = collections.namedtuple("Case", "name command files")
CASES = [
    Case("index-update, new pages", ["index-update", "README.md"],
         some_reports()),
    Case("index-update, old pages", ["index-update", "-n", "1", "README.md"],
         {**some_reports(), "README.md": PERSONS,
          "reports/README.md": "# Mine\n\n## All reports\n- old\n"}),
    Case("render, new day", RENDER, {"input": records(DAY, 100)}),
    Case("render, better day", RENDER,
         {"input": records(DAY, 100), f"reports/{DAY}.md": report(DAY, "Old."),
          f"reports/{DAY}.ndjson": records(DAY, 3)}),
    Case("render, worse day", RENDER,
         {"input": records(DAY, 3, False),
          f"reports/{DAY}.md": report(DAY, "Old."),
          f"reports/{DAY}.ndjson": records(DAY, 100)}),
    Case("render, second language", RENDER + ["--lang", "en"],
         {"input": records(DAY, 100), f"reports/{DAY}.md": report(DAY, "Old."),
          f"reports/{DAY}.ndjson": records(DAY, 100)}),
]


def write_files(case):
    for name in ("reports", *case.files):
        shutil.rmtree(name, ignore_errors=True)
    for name in os.listdir("."):
        if os.path.isfile(name):
            os.remove(name)
    for name, text in case.files.items():
        os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)


def read_files():
    found = {}
    for folder, _, names in os.walk("."):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[path] = file.read()
    return found


def run(case, trace=()):
    """Runs the command, under strace if there is something to trace."""
    with open("/dev/null", "rb") as nothing:
        return subprocess.run(
            [*trace, *case.command], stdin=nothing, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False).returncode


def calls_of(case, log):
    """Returns name and number of each call that changes a file, in order."""
    run(case, ["strace", "-f", "-qq", "-o", log, "-e",
               "trace=" + ",".join(CHANGES)])
    made, calls = collections.Counter(), []
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            call = re.match(r"\d+ +(\w+)\((.*)", line)
            if call is None:
                continue
            name, rest = call.groups()
            made[name] += 1
            if name != "openat" or "O_CREAT" in rest:
                calls.append((name, made[name]))
    return calls


class Outcome:
    """What became of all runs with one fault."""

    def __init__(self, before, after):
        self.before, self.after = before, after
        self.counts = collections.Counter()
        self.faults = []

    def judge(self, where, status, killed):
        now = read_files()
        left = {name for name in now
                if TEMPORARY.fullmatch(os.path.basename(name))}
        for name in self.before.keys() | self.after.keys() | now.keys() - left:
            if now.get(name) not in (
                    self.before.get(name), self.after.get(name)):
                self.faults.append(f"{where}: {name} is neither old nor new")
        whole = {name: now[name] for name in now.keys() - left}
        if whole == self.after:
            self.counts["new"] += 1
        elif whole == self.before:
            self.counts["old"] += 1
        else:
            self.counts["some"] += 1
        self.counts["left"] += bool(left)
        if left and not killed:
            self.faults.append(f"{where}: left {sorted(left)}")
        if status in (0, 1) and whole != self.after:
            self.faults.append(f"{where}: claims to be well, and is not")

    def judge_repeated(self, where, status, expected):
        if status != expected or read_files() != self.after:
            self.faults.append(f"{where}: the next call does not mend it")


def tortures(case, calls, expected, outcome, fault, step):
    for name, number in calls[::step]:
        if fault == "error":
            if name not in ERRORS:
                continue
            what = f"error={ERRORS[name]}"
        else:
            what = f"error=EINTR:signal={fault}"
        where = f"{case.name}: {what} at {name} {number}"
        write_files(case)
        status = run(case, [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}",
            "-e", f"inject={name}:{what}:when={number}"])
        outcome.counts["calls"] += 1
        outcome.judge(where, status, fault == "KILL")
        outcome.judge_repeated(where, run(case), expected)


def main():
    os.environ["PATH"] = f"{os.path.abspath(sys.argv[1])}:{os.environ['PATH']}"
    # A sanitizer cannot look for leaks in what is traced.
    os.environ["ASAN_OPTIONS"] = "detect_leaks=0"
    step = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    faults = []
    print(HEADING)
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "log")
        os.mkdir(os.path.join(folder, "site"))
        os.chdir(os.path.join(folder, "site"))
        for case in CASES:
            write_files(case)
            before = read_files()
            expected = run(case)
            after = read_files()
            write_files(case)
            calls = calls_of(case, log)
            for fault in ("KILL", "TERM", "error"):
                outcome = Outcome(before, after)
                tortures(case, calls, expected, outcome, fault, step)
                count = outcome.counts
                print(f"{case.name:26}{fault:7}{count['calls']:6}"
                      f"{count['old']:6}{count['new']:6}{count['some']:6}"
                      f"{count['left']:6}  "
                      f"{'no' if outcome.faults else 'yes'}", flush=True)
                faults += outcome.faults
        os.chdir("/")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
