#!/usr/bin/env bats
# fetch-gh: which host is asked, by which token, and where redirects lead.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

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

@test "an address of IPv6 is a host like any other, with a token of its own" {
	needs_ipv6
	export GITHUB_TOKEN=secret GITHUB_API_URL=$SIX
	for link in "$SIX/next" "http://[0:0::1]:${SIX##*:}/next"; do
		{
			echo "[{\"path\":\"/next\",\"body\":["
			commit 2 2026-02-02T09:00:00Z
			echo "]},{\"headers\":{\"Link\":\"<$link>;rel=next\"},"
			echo '"body":['
			commit 1 2026-02-02T10:00:00Z
			echo ']}]'
		} | upstream
		fetch 0 --commits a/b
		assert_equal "$(asked '.port + " " + .headers.authorization')" \
		    $'six Bearer secret\nsix Bearer secret'
	done
	for link in '{here}/next' 'http://[::1]:1/next' 'http://[::2]/next' \
	    'http://[::1/next' 'http://::1/next'; do
		jq -nc --arg link "<$link>; rel=next" '[{body: [{}],
		    headers: {Link: $link}}]' | upstream
		fetch 3 --commits a/b
		fates | grep -q "the next page is on another host"
		assert_asked 1
	done
	upstream <<<'[{"port":"six","status":301,"headers":{"Location":"{here}/x"}},
	    {"body":[]}]'
	fetch 0 --commits a/b
	assert_equal "$(asked '.port + " " + .headers.authorization')" \
	    $'six Bearer secret\nhere '
	GITHUB_API_URL=http://[::1 run -2 fetch-gh a/b
}

@test "GH_TOKEN is sent, else GITHUB_TOKEN, else none; an empty one is none" {
	serve_commit
	GITHUB_TOKEN=two GH_TOKEN=one fetch 0 --commits a/b
	GITHUB_TOKEN=two GH_TOKEN='' fetch 0 --commits a/b
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

# names

# Serves an empty list of issues and one of commits, with jq's $1 done to it,
# to where /repos/a/b leads by the status $2.
moved() {
	jq -nc --argjson commit "$(commit 1 2026-02-02T10:00:00Z "$1")" \
	    --argjson status "$2" '[
	    {path: "/repos/a/b/*", status: $status, headers: {Location: "{here}/repositories/7/x"}},
	    {path: "/repositories/7", body: {full_name: "new/name"}},
	    {path: "*", body: [$commit]}]' | upstream
}

@test "the new name of a repository is told, if it has one" {
	moved '.html_url = "https://github.com/new/name/commit/1"' 301
	fetch 0 --commits a/b
	assert_equal "$(items .id)" \
	    '"gh:a/b@1111111111111111111111111111111111111111"'
	assert_equal "$(fates | jq -r .note)" "the repository is new/name now"
	moved '.html_url = null | .url = "https://api.github.com/repos/New/Name/commits/1"' 301
	fetch 0 --commits a/b
	assert_equal "$(fates | jq -r .note)" "the repository is New/Name now"
	moved '.html_url = "https://github.com/A/B/commit/1"' 302
	fetch 0 --commits a/b
	assert_equal "$(fates | jq -r .note)" null
}

@test "the new name of a repository where nothing happened is asked for" {
	moved . 301
	jq -c '.[2].body = [] | .[2].headers = {ETag: "x"}' answers.json >answers
	upstream <answers
	fetch 0 --issues a/b
	cp out first
	assert_equal "$(fates)" '{"source":"a/b issues","ok":true,"landed":0,"shown":0,"note":"the repository is new/name now"}'
	assert_equal "$(asked .path | tail -n 1)" /repositories/7
	fetch 0 --issues --offline a/b
	diff first out
	for answer in '.[1].status = 404' '.[1].body = {full_name: 7}' \
	    '.[1].body = []' '.[1].body = {full_name: "a/B"}'; do
		jq -c "$answer" answers | upstream
		fetch 0 --issues --cache other a/b
		assert_equal "$(fates | jq -c '[.ok, .note]')" '[true,null]'
	done
	moved . 301
	jq -c '.[0].headers.Location = "{elsewhere}/repositories/7/x" |
	    .[2].body = []' answers.json >answers
	upstream <answers
	fetch 0 --issues --cache third a/b
	assert_asked 2
}

