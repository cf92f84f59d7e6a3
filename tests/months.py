#!/usr/bin/env python3
"""months.py - a made-up year's turn and leap day of a repository, for upstream.py

usage: months.py FROM TO ANSWERS WANTED

Writes ANSWERS for the lists of a/b, each of several pages that hold more than
was asked for, and WANTED, a line "KIND ID EVENT TIME" for each item from FROM to
before TO. Items happen at the first and the last second of each day and in
between; many outside of the window too.
"""
import datetime
import hashlib
import json
import sys

DAY = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)


def stamp(time):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def days(start, end):
    while start < end:
        yield start
        start += DAY


def commit(time, n):
    sha = hashlib.sha256(b"%d" % n).hexdigest()[:40]
    return {"sha": sha, "parents": [], "author": None,
            "html_url": "https://github.com/a/b/commit/" + sha,
            "commit": {"message": "Change %d" % n, "committer":
                       {"date": stamp(time)}, "author": {"name": "A"}}}


def discussion(time, n):
    return {"number": n, "title": "Item %d" % n, "created_at": stamp(time),
            "updated_at": stamp(time), "user": None, "labels": [],
            "state": "open"}


def everything(start, end):
    """Each list, newest first as GitHub sorts it."""
    commits, issues, pulls, releases = [], [], [], []
    n = 0
    for day in days(start - 3 * DAY, end + 3 * DAY):
        for time in (day, day + 7 * 3600 * SECOND, day + DAY - SECOND):
            n += 1
            commits.append(commit(time, n))
            issues.append(discussion(time, n))
            if n % 2:
                issues.append({**discussion(time, 5000 + n),
                               "pull_request": {"merged_at": None}})
            pull = discussion(time, 10000 + n)
            merged = time + n % 5 * DAY - SECOND * (n % 2)
            if n % 3 and merged >= time:
                pull.update(merged_at=stamp(merged), updated_at=stamp(merged),
                            state="closed")
            pulls.append(pull)
            releases.append({"tag_name": "v%d" % n, "created_at": stamp(start),
                             "published_at": stamp(time)})
    # A merge brings older commits behind it: the list is not sorted by date.
    commits[10:20] = commits[10:20][::-1]
    issues.sort(key=lambda issue: issue["created_at"], reverse=True)
    pulls.sort(key=lambda pull: pull["updated_at"], reverse=True)
    return {"commits": commits[::-1], "issues": issues, "pulls": pulls,
            "releases": releases[::-1]}


def answers(lists):
    for kind, items in lists.items():
        pages = [items[at:at + 70] for at in range(0, len(items), 70)]
        for n, page in enumerate(pages, 1):
            answer = {"path": "/repos/a/b/" + kind if n == 1
                      else "/%s/%d" % (kind, n), "body": page}
            if n < len(pages):
                answer["headers"] = {
                    "Link": '<{here}/%s/%d>; rel="next"' % (kind, n + 1)}
            yield answer


def wanted(lists, start, end):
    def is_in(time):
        return time is not None and stamp(start) <= time < stamp(end)

    for item in lists["commits"]:
        time = item["commit"]["committer"]["date"]
        if is_in(time):
            yield "commit", "gh:a/b@" + item["sha"], None, time
    for item in lists["issues"]:
        if is_in(item["created_at"]) and "pull_request" not in item:
            yield ("issue", "gh:a/b#%d" % item["number"], None,
                   item["created_at"])
    for item in lists["pulls"]:
        name, merged = "gh:a/b#%d" % item["number"], item.get("merged_at")
        opened = item["created_at"]
        if is_in(merged):
            yield "pull", name, "merged", opened
        if is_in(opened) and (merged is None or merged[:10] != opened[:10]):
            yield "pull", name, "opened", opened
    for item in lists["releases"]:
        if is_in(item["published_at"]):
            yield ("release", "gh:a/b/releases/" + item["tag_name"], None,
                   item["published_at"])


def main(start, end, answers_path, wanted_path):
    start, end = map(datetime.datetime.fromisoformat, (start, end))
    lists = everything(start, end)
    with open(answers_path, "w", encoding="utf-8") as out:
        json.dump(list(answers(lists)), out)
    with open(wanted_path, "w", encoding="utf-8") as out:
        for line in sorted(map(json.dumps, wanted(lists, start, end))):
            print(line, file=out)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
