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