# Fails unless a commit whose html_url is $1 gets the url $2.
assert_url() {
	serve_commit ".html_url = $(jq -nc --arg url "$1" '$url')"
	fetch 0 --commits a/b
	assert_equal "$1: $(items .url)" "$1: \"$2\""
}

@test "an address is taken from GitHub's own pages, else it is made" {
	local sha=1111111111111111111111111111111111111111
	local own=$HERE/a/b/commit/$sha

	assert_url "https://github.com/x" "https://github.com/x"
	assert_url "HTTPS://GitHub.com/x" "HTTPS://GitHub.com/x"
	assert_url "$HERE/x" "$HERE/x"
	for url in http://github.com/x https://github.com.evil.example/x \
	    https://github.com@evil.example/x https://evil.example/github.com/ \
	    https://github.com https://github.com:444/x //github.com/x \
	    javascript:alert\(1\) "https://github.com/a b" \
	    $'https://github.com/a\nb' 'https://github.com/"x' \
	    'https://github.com/<x>' https://github.com/é; do
		assert_url "$url" "$own"
	done
	GITHUB_SERVER_URL=https://code.example/ assert_url "$HERE/x" \
	    "https://code.example/a/b/commit/$sha"
	GITHUB_API_URL=$HERE/api/v3 assert_url "https://github.com/x" "$own"
	GITHUB_API_URL=$HERE/api/v3 assert_url "$HERE/x" "$HERE/x"
}

@test "addresses are made for every kind" {
	serve "*/issues" "[$(issue 7 2026-02-02T10:00:00Z '.html_url = 1')]" \
	    "*/pulls" "[$(issue 8 2026-02-02T10:00:00Z '.html_url = 1')]" \
	    "*/releases" '[{"tag_name":"v/1 é","published_at":"2026-02-02T10:00:00Z"}]'
	fetch 0 --issues --pulls --releases a/b
	assert_equal "$(items .url)" "\"$HERE/a/b/issues/7\"
\"$HERE/a/b/pull/8\"
\"$HERE/a/b/releases/tag/v%2F1%20%C3%A9\""
}

# Fails unless, with the API at $1 and the variables $3..., the token $2 is sent.
assert_token() {
	upstream <<<'[{"body":[]}]'
	env http_proxy="$HERE" no_proxy=127.0.0.1 GITHUB_API_URL="$1" "${@:3}" \
	    fetch-gh --date 2026-02-02 --commits a/b >out 2>err
	assert_equal "$1 ${*:3}: $(asked .headers.authorization)" "$1 ${*:3}: $2"
}

@test "each host gets the token that is meant for it, and no other" {
	assert_token "$HERE" "Bearer g" GH_TOKEN=g GH_ENTERPRISE_TOKEN=e
	assert_token "$HERE" "Bearer e" GITHUB_ENTERPRISE_TOKEN=e
	assert_token http://api.github.com "Bearer g" GITHUB_TOKEN=g GH_ENTERPRISE_TOKEN=e
	assert_token http://api.github.com null GH_ENTERPRISE_TOKEN=e
	assert_token http://api.x.ghe.com "Bearer g" GH_TOKEN=g GH_ENTERPRISE_TOKEN=e
	assert_token http://git.example/api/v3 "Bearer e" GH_TOKEN=g GH_ENTERPRISE_TOKEN=e GITHUB_ENTERPRISE_TOKEN=f
	assert_token http://git.example/api/v3 "Bearer f" GITHUB_ENTERPRISE_TOKEN=f
	assert_equal "$(cat err)" ""
	for host in git.example 127.evil.example localhost.example \
	    api.github.com.example notghe.com; do
		assert_token "http://$host" null GH_TOKEN=g GITHUB_TOKEN=g
		assert_equal "$(cat err)" "fetch-gh: $host: is asked without a token, for GH_TOKEN and GITHUB_TOKEN are those of github.com; GH_ENTERPRISE_TOKEN is for other hosts"
	done
}
