#!/usr/bin/env bats
# fetch-gh --parse: pages that somebody saved, without a network.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

# Runs fetch-gh --parse with the arguments $2..., which must end with $1.
parse() {
	local wanted=$1 status=0

	shift
	GITHUB_API_URL='' fetch-gh --parse "$@" >out 2>err || status=$?
	cat err
	assert_equal "$status" "$wanted"
}

@test "a saved page makes the records that the service would" {
	commit 1 2026-02-02T10:00:00Z >commits
	issue 1 2026-02-02T11:00:00Z >issues
	serve "*/commits" "$(list <commits)" "*/issues" "$(list <issues)"
	fetch 0 a/b
	for kind in commits issues; do
		list <$kind >page
		parse 0 "$kind" --date 2026-02-02 page
		cat out >>parsed
	done
	fetch 0 a/b
	diff out parsed
	assert_asked 4
}

@test "the repository is that of the addresses, else the operand's" {
	for addresses in '.html_url = "https://github.com/own/er/commit/1"' \
	    '.html_url = null | .url = "https://api.github.com/repos/own/er/commits/1"' \
	    '.html_url = "https://elsewhere.example/x/y" | .url = "http://h/api/v3/repos/own/er/commits/1"'; do
		commit 1 2026-02-02T10:00:00Z "$addresses" | list >page
		parse 0 commits page other/one
		assert_equal "$(items '[.repo, .id[:9]]')" '["own/er","gh:own/er"]'
		assert_equal "$(fates | jq -r .source)" "other/one commits"
		parse 0 commits page
		assert_equal "$(fates | jq -r .source)" "own/er commits"
	done
	for address in null 3 '"https://github.com/own"' '"https://github.com/own/é/x"' \
	    '"https://github.com/../er/x"'; do
		commit 1 2026-02-02T10:00:00Z ".html_url = $address" | list >page
		parse 0 commits page other/one
		assert_equal "$(items .repo)" '"other/one"'
		parse 3 commits page
		assert_equal "$(cat err)" "fetch-gh: page: item 1 does not tell its repository; name one"
	done
}

@test "without a day everything is told, with one that day alone" {
	{
		issue 3 2026-02-03T00:00:00Z
		issue 2 2026-02-02T00:00:00Z
		issue 1 1970-01-01T00:00:00Z
	} | list >page
	parse 0 issues page
	assert_equal "$(items .number | paste -s -d ' ')" "3 2 1"
	assert_equal "$(fates)" '{"source":"a/b issues","ok":true,"landed":3,"shown":3}'
	parse 0 issues --date 2026-02-02 page
	assert_equal "$(items .number)" 2
	parse 0 issues --from 2026-02-01 --to 2026-02-04 page
	assert_equal "$(items .number | paste -s -d ' ')" "3 2"
}

@test "pull requests, releases; pull requests are never issues" {
	issue 1 2026-02-02T10:00:00Z '.merged_at = "2026-02-03T10:00:00Z"' |
		list >page
	parse 0 pulls page
	assert_equal "$(items '[.kind, .event]')" '["pull","merged"]'
	issue 1 2026-02-02T10:00:00Z '.pull_request = {}' | list >page
	parse 0 issues page
	assert_equal "$(items .kind)" ""
	echo '[{"tag_name":"v1","published_at":"2026-02-02T10:00:00Z"}]' >page
	parse 0 releases page a/b
	assert_equal "$(items '[.id, .url]')" \
	    '["gh:a/b/releases/v1","https://github.com/a/b/releases/tag/v1"]'
}

@test "several pages come one behind the other, each item once" {
	for n in 1 2; do
		commit 1 2026-02-02T10:00:00Z | list
		commit $((n + 1)) 2026-02-02T10:00:00Z | list | jq .
		echo '[]'
	done | parse 0 commits -
	assert_equal "$(items '.sha[:1]' | paste -s -d ' ')" '"1" "2" "3"'
}

@test "strings may hold brackets, quotes and commas; white space is free" {
	issue 1 2026-02-02T10:00:00Z '.title = "]},[{\"\\" | .body = "\\\\\"]"' |
		jq -s . | sed 's/^/ \t/' | tr '\n' '\r' >page
	parse 0 issues page
	assert_equal "$(items .title)" '"]},[{\"\\"'
}

