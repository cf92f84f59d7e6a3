#!/usr/bin/env bats
# fetch-gh against an upstream on loopback: records, windows, pages, redirects,
# refusals and faults, and the command line.
# shellcheck disable=SC2016 # dollars are for jq

load helper
load upstream

setup() {
	upstream_setup
}

# Prints the object $2 on one line, with jq's $1 done to it.
done_to() {
	if [ -n "$1" ]; then
		jq -c "$1" <<<"$2"
	else
		tr -d '\n' <<<"$2" && echo
	fi
}

# A commit $1 (one digit, repeated) at the time $2, with jq's $3 done to it.
commit() {
	local ten=$1$1$1$1$1$1$1$1$1$1
	local sha=$ten$ten$ten$ten

	done_to "${3-}" "{\"sha\":\"$sha\",
	    \"html_url\":\"https://github.com/a/b/commit/$sha\",
	    \"commit\":{\"message\":\"Title\",
	    \"author\":{\"name\":\"A. Author\",\"date\":\"$2\"},
	    \"committer\":{\"name\":\"GitHub\",\"date\":\"$2\"}},
	    \"author\":{\"login\":\"author\",\"type\":\"User\"},
	    \"committer\":null,\"parents\":[{\"sha\":\"0\"}]}"
}

# An issue $1 created at the time $2, with jq's $3 done to it.
issue() {
	done_to "${3-}" "{\"number\":$1,\"title\":\"Issue $1\",
	    \"html_url\":\"https://github.com/a/b/issues/$1\",\"state\":\"open\",
	    \"user\":{\"login\":\"asker\",\"type\":\"User\"},\"labels\":[],
	    \"comments\":0,\"body\":null,\"created_at\":\"$2\",
	    \"updated_at\":\"$2\"}"
}

# The objects on standard input as a list.
list() {
	echo "[$(paste -s -d ,)]"
}

# Answers with the list $2 for the path $1, and so on for each pair.
serve() {
	while [ $# -gt 0 ]; do
		printf '{"path":"%s","body":%s}\n' "$1" "$2"
		shift 2
	done | list | upstream
}

# Serves one commit of 2 February 2026 with jq's $1 done to it.
serve_commit() {
	serve "*/commits" "[$(commit 1 2026-02-02T10:00:00Z "${1-}")]"
}

# Serves one issue of 2 February 2026 with jq's $1 done to it.
serve_issue() {
	serve "*/issues" "[$(issue 1 2026-02-02T10:00:00Z "${1-}")]"
}

# Runs it for 2 February 2026 with the arguments $2... Fails unless it ends
# with the status $1; leaves "out" and "err".
fetch() {
	local wanted=$1 status=0

	shift
	fetch-gh --date 2026-02-02 "$@" >out 2>err || status=$?
	cat err
	assert_equal "$status" "$wanted"
}

# What jq's $1 makes of each item in "out", a line each.
items() {
	jq -c "select(.kind != \"status\") | $1" out
}

# The status records, without what is the same in all of them.
fates() {
	jq -c 'select(.kind == "status") | del(.kind, .stage, .date)' out
}

# Fails unless the list of commits of a/b fails with exit 3 because of $1.
assert_failure_of_commits() {
	fetch 3 --commits a/b
	assert_equal "$(fates)" "{\"source\":\"a/b commits\",\"ok\":false,\"landed\":0,\"shown\":0,\"error\":\"$1\"}"
	assert_equal "$(cat err)" "fetch-gh: a/b commits: $1"
}

# Fails unless the answers on standard input make the commits of a/b fail so.
assert_answer_fails() {
	upstream
	assert_failure_of_commits "$1"
}

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
{"kind":"release","id":"gh:a/b/releases/v1.1","repo":"a/b","title":"v1.1","created":"2026-02-02T00:00:00Z","authors":[]}
{"kind":"status","stage":"fetch-gh","source":"a/b releases","date":"2026-02-02","ok":true,"landed":2,"shown":2}
EOF
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
	assert_equal "$(items .)" '{"kind":"issue","id":"gh:a/b#1","repo":"a/b","created":"2026-02-02T10:00:00Z","updated":"2026-02-02T10:00:00Z","authors":[],"number":1,"labels":[]}'
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

# pages

@test "Link is followed word for word, until there is none" {
	{
		echo '[{"path": "*/commits", "query": "since", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link":
		    "<{here}/repositories/1/c?after=a%2Fb,c;d&page=2>; rel=\"next\""}},
		    {"path": "/repositories/1/c", "query": "page=2", "body": ['
		commit 2 2026-02-02T09:00:00Z
		echo '], "headers": {"Link":
		    "<{here}/x?a,b>; rel=prev, <{here}/last>; title=\"next\"; rel=\"next\", <{here}/y>; rel=\"last\""}},
		    {"path": "/last", "body": ['
		commit 3 2026-02-02T08:00:00Z
		echo '], "headers": {"Link": "<{here}/x>; rel=\"prev\""}}]'
	} | upstream
	fetch 0 --commits a/b
	assert_equal "$(items '.sha[:1]' | paste -s)" $'"1"\t"2"\t"3"'
	assert_equal "$(asked '.path + "?" + .query' | tail -n 2)" \
	    $'/repositories/1/c?after=a%2Fb,c;d&page=2\n/last?'
	assert_equal "$(fates | jq -c '[.ok, .landed]')" '[true,3]'
}

# Fails unless the Link header $1 leads to the page /next, or with $2 to none.
assert_link() {
	jq -nc --arg link "$1" --argjson body "[$(commit 1 2026-02-02T10:00:00Z)]" \
	    '[{path: "/next", body: []},
	    {path: "*/commits", body: $body, headers: {Link: $link}}]' | upstream
	fetch 0 --commits a/b
	assert_equal "$1: $(asked .path | tail -n 1)" \
	    "$1: ${2:-/next}"
}

