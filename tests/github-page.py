#!/usr/bin/env python3
"""github-page.py - a page of a list as GitHub's API gives it, of any size

usage: github-page.py commits|issues BYTES

Objects have all the members that GitHub's have, most of them addresses. The
same arguments give the same bytes.
"""
import hashlib
import json
import random
import sys

API = "https://api.github.com"
WORDS = ("kernel attention cache batch tensor page scheduler block decode fuse "
         "memory stream quantize graph launch warp tile layout shape").split()


def text(rng, count):
    return " ".join(rng.choice(WORDS) for _ in range(count))


def account(rng):
    login = "user-%d" % rng.randrange(5000)
    api = "%s/users/%s" % (API, login)
    links = ("followers following{/other_user} gists{/gist_id} "
             "starred{/owner}{/repo} subscriptions orgs repos "
             "events{/privacy} received_events").split()
    return {"login": login, "id": rng.randrange(10 ** 8),
            "node_id": "U_" + "%030x" % rng.getrandbits(120),
            "avatar_url": "https://avatars.githubusercontent.com/u/1?v=4",
            "gravatar_id": "", "url": api,
            "html_url": "https://github.com/" + login,
            **{link.split("{")[0] + "_url": "%s/%s" % (api, link)
               for link in links},
            "type": "User", "user_view_type": "public", "site_admin": False}


def commit(rng, n):
    sha = hashlib.sha1(b"%d" % n).hexdigest()
    api = API + "/repos/example/engine"
    person = {"name": "Some Body", "email": "body@example.com",
              "date": "2026-02-02T%02d:00:00Z" % (n % 24)}
    return {"sha": sha, "node_id": "C_" + sha, "commit": {
        "author": person, "committer": person,
        "message": "[Kernel] %s (#%d)\n\n%s" % (
            text(rng, 8), n, text(rng, rng.randrange(80))),
        "tree": {"sha": sha, "url": "%s/git/trees/%s" % (api, sha)},
        "url": "%s/git/commits/%s" % (api, sha), "comment_count": 0,
        "verification": {"verified": True, "reason": "valid",
                         "signature": "-----BEGIN PGP SIGNATURE-----\n" +
                         "%0800x" % rng.getrandbits(3200),
                         "payload": "tree " + text(rng, 40),
                         "verified_at": person["date"]}},
            "url": "%s/commits/%s" % (api, sha),
            "html_url": "https://github.com/example/engine/commit/" + sha,
            "comments_url": "%s/commits/%s/comments" % (api, sha),
            "author": account(rng), "committer": account(rng),
            "parents": [{"sha": sha, "url": "%s/commits/%s" % (api, sha),
                         "html_url": "https://github.com/example/engine"}]}


def issue(rng, n):
    api = "%s/repos/example/engine/issues/%d" % (API, n)
    body = "\r\n\r\n".join("### %s\r\n%s" % (text(rng, 3), text(rng, 60))
                           for _ in range(rng.randrange(1, 8)))
    return {"url": api, "repository_url": API + "/repos/example/engine",
            "labels_url": api + "/labels{/name}",
            "comments_url": api + "/comments", "events_url": api + "/events",
            "html_url": "https://github.com/example/engine/issues/%d" % n,
            "id": 3 * 10 ** 9 + n, "node_id": "I_%030x" % rng.getrandbits(120),
            "number": n, "title": text(rng, 9), "user": account(rng),
            "labels": [{"id": 1, "node_id": "LA_1", "name": "bug",
                        "url": api + "/labels/bug", "color": "d73a4a",
                        "default": True, "description": text(rng, 4)}],
            "state": "open", "locked": False, "assignee": None,
            "assignees": [], "milestone": None, "comments": n % 7,
            "created_at": "2026-02-02T%02d:00:00Z" % (n % 24),
            "updated_at": "2026-02-03T%02d:00:00Z" % (n % 24),
            "closed_at": None, "author_association": "NONE", "body": body,
            "reactions": {"url": api + "/reactions", "total_count": 0, "+1": 0,
                          "-1": 0, "laugh": 0, "hooray": 0, "confused": 0,
                          "heart": 0, "rocket": 0, "eyes": 0},
            "timeline_url": api + "/timeline", "state_reason": None}


def main(kind, size):
    rng, make = random.Random(1), {"commits": commit, "issues": issue}[kind]
    written, n, lead = 0, 0, "["
    while written < size:
        n += 1
        written += sys.stdout.write(lead + json.dumps(
            make(rng, n), ensure_ascii=False, separators=(",", ":")))
        lead = ","
    print("]")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
