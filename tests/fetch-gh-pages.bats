#!/usr/bin/env bats
# fetch-gh: pages of lists, their order, and the answers that are kept.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

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

@test "a next link that goes in circles ends, and so do pages without end" {
	{
		echo '[{"path": "*/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/repos/a/b/commits?x>; rel=\"next\""}}]'
	} | upstream
	fetch 3 --commits a/b
	assert_equal "$(fates)" '{"source":"a/b commits","ok":false,"landed":1,"shown":1,"error":"the pages go in circles"}'
	assert_asked 2
	{
		for n in {1..120}; do
			echo "{\"path\":\"/$n\",\"body\":[{}],\"headers\":{\"Link\":
			    \"<{here}/$((n + 1))>; rel=next\"}}"
		done
		echo '{"body":[{}],"headers":{"Link":"<{here}/1>; rel=next"}}'
	} | jq -s . | upstream
	fetch 3 --commits a/b
	assert_equal "$(fates | jq -r .error)" "more than 100 pages"
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

@test "offline, a list that was kept before the end of the day is not whole" {
	upstream <<-'END'
		[{"path":"/repos/a/b/releases","headers":{"Date":"Mon, 02 Feb 2026 20:00:00 GMT"},"body":[]}]
	END
	fetch 0 --releases a/b
	fetch 3 --releases --offline a/b
	assert_equal "$(fates | jq -r .error)" \
	    "kept at 2026-02-02T20:00:00Z, before the end"
	fetch 0 --date 2026-02-01 --releases --offline a/b
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

# links in odd places, lists that are too much, lists that move

@test "a next link is found in any of several Link lines" {
	{
		echo '[{"path": "*/commits", "body": ['
		commit 1 2026-02-02T10:00:00Z
		echo '], "headers": {"LINK": ["<{here}/x>; rel=\"last\"",
		    "<{here}/two?a=1,2>; crossorigin; REL=Next; title=x"],
		    "X-Link": "<{here}/wrong>; rel=\"next\""}},
		    {"path": "/two", "body": [], "headers": {"link": ""}}]'
	} | upstream
	fetch 0 --commits a/b
	assert_equal "$(asked '.path + "?" + .query' | tail -n +2)" '/two?a=1,2'
}

@test "what GitHub gives up on is asked for in smaller and smaller pages" {
	{
		for size in 100 50; do
			echo "{\"query\":\"per_page=$size&\",\"status\":$((size == 100 ? 502 : 504)),
			    \"times\":1}"
		done
		echo '{"query":"per_page=25&","body":['
		commit 1 2026-02-02T10:00:00Z
		echo '],"headers":{"Link":"<{here}/two?per_page=25>; rel=next"}}'
		echo '{"path":"/two","status":504,"times":1}'
		echo '{"query":"per_page=12&","body":['
		commit 1 2026-02-02T10:00:00Z
		echo ,
		commit 2 2026-02-02T09:00:00Z
		echo ']}'
	} | jq -s . | upstream
	fetch 0 --commits --patience 0 a/b
	assert_equal "$(asked .query | grep -o 'per_page=[0-9]*' | paste -s -d ' ')" \
	    "per_page=100 per_page=50 per_page=25 per_page=25 per_page=12"
	assert_equal "$(items '.sha[:1]' | paste -s -d ' ')" '"1" "2"'
	upstream <<<'[{"status":502}]'
	fetch 3 --commits --patience 0 a/b
	assert_equal "$(fates | jq -r .error)" "HTTP 502"
	assert_asked 4
	upstream <<<'[{"status":500}]'
	fetch 3 --commits --patience 0 a/b
	assert_asked 1
}

# Answers the list of issues, and its page /two with 422 and jq's $1; where a
# cursor is asked for, with an issue.
too_deep() {
	local message="Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)"

	jq -nc --arg message "$message" --argjson issues \
	    "[$(issue 1 2026-02-02T10:00:00Z),$(issue 2 2026-02-02T10:00:00Z)]" '
	    [{path: "/two", query: "^per_page=100&after=Y%2Fz$", body: [$issues[1]]},
	    {path: "/two", status: 422, body: {message: $message}},
	    {path: "*/issues", body: [$issues[0]], headers: {Link:
	    "<{here}/two?per_page=100&after=Y%2Fz&page=11>; rel=next"}}] | '"$1" |
		upstream
}

@test "a page that is too deep is asked for by its cursor" {
	too_deep .
	fetch 0 --issues a/b
	assert_equal "$(items .number | paste -s -d ' ')" "1 2"
	assert_asked 3
	too_deep '.[2].headers.Link = "<{here}/two?page=11>; rel=next" |
	    .[1].headers = {Link: "<{here}/two?per_page=100&after=Y%2Fz>; rel=next"}'
	fetch 0 --issues a/b
	assert_equal "$(items .number | paste -s -d ' ')" "1 2"
	too_deep '.[2].headers.Link = "<{here}/two?page=11>; rel=next"'
	fetch 3 --issues a/b
	assert_equal "$(items .number)" 1
	fates | jq -e '.error | startswith("HTTP 422, the list cannot be read")'
	too_deep '.[1].body.message = "Validation Failed"'
	fetch 3 --issues a/b
	assert_asked 2
}

@test "a pull request that moves to the front while pages are read is found" {
	{
		echo '[{"path": "*/pulls", "times": 1, "body": ['
		issue 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/two>; rel=\"next\""}},
		    {"path": "/two", "body": []}, {"path": "*/pulls", "body": ['
		issue 2 2026-02-02T09:00:00Z '.updated_at = "2026-02-03T01:00:00Z"'
		echo ,
		issue 1 2026-02-02T10:00:00Z
		echo '], "headers": {"Link": "<{here}/two>; rel=\"next\""}}]'
	} | upstream
	fetch 0 --pulls a/b
	assert_equal "$(items .number | paste -s -d ' ')" "1 2"
	assert_asked 3
}

@test "a kept answer may have line feeds alone, as an editor leaves it" {
	serve_commit
	fetch 0 --commits a/b
	cp out first
	for ends in 's/\r//' '/^[A-Z]/s/\r//'; do
		sed -i "$ends" "$(echo cache/dair/*)"
		fetch 0 --commits --offline a/b
		diff first out
	done
}