@test "a next link is found in all its spellings, and nothing else is one" {
	assert_link '<{here}/next>; rel="next"'
	assert_link '<{here}/next>;rel=next'
	assert_link '<{here}/next>; type="a"; rel = "prev next"'
	assert_link '<{here}/x>; rel="prev", <{here}/next>; REL="NEXT"; a=b'
	assert_link '<{here}/x>; rel="last",<{here}/next>; rel="next",<{here}/y>; rel="first"'
	assert_link '<{here}/x>; rel="nextish"' /repos/a/b/commits
	assert_link '<{here}/x>; title="next"' /repos/a/b/commits
	assert_link '<{here}/x>; rel="prev"; next' /repos/a/b/commits
	assert_link '<{here}/x; rel="next"' /repos/a/b/commits
	assert_link '; rel="next"' /repos/a/b/commits
}

@test "a next page on another host or port is refused, and not asked" {
	for link in '{elsewhere}/next' http://localhost:1/next \
	    https://127.0.0.1/next ftp://127.0.0.1/ /next //127.0.0.1/next; do
		jq -nc --arg link "<$link>; rel=\"next\"" \
		    --argjson body "[$(commit 1 2026-02-02T10:00:00Z)]" \
		    '[{path: "*/commits", body: $body, headers: {Link: $link}}]' |
			upstream
		GITHUB_TOKEN=secret fetch 3 --commits a/b
		assert_equal "$link: $(fates)" "$link: {\"source\":\"a/b commits\",\"ok\":false,\"landed\":1,\"shown\":1,\"error\":\"the next page is on another host\"}"
		assert_asked 1
	done
}

@test "a next link that goes in circles ends" {
	{
		echo '[{"path": "*/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/repos/a/b/commits?x>; rel=\"next\""}}]'
	} | upstream
	fetch 3 --commits a/b
	assert_equal "$(fates)" '{"source":"a/b commits","ok":false,"landed":1,"shown":1,"error":"more than 100 pages"}'
	assert_asked 100
}

@test "an item that stands on two pages is one" {
	{
		echo '[{"path": "*/issues", "body": ['
		issue 2 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/next>; rel=\"next\""}},
		    {"path": "/next", "body": ['
		issue 2 2026-02-02T10:00:00Z
		echo ,
		issue 1 2026-02-02T09:00:00Z
		echo ']}]'
	} | upstream
	fetch 0 --issues a/b
	assert_equal "$(items .number | paste -s)" $'2\t1'
	assert_equal "$(fates | jq -c '[.landed, .shown]')" '[2,2]'
}

@test "no page is asked for behind the first issue that is too old" {
	{
		echo '[{"path": "*/issues", "body": ['
		issue 3 2026-02-01T10:00:00Z
		echo ,
		issue 2 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/next>; rel=\"next\""}}]'
	} | upstream
	fetch 0 --issues a/b
	assert_asked 1
	assert_equal "$(items .number)" 2
}