@test "what is broken is told with its place, and what is good goes on" {
	good=$(issue 2 2026-02-02T10:00:00Z)
	echo "[$good,3,{\"number\":1},$good]" >page
	parse 1 issues page
	assert_equal "$(cat err)" "fetch-gh: page: item 2 cannot be read
fetch-gh: page: item 3 cannot be read"
	assert_equal "$(fates)" '{"source":"a/b issues","ok":false,"landed":1,"shown":1,"error":"an item of the list cannot be read"}'
	while IFS='|' read -r page reason; do
		echo "$page" >page
		parse 3 issues page
		assert_equal "$page: $(cat err)" "$page: fetch-gh: page: $reason"
	done <<'EOF'
|item 1: the page is not a list in JSON
{}|item 1: the page is not a list in JSON
null|item 1: the page is not a list in JSON
<html>|item 1: the page is not a list in JSON
[|item 1: the page ends too early
[{|item 1: the page ends too early
["|item 1: the page ends too early
["\|item 1: the page ends too early
[,]|item 1: the page lacks an item
EOF
	echo "[$good,]" >page
	parse 1 issues page
	assert_equal "$(cat err)" "fetch-gh: page: item 2: the page lacks an item"
	for rest in ']]' ']}' '] x' ','; do
		echo "[$good$rest" >page
		parse 1 issues page
		assert_equal "$(items .number)" 2
	done
}

@test "bytes that are no UTF-8 cost themselves alone" {
	issue 1 2026-02-02T10:00:00Z '.title = "a b c"' | list |
		sed 's/ b / \xff\xc3(/' >page
	parse 0 issues page
	assert_equal "$(items .title)" '"a ��(c"'
}

@test "a nest without end ends" {
	python3 -c 'print("[" * 3000000)' >page
	parse 3 issues page
	python3 -c 'print("[" + "{\"a\":" * 100000 + "1" + "}" * 100000 + "]")' >page
	parse 3 issues page
	assert_equal "$(cat err)" "fetch-gh: page: item 1 cannot be read"
}

@test "an item that has no end is refused, in little memory" {
	needs_true_memory
	cat >measure.py <<'EOF'
import resource, subprocess, sys
done = subprocess.run(["fetch-gh", "--parse", "issues", "-"], text=True,
                      stdin=sys.stdin, capture_output=True)
assert done.returncode == 3, done
assert done.stderr == ("fetch-gh: <stdin>: item 1: the page has an item of "
                       "more than 16 MiB\n"), done
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
assert peak < 64 * 1024, peak
EOF
	{ printf '["'; head -c 100000000 /dev/zero | tr '\0' x; } |
		python3 measure.py
	{ printf '[{'; head -c 100000000 /dev/zero | tr '\0' ' '; } |
		python3 measure.py
}

@test "50 MB take no more memory than 5" {
	needs_true_memory
	cat >measure.py <<'EOF'
import json, resource, subprocess, sys
item = {"number": 0, "title": "x" * 100, "created_at": "2026-02-02T10:00:00Z",
        "body": "y" * 5000, "user": {"login": "z", "url": "u" * 1000}}
count = int(sys.argv[1])
with subprocess.Popen(["fetch-gh", "--parse", "issues", "-", "a/b"], text=True,
                      stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as p:
    for n in range(count):
        item["number"] = n % 50 + 1
        p.stdin.write("," if n else "[")
        json.dump(item, p.stdin)
    p.stdin.write("]")
    p.stdin.close()
    assert p.wait() == 0
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
assert peak < 16 * 1024, peak
EOF
	python3 measure.py 800
	python3 measure.py 8000
}

@test "a wrong kind, no file, a file that is not there" {
	run -2 fetch-gh --parse papers x
	assert_output "fetch-gh: --parse papers: not commits, issues, pulls or releases"
	run -2 fetch-gh --parse issues
	assert_output "fetch-gh: --parse needs a file; see --help"
	run -2 fetch-gh --parse issues x a/b c/d
	assert_output "fetch-gh: c/d: --parse reads one file"
	run -2 fetch-gh --parse issues x a
	assert_output "fetch-gh: a: not OWNER/REPO"
	run -3 fetch-gh --parse issues missing
	assert_output "fetch-gh: missing: No such file or directory"
	run -3 fetch-gh --parse issues .
	assert_line "fetch-gh: .: Is a directory"
}

@test "of a million bad items twenty are told, the others counted" {
	{
		echo '[0'
		yes ,0 | head -n 999999
		echo ']'
	} >page
	parse 3 issues page
	assert_equal "$(wc -l <err)" 21
	assert_equal "$(tail -n 2 err)" "fetch-gh: page: item 20 cannot be read
fetch-gh: page: 999980 more like these"
}

@test "a NUL is no item" {
	printf '[\0]' >page
	parse 3 issues page
	assert_equal "$(cat err)" "fetch-gh: page: item 1 cannot be read"
}
