#!/usr/bin/env bats
# fetch-gh --diff: what commits changed, the room for patches, and what it costs.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

# An answer for the commit $2 (one digit, repeated) of the repository $1 with
# the files that jq's $3 makes; patch(N) is one of N lines of ten bytes.
detail() {
	jq -nc --arg repo "$1" --arg digit "$2" "
	    def patch(\$lines): \"123456789\n\" * \$lines // \"\";
	    def file(\$name; \$lines): {filename: \$name, status: \"modified\",
	        additions: \$lines, deletions: 0, changes: \$lines,
	        patch: patch(\$lines)};
	    {path: \"/repos/\(\$repo)/commits/\(\$digit * 40)\", body: {
	        sha: (\$digit * 40), stats: {total: 3, additions: 2,
	        deletions: 1}, files: [$3]}}"
}

# An answer for the list of the repository $1 with the commits $2...
commits() {
	local repo=$1

	shift
	for digit; do
		commit "$digit" "2026-02-02T1$digit:00:00Z"
	done | list | jq -c --arg repo "$repo" \
	    '{path: "/repos/\($repo)/commits", body: .}'
}

# How many bytes of patches each file in "out" has, a line for each commit.
patches() {
	items '[.files[] | (.patch // "" | length)]'
}

@test "counts and files of a commit in full, with patches as far as there are" {
	{
		commits a/b 1
		detail a/b 1 '{filename: "a.c", status: "modified", additions: 2,
		    deletions: 1, changes: 3, patch: "@@ -1 +1,2 @@\n-a\n+b\n+c"},
		    {filename: "b.png", status: "added", additions: 0,
		    deletions: 0, changes: 0}'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_equal "$(items '{stats, files}')" \
	    '{"stats":{"additions":2,"deletions":1,"files":2},"files":[{"path":"a.c","status":"modified","additions":2,"deletions":1,"patch":"@@ -1 +1,2 @@\n-a\n+b\n+c"},{"path":"b.png","status":"added","additions":0,"deletions":0}]}'
	assert_equal "$(items 'keys_unsorted[-2:]')" '["stats","files"]'
	assert_equal "$(fates | jq -c '[.ok, .landed, .shown]')" '[true,1,1]'
}

@test "counts beyond 32 bits are kept to the last digit" {
	{
		commits a/b 1
		detail a/b 1 '{filename: "a.c", additions: 4294967298,
		    deletions: 900719925474099}' |
			jq -c '.body.stats = {additions: 4294967297,
			    deletions: 900719925474099}'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_equal "$(items '.stats, .files')" \
	    '{"additions":4294967297,"deletions":900719925474099,"files":1}
[{"path":"a.c","additions":4294967298,"deletions":900719925474099}]'
}

@test "without --diff no details are asked for" {
	commits a/b 1 2 | list | upstream
	fetch 0 --commits a/b
	assert_asked 1
	assert_equal "$(items '.stats, .files')" $'null\nnull\nnull\nnull'
}

@test "what there is beyond --max and beyond the window is not asked for" {
	{
		commits a/b 3 2 1
		detail a/b 3 'file("x"; 1)'
		detail a/b 2 'file("x"; 1)'
	} | list | upstream
	fetch 0 --commits --diff --max 2 a/b
	assert_asked 3
	fetch-gh --from 2026-02-02T13:00:00Z --to 2026-02-03 -CD a/b >out
	assert_equal "$(items '.sha[:1]')" '"3"'
	assert_asked 4
}

@test "room for patches is divided fairly, and what one leaves the others get" {
	{
		commits a/1 1
		detail a/1 1 'file("x"; 100)'
		commits a/2 2
		detail a/2 2 'file("x"; 3)'
		commits a/3 3 4
		detail a/3 3 'file("x"; 100)'
		detail a/3 4 'file("x"; 5), file("y"; 50), file("z"; 50)'
	} | list | upstream
	fetch 0 --commits --diff --diff-bytes 1000 a/1 a/2 a/3
	# 30 for the second, 485 for each other; there 242 for each commit, and
	# there 50, 96, 96; each cut at the end of a line.
	assert_equal "$(patches | paste -s -d ' ')" '[479] [30] [239] [50,89,89]'
	assert_equal "$(items '[.files[].truncated]' | paste -s -d ' ')" \
	    '[true] [null] [true] [null,true,true]'
	jq -c 'select(.kind == "commit")' out | sort >first
	fetch 0 --commits --diff --diff-bytes 1000 a/3 a/2 a/1
	jq -c 'select(.kind == "commit")' out | sort | diff first -
}