@test "a fault on a later page leaves the pages before it, and exit 3" {
	{
		echo '[{"path": "*/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/next>; rel=\"next\""}},
		    {"path": "/next", "status": 422}]'
	} | upstream
	fetch 3 --commits a/b
	assert_equal "$(fates)" '{"source":"a/b commits","ok":false,"landed":1,"shown":1,"error":"HTTP 422, the list cannot be read that far"}'
	assert_equal "$(items '.sha[:1]')" '"1"'
}

@test "--max shows the newest and counts all" {
	serve "*/commits" "$(for n in 1 2 3; do commit $n "2026-02-02T1$n:00:00Z"; done | list)"
	fetch 0 --commits --max 2 a/b
	assert_equal "$(items '.sha[:1]' | paste -s)" $'"1"\t"2"'
	assert_equal "$(fates | jq -c '[.landed, .shown]')" '[3,2]'
}

# redirects and the token

@test "a repository that moved is followed to its new name" {
	{
		echo '[{"path": "/repos/*", "status": 301,
		    "headers": {"Location": "/repositories/7/commits?since=x"},
		    "body": {"message": "Moved Permanently"}},
		    {"path": "/repositories/7/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo ']}]'
	} | upstream
	GITHUB_TOKEN=secret fetch 0 --commits a/b
	assert_equal "$(items .id)" \
	    '"gh:a/b@1111111111111111111111111111111111111111"'
	assert_equal "$(asked .headers.authorization)" \
	    $'Bearer secret\nBearer secret'
}

@test "to another host or port a redirect goes without the token" {
	for place in '{elsewhere}/x' "http://localhost:${ELSEWHERE##*:}/x"; do
		jq -nc --arg place "$place" '[{port: "elsewhere", body: []},
		    {status: 302, headers: {Location: $place}}]' | upstream
		GITHUB_TOKEN=secret fetch 0 --commits a/b
		assert_equal "$(asked .port | paste -s)" $'here\telsewhere'
		assert_equal "$(asked .headers.authorization | paste -s)" \
		    $'Bearer secret\tnull'
	done
}

@test "redirects without end or to other services are refused, once" {
	upstream <<<'[{"status":301,"headers":{"Location":"/x"}}]'
	fetch 3 --commits a/b
	assert_asked 6
	upstream <<<'[{"status":301,"headers":{"Location":"file:///etc/passwd"}}]'
	fetch 3 --commits a/b
	assert_asked 1
	upstream <<<'[{"status":301}]'
	assert_failure_of_commits "HTTP 301"
}

@test "GITHUB_TOKEN is sent, else GH_TOKEN, else none; an empty one is none" {
	serve_commit
	GITHUB_TOKEN=one GH_TOKEN=two fetch 0 --commits a/b
	GITHUB_TOKEN='' GH_TOKEN=two fetch 0 --commits a/b
	GITHUB_TOKEN='' GH_TOKEN='' fetch 0 --commits a/b
	assert_equal "$(asked .headers.authorization | paste -s)" \
	    $'Bearer one\tBearer two\tnull'
}

@test "a token that would make a header of its own is refused" {
	serve_commit
	for token in $'secret\nX: y' $'secret\r' 'secret token' $'\xe9secret'; do
		GH_TOKEN=$token run -2 fetch-gh --commits a/b
		assert_output "fetch-gh: GH_TOKEN: no token has a blank or a control character in it"
	done
	assert_asked 0
}

@test "the token is neither told nor kept, nor on a command line" {
	upstream <<'EOF'
[{"status": 401, "path": "*/issues", "body": {"message": "Bad credentials"}},
 {"path": "*/commits", "body": [], "delay_ms": 300}]
EOF
	GITHUB_TOKEN=secret fetch-gh -v --date 2026-02-02 a/b >out 2>err &
	sleep 0.15
	run tr '\0' ' ' <"/proc/$!/cmdline"
	refute_output --partial secret
	wait $! || true
	assert_equal "$(jq -c .ok out | paste -s)" $'true\tfalse'
	run -1 grep -rl secret out err cache
	grep -rq secret asked
}

@test "all requests say who asks and in which version" {
	upstream <<<'[{"body":[]}]'
	fetch 0 a/b
	assert_equal "$(asked '.headers | [.accept, ."x-github-api-version", ."user-agent"] | join(" ")' | sort -u)" \
	    "application/vnd.github+json 2022-11-28 dair/0.1"
}

