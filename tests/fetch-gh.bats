#!/usr/bin/env bats
# fetch-gh: records, windows, and the command line.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

# records

@test "a commit in full" {
	serve_commit '.commit.message = "[Kernel]  Page\tit (#123)\r\n\r\nIt pages.\n\nSigned-off-by: x"'
	fetch 0 --commits a/b
	cat >expected <<'EOF'
{"kind":"commit","id":"gh:a/b@1111111111111111111111111111111111111111","url":"https://github.com/a/b/commit/1111111111111111111111111111111111111111","repo":"a/b","title":"[Kernel] Page it (#123)","text":"It pages.\n\nSigned-off-by: x","created":"2026-02-02T10:00:00Z","authors":["author"],"sha":"1111111111111111111111111111111111111111","pr":123}
{"kind":"status","stage":"fetch-gh","source":"a/b commits","date":"2026-02-02","ok":true,"landed":1,"shown":1}
EOF
	diff expected out
}

@test "an issue in full" {
	serve_issue '.body = "It\ncrashes." | .labels = [{name: "bug"}, "plain"] |
	    .state = "closed" | .comments = 3 | .updated_at = "2026-02-03T00:00:00Z"'
	fetch 0 --issues a/b
	cat >expected <<'EOF'
{"kind":"issue","id":"gh:a/b#1","url":"https://github.com/a/b/issues/1","repo":"a/b","title":"Issue 1","text":"It\ncrashes.","created":"2026-02-02T10:00:00Z","updated":"2026-02-03T00:00:00Z","authors":["asker"],"number":1,"state":"closed","labels":["bug","plain"],"comments":3}
{"kind":"status","stage":"fetch-gh","source":"a/b issues","date":"2026-02-02","ok":true,"landed":1,"shown":1}
EOF
	diff expected out
}

@test "pull requests in full: opened, merged, both" {
	{
		issue 4 2026-02-02T10:00:00Z '.updated_at = "2026-02-04T00:00:00Z" |
		    .draft = true | .merged_at = null'
		issue 3 2026-01-01T00:00:00Z '.updated_at = "2026-02-03T09:00:00Z" |
		    .merged_at = "2026-02-02T23:59:59Z" | .state = "closed"'
		issue 2 2026-02-02T00:00:00Z '.updated_at = "2026-02-03T08:00:00Z" |
		    .merged_at = "2026-02-03T00:00:00Z" | .state = "closed"'
		issue 1 2026-01-01T00:00:00Z '.updated_at = "2026-02-02T01:00:00Z"'
		issue 9 2026-01-01T00:00:00Z '.updated_at = "2026-02-01T01:00:00Z"'
	} >pulls
	list <pulls >pulls.json
	upstream <<<'[{"path":"*/pulls","file":"pulls.json",
	    "headers":{"Link":"<{here}/more>; rel=\"next\""}}]'
	fetch 0 --pulls a/b
	cat >expected <<'EOF'
{"kind":"pull","id":"gh:a/b#4","url":"https://github.com/a/b/issues/4","repo":"a/b","title":"Issue 4","created":"2026-02-02T10:00:00Z","updated":"2026-02-04T00:00:00Z","authors":["asker"],"number":4,"state":"open","labels":[],"comments":0,"draft":true,"event":"opened"}
{"kind":"pull","id":"gh:a/b#3","url":"https://github.com/a/b/issues/3","repo":"a/b","title":"Issue 3","created":"2026-01-01T00:00:00Z","updated":"2026-02-03T09:00:00Z","authors":["asker"],"number":3,"state":"closed","labels":[],"comments":0,"merged":true,"event":"merged"}
{"kind":"pull","id":"gh:a/b#2","url":"https://github.com/a/b/issues/2","repo":"a/b","title":"Issue 2","created":"2026-02-02T00:00:00Z","updated":"2026-02-03T08:00:00Z","authors":["asker"],"number":2,"state":"closed","labels":[],"comments":0,"merged":true,"event":"opened"}
{"kind":"status","stage":"fetch-gh","source":"a/b pulls","date":"2026-02-02","ok":true,"landed":3,"shown":3}
EOF
	diff expected out
	assert_asked 1
	assert_equal "$(asked .query)" \
	    "per_page=100&state=all&sort=updated&direction=desc"
}

