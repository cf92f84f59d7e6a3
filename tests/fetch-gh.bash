# What the tests of fetch-gh share: objects as GitHub has them, lists of them on
# the loopback upstream, and a look at what became of them.
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

# Fails unless the list of commits of a/b fails with exit 3 because of $1;
# $patience is 30 seconds if not set.
assert_failure_of_commits() {
	fetch 3 --patience "${patience-30}" --commits a/b
	assert_equal "$(fates)" "{\"source\":\"a/b commits\",\"ok\":false,\"landed\":0,\"shown\":0,\"error\":\"$1\"}"
	assert_equal "$(cat err)" "fetch-gh: a/b commits: $1"
}

# Fails unless the answers on standard input make the commits of a/b fail so.
assert_answer_fails() {
	upstream
	assert_failure_of_commits "$1"
}