# refusals and faults

@test "what GitHub refuses is said in words, and not asked again" {
	assert_answer_fails "HTTP 404, there is no such repository, or it is private: Not Found" <<'EOF'
[]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 401, the token is not valid; check GITHUB_TOKEN: Bad credentials" <<'EOF'
[{"status": 401, "body": {"message": "Bad credentials", "status": "401"}}]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 403, refused: Resource not accessible by integration" <<'EOF'
[{"status": 403, "body": {"message": "Resource not accessible by integration"},
  "headers": {"X-RateLimit-Remaining": "12", "X-RateLimit-Reset": "9999999999"}}]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 410, it is gone or switched off: Gone" <<'EOF'
[{"status": 410, "body": {"message": "Gone"}}]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 422, the list cannot be read that far: Validation Failed" <<'EOF'
[{"status": 422, "body": {"message": "Validation Failed", "errors": [{}]}}]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 451, blocked for legal reasons: Repository access blocked" <<'EOF'
[{"status": 451, "body": {"message": "Repository access blocked", "block": {}}}]
EOF
	assert_asked 1
}

@test "an error in HTML, or none at all, goes by its status" {
	assert_answer_fails "HTTP 404, there is no such repository, or it is private" \
	    <<<'[{"status":404,"body":"<html>not here</html>"}]'
	assert_answer_fails "HTTP 418" <<<'[{"status":418}]'
	assert_answer_fails "HTTP 204" <<<'[{"status":204}]'
}

@test "an empty repository has no commits, and that is no fault" {
	upstream <<<'[{"status":409,"body":{"message":"Git Repository is empty."}}]'
	fetch 0 --commits a/b
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":0,"shown":0,"note":"the repository is empty"}'
	cp out first
	fetch 0 --commits --offline a/b
	diff first out
}

@test "issues that are switched off are no fault" {
	upstream <<<'[{"status":410,"body":{"message":"Issues are disabled for this repo"}}]'
	fetch 0 --issues a/b
	assert_equal "$(fates)" '{"source":"a/b issues","ok":true,"landed":0,"shown":0,"note":"switched off there"}'
}

@test "a quota that is used up is waited for, if that is soon" {
	serve_commit
	jq -c --arg reset "$(($(date +%s) + 1))" '[{status: 403, times: 1, headers:
	    {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": $reset}}] + .' \
	    answers.json >answers
	upstream <answers
	fetch 0 --commits a/b
	assert_asked 2
}

@test "a quota that is used up for longer fails all that are not asked yet" {
	upstream <<'EOF'
[{"path": "*/issues", "status": 403, "body": {"message": "API rate limit exceeded"},
  "headers": {"Date": "Mon, 02 Feb 2026 10:00:00 GMT",
  "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1770030000"}},
 {"body": [], "delay_ms": 300}]
EOF
	fetch 1 --issues --commits a/{1,2,3,4,5,6}
	assert_asked 8
	assert_equal "$(fates | jq -r '.error // "fine"' | sort | uniq -c |
	    sed 's/^ *//')" \
	    "4 HTTP 403, refused: API rate limit exceeded; it may be asked again at 2026-02-02T11:00:01Z
4 fine
4 not asked, for another question was refused; it may be asked again at 2026-02-02T11:00:01Z"
}

@test "Retry-After is waited for, by all questions" {
	upstream <<'EOF'
[{"times": 1, "status": 429, "headers": {"Retry-After": "1"}},
 {"times": 7, "delay_ms": 100, "body": []}, {"body": []}]
EOF
	fetch 0 --issues --commits a/{1,2,3,4,5}
	assert_asked 11
	asked .time | sort | awk '
		NR == 1 { first = $1 }
		NR > 8 && $1 - first < 0.95 { exit 1 }'
}

@test "the secondary limit costs a minute, which patience may not allow" {
	assert_answer_fails "HTTP 403, refused: You have exceeded a secondary rate limit" <<'EOF'
[{"status": 403, "headers": {"X-RateLimit-Remaining": "12"},
  "body": {"message": "You have exceeded a secondary rate limit"}}]
EOF
	assert_asked 1
	assert_answer_fails "HTTP 429, asked too often" <<<'[{"status":429}]'
	assert_asked 1
}