@test "releases in full, by the time of their publication, in any order" {
	cat >releases <<'EOF'
[{"tag_name":"v2","name":"","html_url":"https://github.com/a/b/releases/tag/v2","published_at":"2026-01-01T00:00:00Z"},
{"tag_name":"v1.2","name":"Version 1.2","body":"Notes.","html_url":"https://github.com/a/b/releases/tag/v1.2","created_at":"2026-01-01T00:00:00Z","published_at":"2026-02-02T12:00:00Z","author":{"login":"a[bot]","type":"Bot"},"draft":false},
{"tag_name":"v3","published_at":null,"draft":true},
{"tag_name":"v1.1","name":null,"body":null,"author":null,"published_at":"2026-02-02T00:00:00Z"}]
EOF
	serve "*/releases" "$(tr -d '\n' <releases)"
	fetch 0 --releases a/b
	cat >expected <<'EOF'
{"kind":"release","id":"gh:a/b/releases/v1.2","url":"https://github.com/a/b/releases/tag/v1.2","repo":"a/b","title":"Version 1.2","text":"Notes.","created":"2026-02-02T12:00:00Z","authors":["a[bot]"],"bot":true}
{"kind":"release","id":"gh:a/b/releases/v1.1","url":"HERE/a/b/releases/tag/v1.1","repo":"a/b","title":"v1.1","created":"2026-02-02T00:00:00Z","authors":[]}
{"kind":"status","stage":"fetch-gh","source":"a/b releases","date":"2026-02-02","ok":true,"landed":2,"shown":2}
EOF
	sed -i "s|HERE|$HERE|" expected
	diff expected out
}

@test "pull requests are never among the issues" {
	serve "*/issues" "[$(issue 3 2026-02-02T10:00:00Z '.pull_request = {url: "x"}'),$(issue 2 2026-02-02T09:00:00Z)]"
	fetch 0 --issues a/b
	assert_equal "$(items .number)" 2
	assert_equal "$(fates | jq -c '[.landed, .shown]')" "[1,1]"
}

@test "old issues with new comments are not new" {
	serve_issue '.created_at = "2026-01-02T10:00:00Z"'
	fetch 0 --issues a/b
	assert_equal "$(items .number)" ""
}

@test "a window is half-open, to the second" {
	local times='2026-02-03T00:00:00Z 2026-02-02T23:59:59Z
	    2026-02-02T00:00:00Z 2026-02-01T23:59:59Z'

	for time in $times; do
		commit "${time:18:1}" "$time" >>commits
		issue "1${time:18:1}" "$time" >>issues
	done
	serve "*/commits" "$(list <commits)" "*/issues" "$(list <issues)"
	fetch 0 a/b
	assert_equal "$(items .created | uniq -c | awk '{ print $2 }')" \
	    '"2026-02-02T23:59:59Z"
"2026-02-02T00:00:00Z"
"2026-02-02T23:59:59Z"
"2026-02-02T00:00:00Z"'
	assert_equal "$(asked .query | sort | paste -s)" \
	    "$(printf '%s\t' per_page=100\&since=2026-02-02T00%3A00%3A00Z\&until=2026-02-03T00%3A00%3A00Z)per_page=100&state=all&sort=created&direction=desc&since=2026-02-02T00%3A00%3A00Z"
}

@test "a span of time is taken to the second" {
	serve_commit
	fetch-gh --from 2026-02-02T10:00:00Z --to 2026-02-02T10:00:01Z \
	    --commits a/b >out
	assert_equal "$(items .created)" '"2026-02-02T10:00:00Z"'
	assert_equal "$(jq -c 'select(.kind == "status").date' out)" null
	fetch-gh --from 2026-02-02T09:59:59Z --to 2026-02-02T10:00:00Z \
	    --commits a/b >out
	assert_equal "$(items .created)" ""
}

@test "times before 1970 and behind 2099 are asked for as the next that are not" {
	local first=1970-01-01T00:00:00Z last=2099-12-31T23:59:59Z

	upstream <<<'[{"body": []}]'
	while read -r from to since until; do
		: >asked
		fetch-gh --from "$from" --to "$to" --commits a/b >out
		assert_equal "$from $to $(asked '.query | gsub("%3A"; ":")')" \
		    "$from $to per_page=100&since=$since&until=$until"
	done <<EOF
0000-01-01 9999-12-31 $first $last
0000-01-01 1969-12-31 $first $first
1969-12-31T23:59:59Z 1970-01-01T00:00:01Z $first 1970-01-01T00:00:01Z
2099-12-31T23:59:58Z 2100-01-01 2099-12-31T23:59:58Z $last
2100-01-01 9999-12-31T23:59:59Z $last $last
EOF
	: >asked
	fetch-gh --date 9999-12-31 --commits a/b >out
	assert_equal "$(asked '.query | gsub("%3A"; ":")')" \
	    "per_page=100&since=$last&until=$last"
}