@test "no room for patches: all are left out, and each file says so" {
	{
		commits a/b 1
		detail a/b 1 'file("x"; 1), file("y"; 9), {filename: "z"}'
	} | list | upstream
	fetch 0 --commits --diff --diff-bytes 0 a/b
	assert_equal "$(items '[.files[] | [.patch, .truncated]]')" \
	    '[[null,true],[null,true],[null,null]]'
}

@test "a commit has 65536 bytes of patches at the most" {
	{
		commits a/b 1
		detail a/b 1 'file("x"; 5000), file("y"; 5000), file("z"; 10)'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_equal "$(patches)" '[32709,32709,100]'
	{
		commits a/b 1
		detail a/b 1 'file("x"; 6554)'
	} | list | upstream
	fetch 0 --commits --diff --cache other a/b
	assert_equal "$(patches)" '[65529]'
}

@test "the same patches are cut the same way, whatever comes first" {
	for late in 1 2 3; do
		for n in 1 2 3; do
			commits "a/$n" 1 2 3 4 5 6 7 8 9
			for digit in 1 2 3 4 5 6 7 8 9; do
				detail "a/$n" "$digit" \
				    "file(\"x\"; $((n * digit * 37)))" |
					jq -c ".delay_ms = $((late == n ? 60 : 0))"
			done
		done | list | upstream
		fetch 0 -CD --diff-bytes 999 --cache "cache$late" a/1 a/2 a/3
		mv out "out$late"
	done
	diff out1 out2
	diff out1 out3
}

@test "patches are cut at the end of a line, and never inside a character" {
	{
		commits a/b 1
		detail a/b 1 '{filename: "x", patch: ("é" * 40)},
		    {filename: "y", patch: ("é\n" * 40)}'
	} | list | upstream
	fetch 0 --commits --diff --diff-bytes 62 a/b
	assert_equal "$(items '[.files[] | .patch]')" \
	    "$(jq -nc '[null, ("é\n" * 10)[:-1]]')"
}

@test "more files than a page holds are counted, and 300 are listed" {
	{
		commits a/b 1
		detail a/b 1 '[range(300) | file("f\(.)"; 1)] | .[]' |
			jq -c '.headers = {Link: "<{here}/two>; rel=next"}'
		detail a/b 1 '[range(300; 600) | file("f\(.)"; 1)] | .[]' |
			jq -c '.path = "/two" |
			    .headers = {Link: "<{here}/three>; rel=next"}'
		detail a/b 1 '[range(600; 640) | file("f\(.)"; 1)] | .[]' |
			jq -c '.path = "/three"'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_equal "$(items '[.stats.files, (.files | length), .files[299].path]')" \
	    '[640,300,"f299"]'
	assert_asked 4
}

@test "pages of files end after ten, and lead to no other host" {
	{
		commits a/b 1
		for page in {1..12}; do
			detail a/b 1 'file("x"; 1)' | jq -c --arg page "$page" '
			    .headers = {Link: "<{here}/\($page)>; rel=next"} |
			    if $page != "1" then .path = "/\($page | tonumber - 1)"
			    else . end'
		done
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_asked 11
	assert_equal "$(items .stats.files)" 10
	{
		commits a/b 2
		detail a/b 2 'file("x"; 1)' |
			jq -c '.headers = {Link: "<{elsewhere}/x>; rel=next"}'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_asked 2
	assert_equal "$(items .stats.files)" 1
}

@test "details that fail are told of, and their commits are there" {
	{
		commits a/b 4 3 2 1
		detail a/b 4 'file("x"; 1)'
		detail a/b 3 'file("x"; 1)' | jq -c '.status = 451'
		detail a/b 2 'file("x"; 1)' | jq -c '.body = "<html>"'
	} | list | upstream
	fetch 1 --commits --diff a/b
	assert_equal "$(items '[.sha[:1], .stats.files]')" \
	    $'["4",1]\n["3",null]\n["2",null]\n["1",null]'
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":4,"shown":4,"note":"the changes of 3 are missing: HTTP 451, blocked for legal reasons"}'
	assert_equal "$(cat err)" "fetch-gh: a/b: the changes of 3 commits are missing: HTTP 451, blocked for legal reasons"
}

@test "details that are none are asked for again" {
	{
		commits a/b 1
		jq -nc '{path: "*/commits/1*", times: 1} +
		    ({body: "<html>"}, {body: "{\"files\":["}, {body: {}})'
		detail a/b 1 'file("x"; 1)'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_asked 5
	assert_equal "$(items .stats.files)" 1
}

@test "details are asked for once in a lifetime" {
	{
		commits a/b 2 1
		detail a/b 2 'file("x"; 1)'
		detail a/b 1 'file("x"; 1)' |
			jq -c '.headers = {Link: "<{here}/two>; rel=next"}'
		detail a/b 1 'file("y"; 1)' | jq -c '.path = "/two"'
	} | list | upstream
	fetch 0 --commits --diff a/b
	cp out first
	assert_asked 4
	fetch 0 --commits --diff a/b
	diff first out
	assert_equal "$(asked .path | tail -n +5)" /repos/a/b/commits
	: >asked
	fetch 0 --commits --diff --offline a/b
	diff first out
	assert_asked 0
}

@test "details that were kept but are spoilt are asked for anew" {
	{
		commits a/b 1
		detail a/b 1 'file("x"; 1)'
	} | list | upstream
	fetch 0 --commits --diff a/b
	cp out first
	for content in '' garbage $'HTTP/1.1 200\r\n\r\n[]' \
	    $'HTTP/1.1 404\r\n\r\n{}'; do
		printf '%s' "$content" >"$(echo cache/dair/*_commits_1111*)"
		fetch 0 --commits --diff a/b
		diff first out
	done
}

@test "details are asked for as soon as their list is known, eight at once" {
	{
		commits a/1 1 2 3 4 5 6 7 8 9
		for digit in 1 2 3 4 5 6 7 8 9; do
			detail a/1 "$digit" 'file("x"; 1)' |
				jq -c '.delay_ms = 50'
		done
		commits a/2 1 | jq -c '.delay_ms = 400 |
		    .headers = {Link: "<{here}/next>; rel=next"}'
		echo '{"path":"/next","body":[]}'
		detail a/2 1 'file("x"; 1)'
	} | list | upstream
	fetch 0 --commits --diff a/1 a/2
	assert_equal "$(asked .path | tail -n 2 | sort)" "/next
/repos/a/2/commits/1111111111111111111111111111111111111111"
	assert_equal "$(asked .open | sort -n | tail -n 1)" 8
	assert_equal "$(jq -r '.source // .id[3:8]' out | paste -s -d ' ')" \
	    "a/1@1 a/1@2 a/1@3 a/1@4 a/1@5 a/1@6 a/1@7 a/1@8 a/1@9 a/1 commits a/2@1 a/2 commits"
}

@test "the next page of a list is asked for before details are" {
	{
		commits a/b 1 2 3 4 5 6 7 8 9 |
			jq -c '.headers = {Link: "<{here}/next>; rel=next"}'
		echo '{"path":"/next","body":[],"delay_ms":50}'
		for digit in 1 2 3 4 5 6 7 8 9; do
			detail a/b "$digit" 'file("x"; 1)' |
				jq -c '.delay_ms = 50'
		done
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_asked 11
	asked .path | head -n 9 | grep -qx /next
	assert_equal "$(items '.sha[:1]' | paste -s -d ' ')" \
	    '"1" "2" "3" "4" "5" "6" "7" "8" "9"'
}

@test "files of any kind are taken as far as they are files" {
	{
		commits a/b 1
		detail a/b 1 'null, 3, {}, {filename: 1, patch: 2, status: null,
		    additions: -1, deletions: "x"}, {filename: "a\nb\u001b[m",
		    patch: "\u001b[31m\u202e"}'
	} | list | upstream
	fetch 0 --commits --diff a/b
	assert_equal "$(items .files)" \
	    '[{},{},{},{},{"path":"a b [m","patch":"\u001b[31m‮"}]'
	{
		commits a/b 1
		detail a/b 1 null | jq -c '.body.stats = 7 | .body.sha = "1" * 40'
	} | list | upstream
	fetch 0 --commits --diff --cache other a/b
	assert_equal "$(items .stats)" '{"files":1}'
}

@test "the memory that patches take follows the room for them" {
	needs_true_memory
	python3 - <<'PY'
import json
patch = "+ " + "x" * 60 + "\n"
answers = []
for repo in "1", "2":
    shas = ["%040x" % n for n in range(100)]
    answers.append({"path": "/repos/a/%s/commits" % repo, "body": [
        {"sha": sha, "commit": {"message": "x", "committer":
         {"date": "2026-02-02T10:00:00Z"}}} for sha in shas]})
with open("detail", "w") as out:
    json.dump({"stats": {}, "files": [
        {"filename": "f%d" % n, "patch": patch * 2000} for n in range(8)]}, out)
answers.append({"file": "detail"})
with open("answers", "w") as out:
    json.dump(answers, out)
PY
	upstream <answers
	python3 - <<'PY'
import resource, subprocess
with open("out", "w") as out:
    subprocess.run(["fetch-gh", "--date", "2026-02-02", "-CD", "a/1", "a/2"],
                   stdout=out, check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
# 200 MB came in; eight answers of one MB may be under way at once.
assert peak < 48 * 1024, peak
PY
	assert_equal "$(items .id | wc -l)" 200
}