@test "a Retry-After beyond patience fails the list, and says until when" {
	assert_answer_fails "HTTP 429, asked too often; it may be asked again at 2026-02-02T10:01:00Z" <<'EOF'
[{"status": 429, "headers": {"Retry-After": "60",
  "Date": "Mon, 02 Feb 2026 10:00:00 GMT"}}]
EOF
	assert_answer_fails "HTTP 503; it may be asked again at 2026-02-02T10:01:00Z" <<'EOF'
[{"status": 503, "headers": {"Retry-After": "60",
  "Date": "Mon, 02 Feb 2026 10:00:00 GMT"}}]
EOF
}

@test "errors of the server and broken connections are asked again" {
	serve_commit
	jq -c '[{status: 502, times: 1, body: "<html>Bad Gateway</html>"},
	    {close: true, times: 1}] + .' answers.json >answers
	upstream <answers
	fetch 0 --commits a/b
	assert_asked 3
	jq -c '[{truncate: 20, times: 1, body: "[ and the rest is missing]"}] + .[2:]' \
	    answers | upstream
	fetch 0 --commits a/b
	assert_asked 2
}

@test "what is no list is an error, however it came" {
	assert_answer_fails "the answer is not a list in JSON" <<<'[{"body":""}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":"<html></html>"}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":{"message":"hello"}}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":"[{\"sha\":","length":false}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":"[]]"}]'
}

@test "70 MB are refused, at once where the length is said, and fill no memory" {
	head -c 70000000 /dev/zero | tr '\0' ' ' >huge
	upstream <<<'[{"file":"huge"}]'
	assert_failure_of_commits "the answer is larger than 64 MiB"
	assert_asked 1
	upstream <<<'[{"file":"huge","length":false}]'
	# What the address sanitizer holds back is not the program's.
	ASAN_OPTIONS=quarantine_size_mb=0 python3 - <<'EOF'
import resource, subprocess, sys
command = ["fetch-gh", "--date", "2026-02-02", "--commits", "a/b"]
done = subprocess.run(command, capture_output=True, text=True)
sys.stdout.write(done.stderr)
assert done.stderr == ("fetch-gh: a/b commits: "
                       "the answer is larger than 64 MiB\n"), done
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
assert peak < 190 * 1024, peak
EOF
	assert_asked 1
}

@test "a server that is silent is left when patience ends" {
	upstream <<<'[{"delay_ms":60000}]'
	SECONDS=0
	fetch 3 --commits --patience 0 a/b
	[ "$SECONDS" -lt 10 ]
	assert_asked 1
	fates | jq -e '.error | test("too slow|timed out")'
}

@test "one repository that fails: the others are there, exit 1" {
	serve "/repos/a/1/commits" "[$(commit 1 2026-02-02T10:00:00Z)]" \
	    "/repos/a/3/commits" "[$(commit 3 2026-02-02T10:00:00Z)]"
	fetch 1 --commits a/1 a/2 a/3
	assert_equal "$(items .repo | paste -s)" $'"a/1"\t"a/3"'
	assert_equal "$(fates | jq -c .ok | paste -s)" $'true\tfalse\ttrue'
	assert_equal "$(wc -l <err)" 1
}

@test "nobody there: exit 3, and each list says so" {
	GITHUB_API_URL=http://127.0.0.1:1 fetch 3 --patience 0 a/b c/d
	assert_equal "$(fates | jq -c .ok | paste -s)" \
	    $'false\tfalse\tfalse\tfalse'
}

# order, manners, the cache

@test "records leave in the order named, whatever the network does" {
	{
		echo '[{"path": "/repos/a/1/commits", "delay_ms": 300, "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo ']}, {"path": "/repos/a/1/*", "delay_ms": 100, "body": []},
		    {"path": "/repos/a/2/issues", "body": ['
		issue 2 2026-02-02T10:00:00Z
		echo ']}, {"body": []}]'
	} | upstream
	fetch 0 --releases --pulls --issues --commits a/1 a/2
	assert_equal "$(jq -r '.source // .id' out)" \
	    "gh:a/1@1111111111111111111111111111111111111111
a/1 commits
a/1 issues
a/1 pulls
a/1 releases
a/2 commits
gh:a/2#2
a/2 issues
a/2 pulls
a/2 releases"
}

