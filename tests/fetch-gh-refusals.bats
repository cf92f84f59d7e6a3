#!/usr/bin/env bats
# fetch-gh: what GitHub refuses, its limits, and faults on the way.
# shellcheck disable=SC2016 # dollars are for jq

load fetch-gh

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

@test "a page that is no list, or a part of one, is asked for again" {
	serve_commit
	jq -c '[({body: "<html>"}, {body: ""}, {body: {message: "no"}},
	    {body: "[{"}) + {times: 1}] + .' answers.json >answers
	upstream <answers
	fetch 0 --commits a/b
	assert_asked 5
	assert_equal "$(fates)" '{"source":"a/b commits","ok":true,"landed":1,"shown":1}'
	: >asked
	fetch 0 --commits --offline a/b
}

@test "what comes behind the length of an answer does not spoil the next one" {
	{
		commit 1 2026-02-02T10:00:00Z
		commit 2 2026-02-02T09:00:00Z
	} | jq -s '[{path: "/next", body: [.[1]]}, {length: (.[:1] | tojson | length),
	    headers: {Link: "<{here}/next>; rel=next"},
	    body: ((.[:1] | tojson) + "and more")}]' | upstream
	fetch 0 --commits a/b
	assert_equal "$(items '.sha[:1]' | paste -s)" $'"1"\t"2"'
}

@test "what is no list is an error, however it came" {
	export patience=0
	assert_answer_fails "the answer is not a list in JSON" <<<'[{"body":""}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":"<html></html>"}]'
	assert_answer_fails "the answer is not a list in JSON" \
	    <<<'[{"body":{"message":"hello"}}]'
	assert_answer_fails "the answer ends too early" \
	    <<<'[{"body":"[{\"sha\":","length":false}]'
	assert_answer_fails "the answer ends too early" \
	    <<<'[{"body":"[","length":false}]'
	assert_answer_fails "the answer lacks an item" <<<'[{"body":"[,]"}]'
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

@test "a repository that is blocked is said to be, by whatever status" {
	for status in 451 403; do
		jq -nc --argjson status "$status" '[{status: $status, body: {
		    message: "Repository access blocked", block:
		    {reason: "dmca\n", created_at: null}}}]' |
			assert_answer_fails "HTTP $status, blocked by GitHub (dmca): Repository access blocked"
		assert_asked 1
	done
	assert_answer_fails "HTTP 403, refused: Repository access blocked" <<'JSON'
[{"status": 403, "body": {"message": "Repository access blocked", "block": null}}]
JSON
}

@test "a token that is not valid is not tried on everything" {
	upstream <<<'[{"status":401,"body":{"message":"Bad credentials"},"delay_ms":50}]'
	fetch 3 a/{1,2,3,4,5,6,7,8,9}
	assert_asked 8
	assert_equal "$(fates | jq -r .error | sort | uniq -c | sed 's/^ *//')" \
	    "8 HTTP 401, the token is not valid; check GITHUB_TOKEN: Bad credentials
10 not asked, for another question was refused"
}

@test "a conflict that is not emptiness is a failure" {
	assert_answer_fails "HTTP 409: Migration in progress" \
	    <<<'[{"status":409,"body":{"message":"Migration in progress"}}]'
}

@test "a version that GitHub does not know is told, once" {
	assert_answer_fails "HTTP 400, the request was not understood: Unsupported API version." \
	    <<<'[{"status":400,"body":{"message":"Unsupported API version."}}]'
	assert_asked 1
}

# Fails unless the answer on standard input is waited for $1 seconds, which is
# not done.
assert_waits() {
	local told

	upstream
	exec {told}< <(exec fetch-gh -v --patience 9000 --date 2026-02-02 \
	    --commits a/b 2>&1 >out)
	run grep -m 1 -o 'asking again in .*' <&"$told"
	kill "$!"
	assert_output "asking again in $1 s"
}

@test "the order of waits: Retry-After, the reset of the quota, a minute" {
	local now='"Date": "Mon, 02 Feb 2026 10:00:00 GMT"'

	assert_waits 7.0 <<JSON
[{"status": 403, "headers": {"Retry-After": "7", $now,
  "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1770030000"}}]
JSON
	assert_waits 90.0 <<JSON
[{"status": 429, "headers": {"Retry-After": "Mon, 02 Feb 2026 10:01:30 GMT", $now}}]
JSON
	assert_waits 3601.0 <<JSON
[{"status": 403, "headers": {$now, "X-RateLimit-Remaining": "0",
  "X-RateLimit-Reset": "1770030000"}}]
JSON
	assert_waits 60.0 <<JSON
[{"status": 403, "headers": {$now, "X-RateLimit-Remaining": "0"},
  "body": {"message": "You have triggered an abuse detection mechanism."}}]
JSON
	for after in soon 0 -5 nan 1e999 ''; do
		assert_waits 60.0 <<JSON
[{"status": 429, "headers": {"Retry-After": "$after", $now}}]
JSON
	done
}

@test "an error that is nearly JSON goes by its status" {
	for body in '{"message":"x","block":{"reason""d:m"}}' '{"message":"x"' \
	    '{"message" "x"}' '[{"message":"x"}]'; do
		jq -nc --arg body "$body" '[{status: 451, body: $body}]' |
			assert_answer_fails "HTTP 451, blocked for legal reasons"
	done
}