@test "numbers beyond 32 bits are kept to the last digit" {
	serve_issue '.number = 9007199254740 | .comments = 4294967297'
	fetch 0 --issues a/b
	assert_equal "$(items '.id, .number, .comments')" \
	    $'"gh:a/b#9007199254740"\n9007199254740\n4294967297'
}

@test "a commit without account goes by the name in it" {
	for account in null '{}' '{"login":null}'; do
		serve_commit ".author = $account"
		fetch 0 --commits a/b
		assert_equal "$(items '[.authors, .bot]')" \
		    '[["A. Author"],null]'
	done
	serve_commit '.author = null | .commit.author = null'
	fetch 0 --commits a/b
	assert_equal "$(items .authors)" '[]'
}

@test "bots are known by their type, else by their name" {
	serve_commit '.author = {login: "helper", type: "Bot"}'
	fetch 0 --commits a/b
	assert_equal "$(items .bot)" true
	serve_commit '.author = null | .commit.author.name = "helper[bot]"'
	fetch 0 --commits a/b
	assert_equal "$(items .bot)" true
	serve_commit '.author = {login: "[bot]", type: "User"}'
	fetch 0 --commits a/b
	assert_equal "$(items .bot)" null
}

@test "merges and numbers of pull requests" {
	while IFS='|' read -r title number; do
		serve_commit ".commit.message = \"$title\""
		fetch 0 --commits a/b
		assert_equal "$title: $(items .pr)" "$title: $number"
	done <<'EOF'
Fix (#7)|7
Fix (#12) (#345)|345
(#1)|1
Fix #7|null
Fix (#7) again|null
Fix (7)|null
Fix (#)|null
Fix (#99999999999999999999)|null
EOF
	serve_commit '.parents = [{sha: "1"}, {sha: "2"}]'
	fetch 0 --commits a/b
	assert_equal "$(items .merge)" true
}

@test "whatever is null, absent or of another kind is left out" {
	serve_issue '.user = null | .labels = null | .body = "" | .state = 3 |
	    .title = ["x"] | .comments = "x" | .html_url = "javascript:alert(1)"'
	fetch 0 --issues a/b
	assert_equal "$(items .)" "{\"kind\":\"issue\",\"id\":\"gh:a/b#1\",\"url\":\"$HERE/a/b/issues/1\",\"repo\":\"a/b\",\"created\":\"2026-02-02T10:00:00Z\",\"updated\":\"2026-02-02T10:00:00Z\",\"authors\":[],\"number\":1,\"labels\":[]}"
	serve_issue '.labels = [null, {}, 3, {name: null}, {name: ""}, {name: "x"}]'
	fetch 0 --issues a/b
	assert_equal "$(items .labels)" '["x"]'
}

@test "an object that cannot be identified is told of, the others are there" {
	local good

	good=$(issue 2 2026-02-02T10:00:00Z)
	for bad in null 3 '"x"' '[]' '{}' '{"number":"1","created_at":"2026-02-02T10:00:00Z"}' \
	    '{"number":1e300,"created_at":"2026-02-02T10:00:00Z"}' \
	    '{"number":1,"created_at":"yesterday"}'; do
		serve "*/issues" "[$bad,$good]"
		fetch 3 --issues a/b
		assert_equal "$bad: $(fates)" "$bad: {\"source\":\"a/b issues\",\"ok\":false,\"landed\":1,\"shown\":1,\"error\":\"an item of the list cannot be read\"}"
		assert_equal "$(items .number)" 2
	done
	serve_commit '.commit.committer = null'
	fetch 3 --commits a/b
}

@test "long bodies are cut at a character, and say so" {
	serve_issue '.body = ("x" + "é" * 40000)'
	fetch 0 --issues a/b
	assert_equal "$(items '[(.text | utf8bytelength), (.text | length), .truncated]')" \
	    "[65535,32768,true]"
	serve_issue '.body = "x" * 65536'
	fetch 0 --issues a/b
	assert_equal "$(items '[(.text | length), .truncated]')" "[65536,null]"
}

@test "lone surrogates spoil themselves alone" {
	upstream <<'EOF'
[{"path": "*/issues", "body": "[{\"number\":1,\"created_at\":\"2026-02-02T10:00:00Z\",\"title\":\"a\\ud83dz \\udc00 \\ud83d\\ude00 \\\\ud83d\"}]"}]
EOF
	fetch 0 --issues a/b
	assert_equal "$(items .title)" '"a�z � 😀 \\ud83d"'
}

@test "hostile titles become one line" {
	serve_issue '.title = "a\n\u001b[31mb\u202e\u2028c\ufeff\u0007"'
	fetch 0 --issues a/b
	assert_equal "$(items .title)" '"a [31mb c"'
}

# the command line

@test "commits and issues are the usual kinds" {
	upstream <<<'[{"body":[]}]'
	fetch 0 a/b
	assert_equal "$(fates | jq -r .source | paste -s)" \
	    $'a/b commits\ta/b issues'
}

@test "repositories come from operands and files, each once" {
	upstream <<<'[{"body":[]}]'
	printf '# mine\n a/1 # one\n\nA/2\r\na/1\n' >repos
	fetch 0 --commits --file repos a/3 a/2 a/.github
	assert_equal "$(fates | jq -r '.source | split(" ")[0]' | paste -s -d ' ')" \
	    "a/1 A/2 a/3 a/.github"
}

@test "a list with a line that is no repository ends with 2 and its place" {
	printf 'a/b\n\na b\n' >repos
	run -2 fetch-gh --file repos
	assert_output "fetch-gh: repos:3: not OWNER/REPO: a b"
	run -2 fetch-gh --file missing
	assert_output "fetch-gh: missing: No such file or directory"
	: >repos
	run -2 fetch-gh --file repos
}

@test "names that are no repository end with 2, and nobody is asked" {
	upstream <<<'[]'
	for name in a a/ /b a/b/c a/b/ ../x x/.. x/. ./x 'a/b?c' 'a/b#c' a/%2e \
	    'a b/c' 'a/b c' '' / https://github.com/a/b a/é $'a/b\nX: y' a//b; do
		run -2 fetch-gh --date 2026-02-02 a/b "$name"
		assert_output --regexp '^fetch-gh: .*: not OWNER/REPO'
	done
	assert_asked 0
}

@test "--branch names what commits are read, encoded" {
	upstream <<<'[{"body":[]}]'
	fetch 0 --branch 'v1/x y&z' a/b
	assert_equal "$(asked .query | grep -o '&sha=.*')" '&sha=v1%2Fx%20y%26z'
}

@test "wrong options end with 2 and one line" {
	while read -r arguments; do
		IFS=' ' read -ra words <<<"$arguments"
		run -2 fetch-gh "${words[@]}"
		assert_equal "$arguments: ${#lines[@]}" "$arguments: 1"
		assert_output --regexp '^fetch-gh: '
	done <<'EOF'

--date 2026-02-30 a/b
--from 2026-02-02 a/b
--from 2026-02-03 --to 2026-02-02 a/b
--date 2026-02-02 --from 2026-02-01 --to 2026-02-02 a/b
--max 0 a/b
--patience x a/b
--bogus a/b
a/b -z
a/b --branch
EOF
}

@test "help and version" {
	run -0 fetch-gh --help
	for option in date from to commits issues pulls releases branch max file \
	    cache offline patience help version verbose quiet; do
		assert_output --partial "--$option"
	done
	run -0 fetch-gh -V
	assert_output --regexp '^fetch-gh \(dair\) '
}

@test "-v says what is asked, -q keeps to errors, and both change no record" {
	serve_commit
	fetch 0 --commits a/b
	cp out plain
	assert_equal "$(cat err)" ""
	fetch 0 -v --commits a/b
	grep -q "^fetch-gh: asking $HERE/repos/a/b/commits" err
	diff plain out
	fetch 0 -q --commits a/b
	assert_equal "$(cat err)" ""
	diff plain out
}

@test "output that cannot be written: exit 3" {
	[ -c /dev/full ] || skip "no /dev/full"
	serve_commit
	run -3 bash -c 'fetch-gh --date 2026-02-02 --commits a/b >/dev/full'
	assert_output --partial "fetch-gh: standard output: "
}

@test "lists that fail for the same reason are told of in one line" {
	export GITHUB_API_URL=http://127.0.0.1:1
	run -3 --separate-stderr fetch-gh --patience 0 -d 2026-02-02 a/b c/d
	assert_equal "$(grep -c . <<<"${stderr-}")" 1
	[[ ${stderr-} == "fetch-gh: a/b commits and 3 more: "* ]]
}