@test "eight questions at once, and no more, over as many connections" {
	upstream <<<'[{"body":[],"delay_ms":50}]'
	fetch 0 a/{1,2,3,4,5,6,7,8,9}
	assert_asked 18
	assert_equal "$(asked .open | sort -n | tail -n 1)" 8
	assert_equal "$(asked .connection | sort -u | wc -l)" 8
}

@test "a reader that goes away ends it quietly" {
	{
		echo '[{"path": "/repos/a/1/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo ']}, {"path": "/repos/a/3/commits", "delay_ms": 20000, "body": []},
		    {"body": [], "delay_ms": 200}]'
	} | upstream
	SECONDS=0
	run -0 bash -c 'fetch-gh --date 2026-02-02 --commits a/{1,2,3} | head -n 1
	    echo ${PIPESTATUS[0]}'
	[ "$SECONDS" -lt 10 ]
	assert_line --index 0 --partial '"kind":"commit"'
	assert_line --index 1 141
	assert_equal "${#lines[@]}" 2
}

@test "what has not changed is not sent again, page by page" {
	local etag='"asked": {"If-None-Match": "^W/\"one\"$"}'

	{
		echo "[{\"path\": \"*/commits\", \"status\": 304, $etag},"
		echo ' {"path": "/next", "status": 304,
		    "asked": {"If-None-Match": "two"}},
		    {"path": "*/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"ETag": "W/\"one\"",
		    "Link": "<{here}/next>; rel=\"next\""}},
		    {"path": "/next", "headers": {"etag": "\"two\""}, "body": ['
		commit 2 2026-02-02T09:00:00Z
		echo ']}]'
	} | upstream
	fetch 0 --commits a/b
	cp out first
	assert_equal "$(items '.sha[:1]' | paste -s)" $'"1"\t"2"'
	fetch 0 --commits a/b
	diff first out
	assert_equal "$(asked '.headers["if-none-match"]' | paste -s)" \
	    $'null\tnull\tW/"one"\t"two"'
	: >asked
	fetch 0 --commits --offline a/b
	diff first out
	assert_asked 0
}

@test "a kept answer never hides an error, and stays for offline" {
	serve_commit
	fetch 0 --commits a/b
	cp out first
	upstream <<<'[{"status":404}]'
	fetch 3 --commits a/b
	fetch 0 --commits --offline a/b
	diff first out
}

@test "offline without an answer: exit 3, nobody is asked" {
	upstream <<<'[]'
	fetch 3 --offline --cache none --commits a/b
	assert_equal "$(fates | jq -r .error)" "not in the cache"
	assert_asked 0
	assert_not_exist none
}

@test "a kept answer that is spoilt is asked for anew" {
	serve_commit '.x = 1'
	fetch 0 --commits a/b
	for content in '' garbage $'HTTP/1.1\r\n\r\n'; do
		printf '%s' "$content" >"$(echo cache/dair/*)"
		fetch 0 --commits a/b
		assert_equal "$(items '.sha[:1]')" '"1"'
	done
}

@test "two that share a cache do not disturb each other" {
	upstream <<<'[{"body":[],"headers":{"ETag":"\"x\""},"delay_ms":20}]'
	local pids=()

	for n in 1 2 3 4; do
		fetch-gh --date 2026-02-02 a/{1,2,3,4} >"out$n" &
		pids+=($!)
	done
	wait "${pids[@]}"
	for n in 2 3 4; do
		diff out1 "out$n"
	done
	assert_equal "$(find cache/dair -type f | wc -l)" 8
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

@test "an address of GitHub Enterprise has a path, and may end in slashes" {
	{
		echo '[{"path": "/api/v3/repos/a/b/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link":
		    "<{here}/api/v3/repositories/1/commits?page=2>; rel=\"next\""}},
		    {"path": "/api/v3/repositories/*", "body": []}]'
	} | upstream
	for url in "$HERE/api/v3" "$HERE/api/v3//"; do
		GITHUB_API_URL=$url fetch 0 --commits a/b
	done
	assert_asked 4
}

@test "a GITHUB_API_URL that is none ends with 2, and no password is repeated" {
	for url in api.github.com localhost:8000 ftp://a.example http:///x \
	    http://u:secret@a.example http://:secret@a.example; do
		GITHUB_API_URL=$url run -2 fetch-gh --date 2026-02-02 a/b
		assert_output --regexp '^fetch-gh: GITHUB_API_URL: '
		refute_output --partial secret
	done
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
